"""Measures that supplement the tariff: dated rows, each with its source.

Footnotes to rates, a country's exemption rates and excise, trade measures, and requirements other
than payment. They are data, replaced by newer rows.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from customs.days import within
from customs.tariff.rate import DatedRate
from customs.tariff.rate_text import parse_rate

MARKING: Final = "marking"
"""The kind of requirements for digital marking."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A row with its period and its source."""

    valid_from: date
    valid_to: date | None = None
    """The last day; None while no end is known."""
    source: str

    def holds(self, *, on: date) -> bool:
        """Return whether the row is in force on the day, its last day included."""
        return within(on, self.valid_from, self.valid_to)


@dataclass(frozen=True, slots=True, kw_only=True)
class Footnote(Dated):
    """A footnote, as 28С, that replaces a rate for a time, perhaps in some countries."""

    mark: str
    """Number and Cyrillic С."""
    rate_text: str
    countries: frozenset[str] = frozenset()
    """Where it applies (ISO 3166-1 alpha-2); empty for every member state."""
    is_confirmed: bool = True
    """Whether a source confirms the period; if none does, a broker must check it."""

    def rate_of(self, code: str) -> DatedRate:
        """Return the rate that it sets for a code; raises `UnreadableRate` or `GluedMark`."""
        return DatedRate(
            code=code,
            rate=parse_rate(self.rate_text).rate,
            valid_from=self.valid_from,
            valid_to=self.valid_to,
            countries=self.countries,
            source=f"{self.mark}: {self.source}",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Exemption(Dated):
    """A country's rate below the tariff (изъятие).

    Customs Code of the EAEU, article 126(1)(3): such goods are conditionally released, and may not
    leave the country until the difference is paid.
    """

    code: str
    country: str
    rate_text: str

    @property
    def rate(self) -> DatedRate:
        """The rate; raises `UnreadableRate` or `GluedMark`."""
        return DatedRate(
            code=self.code,
            rate=parse_rate(self.rate_text).rate,
            valid_from=self.valid_from,
            valid_to=self.valid_to,
            countries=frozenset({self.country}),
            source=self.source,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Excise(Dated):
    """A country's rate of excise on goods of a prefix of codes."""

    prefix: str
    """The prefix of their codes."""
    country: str
    rate_text: str
    """As the tariff states rates, in EUR, USD or the country's currency: `91 тенге за 1 л`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure(Dated):
    """A trade measure on goods of an origin, whose rate depends on the manufacturer."""

    prefix: str
    """The prefix of the codes it may apply to."""
    origin: str
    """ISO 3166-1 alpha-2."""
    name: str
    """Its kind in English, a message of the catalogue."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement(Dated):
    """A document or mark that goods must have: conformity, a certificate, marking."""

    prefix: str
    countries: frozenset[str] = frozenset()
    """Where it applies; empty for every member state."""
    kind: str
    """conformity, phytosanitary, veterinary, marking or dual use."""
    name: str
    """The regulation, or the document to be presented."""

    def asks(self, code: str, *, on: date, country: str) -> bool:
        """Return whether it applies to goods of the code there on the day."""
        there = not self.countries or country in self.countries
        return code.startswith(self.prefix) and there and self.holds(on=on)


@dataclass(frozen=True, slots=True)
class TariffMeasures:
    """The rows that supplement the tariff."""

    notes: Sequence[Footnote] = ()
    exemptions: Sequence[Exemption] = ()
    trade_measures: Sequence[Measure] = ()
    requirements: Sequence[Requirement] = ()
    excises: Sequence[Excise] = ()

    def outside_the_union(self) -> "TariffMeasures":
        """Return the rows for a country that is no member state: those that name it.

        A footnote, a trade measure, or a requirement without a country is the Union's own.
        """
        named = tuple(row for row in self.requirements if row.countries)
        return TariffMeasures(exemptions=self.exemptions, requirements=named, excises=self.excises)

    def required(self, code: str, *, on: date, country: str) -> tuple[Requirement, ...]:
        """Return the requirements on goods of the code there on the day, equal ones once."""
        asked = (row for row in self.requirements if row.asks(code, on=on, country=country))
        return tuple(
            {(row.prefix, row.countries, row.kind, row.name): row for row in asked}.values()
        )

    def needs_marking(self, code: str, *, on: date, country: str) -> bool:
        """Return whether goods of the code must bear digital marks there on the day."""
        return any(row.kind == MARKING for row in self.required(code, on=on, country=country))
