"""Dated figures that a country's budget, tax code and resolutions set for a time.

Figures are data, replaced by newer ones with their sources.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Final

from customs.days import within
from customs.refusal import N_, CustomsRefusal

YES: Final = "yes"
NO: Final = "no"
NUMBER: Final = r"[0-9]{1,12}(?:\.[0-9]{1,6})?"
"""The format of a number."""


class NoFigure(CustomsRefusal):
    """Raised when a figure is not known for the day: it is neither guessed nor zero."""

    code = "customs.countries.no_figure"
    sentence = N_(
        "For %(country)s the figure “%(figure)s” is not known on %(day)s."
        " It has to be entered with its source."
    )


class BadFigure(CustomsRefusal):
    """Raised when the text of a figure does not fit its name."""

    code = "customs.countries.bad_figure"
    sentence = N_("For %(country)s the figure “%(figure)s” cannot be %(value)s.")


class FigureName(StrEnum):
    """The name of a figure. Money is in the country's currency unless the name says otherwise."""

    CURRENCY = "currency"
    BANK = "bank"
    """The bank whose official exchange rates apply."""
    TARIFF = "tariff"
    """Whose tariff sets the duty: EAEU, or the country itself."""
    VAT_PERCENT = "vat_percent"
    VAT_BASE_HAS_FEE = "vat_base_has_fee"
    """yes when the customs fee is taxed with the goods."""
    VAT_REDUCED = "vat_reduced"
    """Reduced percentages by prefixes of codes, `3003:5 3004:5`; optional."""
    FEE_KIND = "fee_kind"
    """fixed, percent or ladder."""
    FEE_UNIT = "fee_unit"
    """The index in which the fee is counted: MRP, РП or БРВ."""
    FEE_UNIT_NAME = "fee_unit_name"
    """The name of that index; optional."""
    FEE_UNITS = "fee_units"
    FEE_PERCENT = "fee_percent"
    FEE_LEAST_UNITS = "fee_least_units"
    FEE_MOST_UNITS = "fee_most_units"
    FEE_LADDER = "fee_ladder"
    """Steps `end:units` separated by blanks, the last one open: `<=10000:1 <20000:1.5 *:25`.

    `<=` when the end belongs to its step, `<` or nothing when it begins the next one.
    """
    FEE_LADDER_CURRENCY = "fee_ladder_currency"
    CODE_FEE = "code_fee"
    CODE_DUTY = "code_duty"
    CODE_EXCISE = "code_excise"
    CODE_VAT = "code_vat"
    EXCISE_PREFIXES = "excise_prefixes"
    """Prefixes of the codes of excisable goods, separated by blanks."""
    LABEL_LANGUAGES = "label_languages"
    COMPANY_NUMBER = "company_number"
    """The kind of number that identifies a company."""
    COMPANY_CHECK = "company_check"
    """The check of a company's number: a key of `customs.countries.numbers.CHECKS`; optional."""
    PERSON_CHECK = "person_check"
    """The same for a person's number."""
    MARKING = "marking"
    """The system that issues codes of digital marking; optional."""
    DECIMALS_DUTY = "decimals_duty"
    """The decimals of import duty, 0 to 2; optional, 2 by default."""
    DECIMALS_EXCISE = "decimals_excise"
    DECIMALS_VAT = "decimals_vat"
    DECIMALS_FEE = "decimals_fee"

    @property
    def name_english(self) -> str:
        """The name as a message of the catalogue."""
        return _NAMES[self]


_NAMES: Final[Mapping[FigureName, str]] = {
    FigureName.CURRENCY: N_("own currency"),
    FigureName.BANK: N_("bank of the official rates"),
    FigureName.TARIFF: N_("whose tariff it is"),
    FigureName.VAT_PERCENT: N_("percentage of the VAT"),
    FigureName.VAT_BASE_HAS_FEE: N_("whether VAT is laid on the customs fee"),
    FigureName.VAT_REDUCED: N_("goods of a lower VAT"),
    FigureName.FEE_KIND: N_("way of the customs fee"),
    FigureName.FEE_UNIT: N_("unit in which the customs fee is counted"),
    FigureName.FEE_UNIT_NAME: N_("name of the fee's unit"),
    FigureName.FEE_UNITS: N_("units of the customs fee"),
    FigureName.FEE_PERCENT: N_("percentage of the customs fee"),
    FigureName.FEE_LEAST_UNITS: N_("least customs fee"),
    FigureName.FEE_MOST_UNITS: N_("most customs fee"),
    FigureName.FEE_LADDER: N_("steps of the customs fee"),
    FigureName.FEE_LADDER_CURRENCY: N_("currency of the fee's steps"),
    FigureName.CODE_FEE: N_("code of payment of the customs fee"),
    FigureName.CODE_DUTY: N_("code of payment of the import duty"),
    FigureName.CODE_EXCISE: N_("code of payment of the excise"),
    FigureName.CODE_VAT: N_("code of payment of the VAT"),
    FigureName.EXCISE_PREFIXES: N_("which goods bear excise"),
    FigureName.LABEL_LANGUAGES: N_("languages of labels"),
    FigureName.COMPANY_NUMBER: N_("kind of a company's number"),
    FigureName.COMPANY_CHECK: N_("check of a company's number"),
    FigureName.PERSON_CHECK: N_("check of a person's number"),
    FigureName.MARKING: N_("system of digital marking"),
    FigureName.DECIMALS_DUTY: N_("rounding of the import duty"),
    FigureName.DECIMALS_EXCISE: N_("rounding of the excise"),
    FigureName.DECIMALS_VAT: N_("rounding of the VAT"),
    FigureName.DECIMALS_FEE: N_("rounding of the customs fee"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure, the days on which it is in force, and its source."""

    country: str
    """ISO 3166-1 alpha-2."""
    name: FigureName
    value: str
    """A number with a point, `yes` or `no`, or codes separated by blanks, as the name requires."""
    valid_from: date
    valid_to: date | None = None
    """The last day; None while no end is known."""
    source: str
    is_confirmed: bool = True
    """Whether the source was seen; else the figure is from memory."""

    def holds(self, *, on: date) -> bool:
        """Return whether the figure is in force on the day, its last day included."""
        return within(on, self.valid_from, self.valid_to)

    @property
    def number(self) -> Decimal:
        """The value as a number, zero or above; raises `BadFigure`."""
        try:
            number = Decimal(self.value)
        except InvalidOperation:
            number = Decimal(-1)
        if not number.is_finite() or number < 0:
            raise self.bad
        return number

    @property
    def is_yes(self) -> bool:
        """The value as a boolean; raises `BadFigure`."""
        if self.value not in {YES, NO}:
            raise self.bad
        return self.value == YES

    @property
    def bad(self) -> BadFigure:
        """The refusal to raise when the value cannot be parsed."""
        return BadFigure(country=self.country, figure=self.name, value=self.value)


class Figures:
    """Figures of several countries; of two for one day the one entered later counts."""

    def __init__(self, figures: Iterable[Figure]) -> None:
        self._figures = tuple(figures)

    def get(self, country: str, name: FigureName, *, on: date) -> Figure:
        """Return the figure in force on the day; raises `NoFigure`."""
        figure = self.find(country, name, on=on)
        if figure is None:
            raise NoFigure(country=country, figure=name, day=on)
        return figure

    def find(self, country: str, name: FigureName, *, on: date) -> Figure | None:
        """Return the figure in force on the day, or None."""
        for figure in reversed(self._figures):
            if figure.country == country and figure.name is name and figure.holds(on=on):
                return figure
        return None

    def countries(self) -> frozenset[str]:
        """Return the countries that have any figure."""
        return frozenset(figure.country for figure in self._figures)


def sources(figures: Iterable[Figure]) -> str:
    """Return the sources of figures, each once, confirmed ones first."""
    ordered = sorted(figures, key=lambda figure: not figure.is_confirmed)
    return "; ".join(dict.fromkeys(figure.source.rstrip(".") for figure in ordered))
