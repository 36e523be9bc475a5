"""A country as commerce sees it, on the days its row holds."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from app.kit.i18n import N_
from app.kit.refusal import BadInput, Refusal
from customs.identifiers import PARSERS

Code = Annotated[str, msgspec.Meta(pattern="^[A-Z]{2}$")]
Texts = dict[str, str]
"""A text by language tag, English among them."""


class CountryNotServed(Refusal):
    """We do not sell to companies of this country."""

    code = "country.not_served"
    sentence = N_("We do not serve companies from %(country)s yet.")


class CurrencyNotServed(BadInput):
    """No buyer's country pays in this currency."""

    code = "country.currency_not_served"
    sentence = N_("No country that we sell to pays in %(currency)s.")


class UnknownNumber(Refusal):
    """A country has no number of that kind."""

    code = "country.unknown_number"
    sentence = N_("%(country)s has no number of the kind %(kind)s.")


class Fact(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A part of a country's row; a column that it does not have is refused."""


class PaperName(Fact, frozen=True, kw_only=True):
    """A name in the two languages of trade papers."""

    zh: str
    ru: str


class Names(Fact, frozen=True, kw_only=True):
    """What the country is called on papers."""

    zh: str
    ru: str
    latin: str


class Currency(Fact, frozen=True, kw_only=True):
    """The country's own money."""

    code: Annotated[str, msgspec.Meta(pattern="^[A-Z]{3}$")]
    """ISO 4217."""
    sign: str
    """As shops there write it after an amount."""
    zh: str
    """Its name on Chinese papers."""
    written: tuple[str, ...] = ()
    """Other spellings beside a sum, in lower case."""


class NationalBank(Fact, frozen=True, kw_only=True):
    """The bank whose official rates the country's customs and our prices use."""

    code: Annotated[str, msgspec.Meta(pattern="^[a-z]{2,10}$")]
    """The code of its feed."""
    names: Texts
    site: str = ""
    """Scheme and host that its rates are fetched from, and no other; empty: nowhere."""

    def __post_init__(self) -> None:
        check_texts(self.names)


class NumberKind(Fact, frozen=True, kw_only=True):
    """How the country numbers companies or people."""

    code: str
    """The name of its check in `customs.identifiers`."""
    is_company: bool
    """Whether it names a company; else a person, or a sole trader."""
    label: Texts
    hint: Texts
    """Its name and format, as the hint of a form."""
    paper: PaperName

    def __post_init__(self) -> None:
        check_texts(self.label)
        check_texts(self.hint)
        if self.code not in PARSERS:
            message = f"no check goes by the name {self.code}"
            raise ValueError(message)

    def parse(self, text: str) -> str:
        """Return the number normalized; raise `WrongShape` or `WrongCheckDigit`."""
        return PARSERS[self.code](text)


class Crossing(Fact, frozen=True, kw_only=True):
    """A border crossing by which goods leave China for the country."""

    code: Annotated[str, msgspec.Meta(pattern="^[a-z]+$")]
    label: Texts
    since: date
    """The first day on which it is used."""
    deliveries: tuple[str, ...]
    """Codes of the delivery terms that it fits."""
    transports: tuple[str, ...]
    """Modes of transport: road, rail."""
    through: tuple[Code, ...] = ()
    """Transit countries."""
    is_confirmed: bool = True
    """Whether the source itself was seen."""
    source: str

    def __post_init__(self) -> None:
        check_texts(self.label)


class BankField(Fact, frozen=True, kw_only=True):
    """A line of the country's form of bank details."""

    code: str
    is_required: bool


class Country(Fact, frozen=True, kw_only=True):
    """A country, as our prices, papers and forms need it."""

    code: Code
    """ISO 3166-1 alpha-2; EU stands for the euro's area."""
    code3: Annotated[str, msgspec.Meta(pattern="^[A-Z]{3}$")]
    """ISO 3166-1 alpha-3, as Chinese papers have it."""
    position: int
    """Its place among countries in lists."""
    is_buyer: bool = False
    """Whether companies of the country may buy here."""
    names: Texts = {}
    """What it calls itself in a language, where that differs from the language's usual name."""
    paper_names: Names
    currency: Currency
    zone: str
    """Its time zone, as the tz database names it."""
    bank: NationalBank | None = None
    tariff: str = ""
    """Whose codes its customs asks for; empty while unknown."""
    tariff_label: Texts = {}
    """The tariff's name with its form: “EAEU tariff (ТН ВЭД), ten digits”."""
    tariff_short: Texts = {}
    """Its name as it stands before a code."""
    languages: tuple[str, ...] = ()
    """Spoken there, in order; those that we do not write yet are passed over."""
    numbers: tuple[NumberKind, ...] = ()
    crossings: tuple[Crossing, ...] = ()
    address_form: tuple[str, ...] = ()
    """The lines of an address in the order of the country's post."""
    bank_form: tuple[BankField, ...] = ()
    """What a transfer form there asks of a payee."""
    estimate_title: Texts = {}
    """How a page heads an estimate of what customs there asks on `%(day)s`."""

    def __post_init__(self) -> None:
        try:
            ZoneInfo(self.zone)
        except (ZoneInfoNotFoundError, ValueError) as trouble:
            message = f"no clock of the name {self.zone} - `$.zone`"
            raise ValueError(message) from trouble
        if self.is_buyer:
            self._check_buyer()

    def _check_buyer(self) -> None:
        """Raise `ValueError` for a buyer's country without a fact that buying needs."""
        needed = {
            "bank": self.bank,
            "tariff": self.tariff,
            "numbers": self.numbers,
            "crossings": self.crossings,
            "address_form": self.address_form,
            "bank_form": self.bank_form,
            "estimate_title": "%(day)s" in self.estimate_title.get("en", ""),
        }
        for name, value in needed.items():
            if not value:
                message = f"a buyer's country needs it - `$.{name}`"
                raise ValueError(message)

    @property
    def clock(self) -> ZoneInfo:
        return ZoneInfo(self.zone)

    def day_at(self, instant: datetime) -> date:
        """Return the calendar day of an instant by the country's clock."""
        return instant.astimezone(self.clock).date()

    @property
    def company_number(self) -> NumberKind:
        """Return the kind of number that a company registers with; raise `UnknownNumber`."""
        for each in self.numbers:
            if each.is_company:
                return each
        raise UnknownNumber(country=self.code, kind="company")

    def number_kind(self, code: str) -> NumberKind:
        """Return the kind of the code; raise `UnknownNumber`."""
        for each in self.numbers:
            if each.code == code:
                return each
        raise UnknownNumber(country=self.code, kind=code)

    def crossings_on(self, day: date) -> tuple[Crossing, ...]:
        """Return the crossings in use on the day."""
        return tuple(each for each in self.crossings if each.since <= day)


def likely_country(language: str, buyers: Sequence[Country]) -> str:
    """Return the country that a reader of the language most likely comes from: a first guess."""
    spoken = [each.code for each in buyers if each.languages[:1] == (language,)]
    return next(iter([*spoken, *(each.code for each in buyers)]), "")


def check_texts(texts: Texts) -> None:
    """Raise `ValueError` for texts without English, the fallback of the other languages."""
    if not texts.get("en", "").strip():
        message = "needs the English text"
        raise ValueError(message)
