"""The arguments of `keruen duty`, and the shipment they describe."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Final

from moneyed import CurrencyDoesNotExist, Money, get_currency

from app.countries.home import HOME
from app.kit import typed
from app.kit.i18n import N_
from app.kit.refusal import BadInput
from app.landed.shipment import Item, Shipment
from app.rates.guard import is_plausible
from app.tariff.cells import read_code, read_country
from customs.tariff.unit import UNITS_BY_WORD, TariffUnit
from customs.valuation.exchange_rates import GIVEN, ExchangeRate
from customs.valuation.incoterms import Charge

_GRAMS: Final = 1000
_NOMINAL: Final = re.compile("[1-9][0-9]{0,6}")


class NotAFigure(BadInput):
    """A figure on the command line is not one, or is below zero."""

    code = "duty.not_a_number"
    sentence = N_("%(text)s is not a number such as 1769216.00.")


class NotACode(BadInput):
    """A code of another length, or not of digits. Digits are neither added nor dropped."""

    code = "duty.not_a_code"
    sentence = N_("%(text)s is not a code of an import tariff: it has ten digits.")


class NotACountry(BadInput):
    """Not a country. Accepting it would silently miss a trade measure on its goods."""

    code = "duty.not_a_country"
    sentence = N_("%(text)s is not a country such as CN.")


class NotARate(BadInput):
    """A rate on the command line is not one."""

    code = "duty.not_a_rate"
    sentence = N_("%(text)s is not a rate such as EUR=548.62, or UZS=3.93/100 for a hundred.")


class AbsurdRate(BadInput):
    """A rate beyond all plausible bounds: a typing error."""

    code = "duty.absurd_rate"
    sentence = N_("%(text)s cannot be a rate: no currency is worth so much, or so little.")


class NotACurrency(BadInput):
    """There is no such currency."""

    code = "duty.not_a_currency"
    sentence = N_("%(text)s is not a currency such as KZT.")


class NotAUnit(BadInput):
    """The tariff counts goods in no such unit."""

    code = "duty.not_a_unit"
    sentence = N_("%(text)s is not a unit of the tariff. The units are %(known)s.")


class UnitTwice(BadInput):
    """Kilograms both as net weight and as a quantity."""

    code = "duty.unit_twice"
    sentence = N_("The quantity in kilograms is given twice.")


class UnitAlone(BadInput):
    """A quantity without its unit, or a unit without a quantity."""

    code = "duty.unit_alone"
    sentence = N_("A quantity needs its unit, and a unit its quantity.")


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyQuestion:
    """The arguments as typed."""

    country: str
    code: str
    value: str
    currency: str
    on: date
    net_kg: str | None = None
    quantity: str | None = None
    unit: str | None = None
    rates: tuple[str, ...] = ()
    charges: Mapping[Charge, str] = field(default_factory=dict)
    term: str | None = None
    origin: str = HOME
    wants_exemption: bool = False


def read_shipment(question: DutyQuestion) -> Shipment:
    """Return the shipment of one line that the arguments describe.

    Raises `NotAFigure`, `AmbiguousMark`, `OtherCurrency`, `NotACode`, `NotACountry`,
    `NotACurrency`, `NotAUnit`, `UnitAlone` or `UnitTwice`.
    """
    currency = _currency(question.currency)
    item = Item(
        code=_code(question.code),
        price=_amount(question.value, currency),
        gross_g=_GRAMS,
        quantities=_quantities(question),
    )
    charges = {charge: _charge(text, currency) for charge, text in question.charges.items()}
    return Shipment(
        country=question.country.upper(),
        on=question.on,
        items=(item,),
        charges=charges,
        term=question.term.upper() if question.term else None,
        origin=_country(question.origin),
        wants_exemption=question.wants_exemption,
    )


def _quantities(question: DutyQuestion) -> dict[TariffUnit, Decimal]:
    if (question.quantity is None) != (question.unit is None):
        raise UnitAlone
    found: dict[TariffUnit, Decimal] = {}
    if question.net_kg is not None:
        found[TariffUnit.KILOGRAM] = _number(question.net_kg, typed.read_kilograms)
    if question.quantity is not None and question.unit is not None:
        unit = _unit(question.unit)
        if unit in found:
            raise UnitTwice
        found[unit] = _number(question.quantity)
    return found


def _code(text: str) -> str:
    try:
        return read_code("".join(text.split()))
    except ValueError:
        raise NotACode(text=text) from None


def _country(text: str) -> str:
    try:
        return read_country(text.upper())
    except ValueError:
        raise NotACountry(text=text) from None


def _unit(text: str) -> TariffUnit:
    """Return a unit by its code, its abbreviation in the tariff, or its English name."""
    wanted = text.strip().lower()
    for unit in TariffUnit:
        if wanted in {unit.code, unit.word, unit.name.lower(), *_ALSO.get(unit, ())}:
            return unit
    if wanted in UNITS_BY_WORD:
        return UNITS_BY_WORD[wanted]
    raise NotAUnit(text=text, known=", ".join(unit.name.lower() for unit in TariffUnit))


_ALSO: Final = {
    TariffUnit.KILOGRAM: ("kg",),
    TariffUnit.LITRE: ("l", "litres"),
    TariffUnit.PIECE: ("pcs", "pieces"),
    TariffUnit.PAIR: ("pairs",),
    TariffUnit.SQUARE_METRE: ("m²", "m2"),
    TariffUnit.CUBIC_METRE: ("m³", "m3"),
    TariffUnit.CARAT: ("carats",),
}


def _number(text: str, read: Callable[[str], Decimal] = typed.read_number) -> Decimal:
    """Return a figure not below zero; raises `NotAFigure`, or `AmbiguousMark` for a sum."""
    try:
        value = read(text)
    except (typed.NotANumber, typed.TooManyDigits):
        raise NotAFigure(text=text) from None
    if value.is_signed():
        raise NotAFigure(text=text)
    return value


def _amount(text: str, currency: str) -> Money:
    """Return a sum; raises what `_number` raises, and `OtherCurrency` for another one's sign."""
    typed.check_currency(text, chosen=currency)
    return Money(_number(text, typed.read_amount), currency)


def _currency(text: str) -> str:
    try:
        return get_currency(text.upper()).code
    except CurrencyDoesNotExist as trouble:
        raise NotACurrency(text=text) from trouble


def _charge(text: str, currency: str) -> Money:
    """Read 800 in the value's currency, or 800USD in its own."""
    figure, own = (text[:-3], text[-3:]) if text[-3:].isalpha() else (text, currency)
    if not figure:
        raise NotAFigure(text=text)
    return _amount(figure.strip(), _currency(own))


def read_rate(text: str, *, on: date) -> ExchangeRate:
    """Read EUR=548.62 or UZS=3.93/100.

    Raises `NotARate`, `AbsurdRate`, `NotACurrency` or `BadExchangeRate`.
    """
    name, equals, figures = text.partition("=")
    value, slash, nominal = figures.partition("/")
    if not equals or not value or (slash and _NOMINAL.fullmatch(nominal) is None):
        raise NotARate(text=text)
    figure, units = _number(value.strip()), int(nominal) if slash else 1
    if figure > 0 and not is_plausible(figure, units):
        raise AbsurdRate(text=text)
    return ExchangeRate(_currency(name.strip()), figure, units, bank=GIVEN, day=on)
