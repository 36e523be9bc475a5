"""The import rules of a country on a day, as `assess` needs them."""

from dataclasses import dataclass
from datetime import date

from customs.countries.day_figures import DayFigures
from customs.countries.fee import FeeRule, fee_figures, fee_rule
from customs.countries.figure import Figure, FigureName, Figures
from customs.countries.numbers import NumberChecks, number_checks
from customs.countries.rounding import ROUNDING_NAMES, Rounding, rounding
from customs.countries.vat import VatRule, vat_rule
from customs.refusal import N_, CustomsRefusal


class UnknownImportCountry(CustomsRefusal):
    """Raised when no figure of the country is known."""

    code = "customs.countries.unknown_import_country"
    sentence = N_("Nothing is known of the import rules of %(country)s.")


@dataclass(frozen=True, slots=True)
class PaymentCodes:
    """Codes of the kinds of payment in box 47."""

    fee: str
    duty: str
    excise: str
    vat: str


@dataclass(frozen=True, slots=True)
class Profile:
    """The import rules of a country on a day."""

    country: str
    """ISO 3166-1 alpha-2."""
    on: date
    currency: str
    """ISO 4217."""
    bank: str
    """The bank whose official rates apply."""
    tariff: str
    """Whose tariff sets the duty."""
    vat: VatRule
    fee: FeeRule
    fee_unit_name: str
    """The name of the index in which the fee is counted; blank when not known."""
    codes: PaymentCodes
    rounding: Rounding
    excise_prefixes: tuple[str, ...]
    """Prefixes of the codes of excisable goods."""
    label_languages: tuple[str, ...]
    company_number: str
    """The kind of number that identifies a company, as the country calls it."""
    numbers: NumberChecks
    marking: str
    """The system that issues codes of digital marking; blank when not known. Which goods
    need one is a requirement of the kind marking (`customs.duties.measures`)."""
    vat_figure: Figure
    """The percentage of VAT, for its source and certainty."""
    vat_base_figure: Figure
    """The base of VAT, for its source and certainty."""
    fee_figures: tuple[Figure, ...]
    """The figures of the fee, for their sources and certainty."""
    other_figures: tuple[Figure, ...]
    """The figures of rounding and of excisable goods, likewise."""

    @property
    def unconfirmed(self) -> tuple[Figure, ...]:
        """The figures used in sums whose source was not seen."""
        vat = (self.vat_figure, self.vat_base_figure)
        figures = (*vat, *self.fee_figures, *self.other_figures)
        return tuple(figure for figure in figures if not figure.is_confirmed)

    def is_excisable(self, code: str) -> bool:
        """Return whether goods of the code are excisable."""
        return code.startswith(self.excise_prefixes)


def profile_on(figures: Figures, country: str, *, on: date) -> Profile:
    """Return the import rules of a country on a day.

    Raises `UnknownImportCountry`, `NoFigure` or `BadFigure`.
    """
    if country not in figures.countries():
        raise UnknownImportCountry(country=country)
    day = DayFigures(figures, country, on)
    return Profile(
        country=country,
        on=on,
        currency=day.currency,
        bank=day.text(FigureName.BANK),
        tariff=day.text(FigureName.TARIFF),
        vat=vat_rule(day),
        fee=fee_rule(day),
        fee_unit_name=day.optional_text(FigureName.FEE_UNIT_NAME),
        codes=PaymentCodes(
            fee=day.text(FigureName.CODE_FEE),
            duty=day.text(FigureName.CODE_DUTY),
            excise=day.text(FigureName.CODE_EXCISE),
            vat=day.text(FigureName.CODE_VAT),
        ),
        rounding=rounding(day),
        excise_prefixes=tuple(day.text(FigureName.EXCISE_PREFIXES).split()),
        label_languages=tuple(day.text(FigureName.LABEL_LANGUAGES).split()),
        company_number=day.text(FigureName.COMPANY_NUMBER),
        numbers=number_checks(day),
        marking=day.optional_text(FigureName.MARKING),
        vat_figure=day.get(FigureName.VAT_PERCENT),
        vat_base_figure=day.get(FigureName.VAT_BASE_HAS_FEE),
        fee_figures=fee_figures(day),
        other_figures=day.held((FigureName.EXCISE_PREFIXES, *ROUNDING_NAMES)),
    )
