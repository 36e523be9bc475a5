"""A country's import rules on one day: what `assess` needs to know of it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from customs.countries.day import Day
from customs.countries.fee import FeeRule, fee_rule
from customs.countries.figure import Figure, Figures, Name
from customs.refusal import N_, CustomsRefusal


class UnknownCountry(CustomsRefusal):
    """The tables have no figure of that country at all."""

    sentence = N_("Nothing is known of the import rules of %(country)s.")


@dataclass(frozen=True, slots=True)
class VatRule:
    """Value added tax on import."""

    percent: Decimal
    base_has_fee: bool
    """Whether the customs fee is taxed with the goods."""


@dataclass(frozen=True, slots=True)
class PaymentCodes:
    """Kinds of payment as box 47 of the declaration names them."""

    fee: str
    duty: str
    excise: str
    vat: str


@dataclass(frozen=True, slots=True)
class Profile:
    """What a country asks of imported goods on a day."""

    country: str
    """ISO 3166-1 alpha-2."""
    on: date
    currency: str
    """ISO 4217."""
    bank: str
    """The bank whose official rates of that day count."""
    tariff: str
    """Whose tariff sets the duty."""
    vat: VatRule
    fee: FeeRule
    codes: PaymentCodes
    excise_prefixes: tuple[str, ...]
    """Beginnings of the codes of excisable goods."""
    label_languages: tuple[str, ...]
    company_number: str
    vat_figure: Figure
    """For the source and the certainty of the tax."""
    fee_figure: Figure
    """The same of the fee."""

    def is_excisable(self, code: str) -> bool:
        """Will say whether goods of the code bear excise."""
        return code.startswith(self.excise_prefixes)


def profile_on(figures: Figures, country: str, *, on: date) -> Profile:
    """Will give the rules of a day; raises `UnknownCountry`, `NoFigure` or `BadFigure`."""
    if country not in figures.countries():
        raise UnknownCountry(country=country)
    day = Day(figures, country, on)
    vat = day.get(Name.VAT_PERCENT)
    return Profile(
        country=country,
        on=on,
        currency=day.currency,
        bank=day.text(Name.BANK),
        tariff=day.text(Name.TARIFF),
        vat=VatRule(vat.number, base_has_fee=day.get(Name.VAT_BASE_HAS_FEE).is_yes),
        fee=fee_rule(day),
        codes=PaymentCodes(
            fee=day.text(Name.CODE_FEE),
            duty=day.text(Name.CODE_DUTY),
            excise=day.text(Name.CODE_EXCISE),
            vat=day.text(Name.CODE_VAT),
        ),
        excise_prefixes=tuple(day.text(Name.EXCISE_PREFIXES).split()),
        label_languages=tuple(day.text(Name.LABEL_LANGUAGES).split()),
        company_number=day.text(Name.COMPANY_NUMBER),
        vat_figure=vat,
        fee_figure=day.get(Name.FEE_KIND),
    )
