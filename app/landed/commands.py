"""`keruen duty`: what a shipment of one line would pay, with every reason."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from moneyed import CurrencyDoesNotExist, Money, get_currency

from app.kit.refusal import BadInput
from app.kit.sentences import sentence
from app.kit.words import N_
from app.landed.shipment import CHINA, Item, Shipment
from app.landed.store import assess_shipment
from app.landed.words import notice_words, reason_words
from customs.duties.assess import Assessment, NoticeAt
from customs.duties.reason import Reason
from customs.rounding import half_up
from customs.tariff.unit import BY_WORD, Unit
from customs.valuation.exchange import GIVEN, MONEY_DECIMALS, Exchange
from customs.valuation.terms import Charge

_GRAMS: Final = 1000
_MOST: Final = Decimal(10) ** 15
"""Above any declaration; sums of more digits would no longer be exact."""


class NotANumber(BadInput):
    """A figure on the command line is not one, or is below zero."""

    sentence = N_("%(text)s is not a number such as 1769216.00.")


class NotARate(BadInput):
    """A rate on the command line is not one."""

    sentence = N_("%(text)s is not a rate such as EUR=548.62, or UZS=3.93/100 for a hundred.")


class NotACurrency(BadInput):
    """There is no such currency."""

    sentence = N_("%(text)s is not a currency such as KZT.")


class NotAUnit(BadInput):
    """The tariff counts goods in no such unit."""

    sentence = N_("%(text)s is not a unit of the tariff. The units are %(known)s.")


class UnitAlone(BadInput):
    """A quantity without its unit, or a unit without a quantity."""

    sentence = N_("A quantity needs its unit, and a unit its quantity.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The question as it was typed."""

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
    origin: str = CHINA
    wants_exemption: bool = False


async def duty(asked: Asked, *, as_json: bool) -> list[str]:
    """Will assess and list the sums with their reasons.

    Raises `NotANumber`, `NotARate`, `NotACurrency`, `NotAUnit`, `UnitAlone`, and what
    `assess_shipment` raises.
    """
    found = await assess_shipment(_shipment(asked), [_rate(r, on=asked.on) for r in asked.rates])
    if as_json:
        return [json.dumps(_flat(found), ensure_ascii=False)]
    return [*_sums(found), *_reasons(found)]


def _shipment(asked: Asked) -> Shipment:
    currency = _currency(asked.currency)
    item = Item(
        code="".join(asked.code.split()),
        price=Money(_number(asked.value), currency),
        gross_g=_GRAMS,
        quantities=_quantities(asked),
    )
    charges = {charge: _charge(text, currency) for charge, text in asked.charges.items()}
    return Shipment(
        country=asked.country.upper(),
        on=asked.on,
        items=(item,),
        charges=charges,
        term=asked.term.upper() if asked.term else None,
        origin=asked.origin.upper(),
        wants_exemption=asked.wants_exemption,
    )


def _quantities(asked: Asked) -> dict[Unit, Decimal]:
    if (asked.quantity is None) != (asked.unit is None):
        raise UnitAlone
    found: dict[Unit, Decimal] = {}
    if asked.net_kg is not None:
        found[Unit.KILOGRAM] = _number(asked.net_kg)
    if asked.quantity is not None and asked.unit is not None:
        found[_unit(asked.unit)] = _number(asked.quantity)
    return found


def _unit(text: str) -> Unit:
    """Will know a unit by its code, its word in the tariff, or its English name."""
    wanted = text.strip().lower()
    for unit in Unit:
        if wanted in {unit.code, unit.word, unit.name.lower(), *_ALSO.get(unit, ())}:
            return unit
    if wanted in BY_WORD:
        return BY_WORD[wanted]
    raise NotAUnit(text=text, known=", ".join(unit.name.lower() for unit in Unit))


_ALSO: Final = {
    Unit.KILOGRAM: ("kg",),
    Unit.LITRE: ("l", "litres"),
    Unit.PIECE: ("pcs", "pieces"),
    Unit.PAIR: ("pairs",),
    Unit.SQUARE_METRE: ("m²", "m2"),
    Unit.CUBIC_METRE: ("m³", "m3"),
    Unit.CARAT: ("carats",),
}


def _number(text: str) -> Decimal:
    try:
        number = Decimal(text)
    except InvalidOperation as trouble:
        raise NotANumber(text=text) from trouble
    if not number.is_finite() or not 0 <= number < _MOST:
        raise NotANumber(text=text)
    return number


def _currency(text: str) -> str:
    try:
        return get_currency(text.upper()).code
    except CurrencyDoesNotExist as trouble:
        raise NotACurrency(text=text) from trouble


def _charge(text: str, currency: str) -> Money:
    """Will read 800 in the value's currency, or 800USD in its own."""
    figure, own = (text[:-3], text[-3:]) if text[-3:].isalpha() else (text, currency)
    return Money(_number(figure.strip()), _currency(own))


def _rate(text: str, *, on: date) -> Exchange:
    name, equals, figures = text.partition("=")
    value, slash, nominal = figures.partition("/")
    if not equals or (slash and not nominal.isdigit()):
        raise NotARate(text=text)
    return Exchange(
        _currency(name.strip()),
        _number(value.strip()),
        int(nominal) if slash else 1,
        bank=GIVEN,
        day=on,
    )


def _plain(amount: Money) -> str:
    return f"{half_up(amount.amount, MONEY_DECIMALS):f}"


def _flat(found: Assessment) -> dict[str, Any]:
    return {
        **_figures(found),
        "currency": found.profile.currency,
        "country": found.profile.country,
        "date": found.profile.on.isoformat(),
        "reasons": [_flat_reason(reason) for reason in found.reasons],
        "notices": [_flat_notice(at) for at in found.notices],
    }


def _figures(found: Assessment) -> dict[str, str]:
    return {
        "customs_value": _plain(found.customs_value),
        "duty": _plain(found.duty),
        "excise": _plain(found.excise),
        "vat": _plain(found.vat),
        "fee": _plain(found.fee),
        "total": _plain(found.total),
    }


def _flat_reason(reason: Reason) -> dict[str, Any]:
    return {
        "kind": reason.kind.value,
        "rule": reason.rule,
        "line": reason.line,
        "text": sentence(reason.sentence, reason.fields),
        "amount": _plain(reason.amount),
        "base": None if reason.base is None else _plain(reason.base),
        "quantity": None if reason.quantity is None else f"{reason.quantity:f}",
        "unit": None if reason.unit is None else reason.unit.word,
        "rate": reason.rate_text or None,
        "exchange": None if reason.exchange is None else _flat_exchange(reason.exchange),
        "source": reason.source,
    }


def _flat_exchange(exchange: Exchange) -> dict[str, str]:
    return {
        "currency": exchange.currency,
        "nominal": str(exchange.nominal),
        "value": f"{exchange.value:f}",
        "bank": exchange.bank,
        "day": exchange.day.isoformat(),
    }


def _flat_notice(at: NoticeAt) -> dict[str, Any]:
    return {"line": at.line, "text": notice_words(at), "source": at.notice.source}


def _sums(found: Assessment) -> list[str]:
    return [
        f"{name:<14}{text:>20} {found.profile.currency}" for name, text in _figures(found).items()
    ]


def _exchange_text(reason: Reason) -> str:
    if reason.exchange is None:
        return ""
    rate = _flat_exchange(reason.exchange)
    return "; {nominal} {currency} = {value}, {bank}, {day}".format_map(rate)


def _reasons(found: Assessment) -> Iterable[str]:
    for reason in found.reasons:
        words = reason_words(reason)
        yield f"  {words.kind}: {words.text} [{words.source}{_exchange_text(reason)}]"
    for at in found.notices:
        yield f"  ! {notice_words(at)} [{at.notice.source}]"
