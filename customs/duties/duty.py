"""Duty by each form of rate, with its reason.

Decision of the Council of the EEC No. 80 of 14 September 2021 (forms of rates); Customs Code of the
EAEU, article 51 (base), 52 and 53 (rates and exchange rates of the day of registration).
"""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from moneyed import Money

from customs.duties.goods import DutiableGoods, StatedRate
from customs.duties.reason import AmountKind, AssessmentReason
from customs.refusal import N_, CustomsRefusal
from customs.rounding import MONEY_DECIMALS, half_up, percent_of
from customs.tariff.rate import AdValorem, Lower, NotLess, NotMore, Rate, Specific, Sum
from customs.valuation.exchange_rates import ExchangeRates


class RateInWords(CustomsRefusal):
    """Raised for a rate in words, which cannot be computed."""

    code = "customs.duties.rate_in_words"
    sentence = N_(
        "The rate “%(text)s” for %(code)s is in words: a broker must say what it comes to."
    )


@dataclass(frozen=True, slots=True)
class DutyBasis:
    """The goods of one line, the rate on them, and which payment it makes."""

    goods: DutiableGoods
    line: int
    stated: StatedRate
    kind: AmountKind
    exchanges: ExchangeRates
    decimals: int = MONEY_DECIMALS
    """Decimals to which the country rounds this payment."""


def charge_duty(charged: DutyBasis) -> AssessmentReason:
    """Return the reason whose amount is the payment, rounded half up once.

    Raises `MissingQuantity`, `NoExchangeRate` or `RateInWords`.
    """
    return _reason(charged, charged.stated.rate)


def _reason(charged: DutyBasis, rate: Rate) -> AssessmentReason:
    match rate:
        case AdValorem():
            return _by_value(charged, rate)
        case Specific():
            return _by_quantity(charged, rate)
        case Sum():
            return _summed(charged, rate)
        case NotLess() | NotMore() | Lower():
            return _compared(charged, rate)
        case _:
            raise RateInWords(text=rate.text, code=charged.goods.code)


def _by_value(charged: DutyBasis, rate: AdValorem) -> AssessmentReason:
    base = charged.goods.value.total
    amount = _settled(charged, _part_of_value(charged, rate))
    return AssessmentReason(
        kind=charged.kind,
        rule=f"{charged.kind}.percent",
        line=charged.line,
        sentence=N_("%(percent)s%% of the customs value %(base)s = %(amount)s."),
        fields={"percent": rate.percent, "base": base, "amount": amount},
        amount=amount,
        base=base,
        rate_text=charged.stated.text,
        source=charged.stated.source,
    )


def _by_quantity(charged: DutyBasis, rate: Specific) -> AssessmentReason:
    quantity = charged.goods.quantity(rate.per_unit)
    amount = _settled(charged, _part_of_quantity(charged, rate))
    return AssessmentReason(
        kind=charged.kind,
        rule=f"{charged.kind}.quantity",
        line=charged.line,
        sentence=N_(
            "%(quantity)s %(unit)s at %(rate)s for %(per_quantity)s %(unit)s = %(amount)s."
        ),
        fields={
            "quantity": quantity,
            "unit": rate.per_unit.name_english,
            "rate": rate.amount,
            "per_quantity": rate.per_quantity,
            "amount": amount,
        },
        amount=amount,
        quantity=quantity,
        unit=rate.per_unit,
        rate_text=charged.stated.text,
        exchange=charged.exchanges.find(rate.amount.currency.code),
        source=charged.stated.source,
    )


def _part_of_value(charged: DutyBasis, rate: AdValorem) -> Decimal:
    return percent_of(charged.goods.value.total.amount, rate.percent)


def _part_of_quantity(charged: DutyBasis, rate: Specific) -> Decimal:
    quantity = charged.goods.quantity(rate.per_unit)
    exact = rate.amount.amount * quantity / rate.per_quantity
    return charged.exchanges.exactly(Money(exact, rate.amount.currency))


def _settled(charged: DutyBasis, exact: Decimal) -> Money:
    return Money(half_up(exact, charged.decimals), charged.exchanges.own)


def _summed(charged: DutyBasis, rate: Sum) -> AssessmentReason:
    """Add both parts before rounding: they are one payment of one row."""
    first, second = _by_value(charged, rate.value), _by_quantity(charged, rate.added)
    exact = _part_of_value(charged, rate.value) + _part_of_quantity(charged, rate.added)
    amount = _settled(charged, exact)
    return replace(
        second,
        rule=f"{charged.kind}.sum",
        sentence=N_(
            "%(percent)s%% of the customs value %(base)s is %(first)s, and %(quantity)s %(unit)s at"
            " %(rate)s for %(per_quantity)s %(unit)s is %(second)s: together %(amount)s."
        ),
        fields={
            **second.fields,
            **first.fields,
            "first": first.amount,
            "second": second.amount,
            "amount": amount,
        },
        amount=amount,
        base=first.base,
    )


_TAKEN: Final = {
    NotLess: (
        "not_less",
        N_(
            "%(percent)s%% would be %(first)s and the least is %(second)s:"
            " the larger counts, %(amount)s."
        ),
    ),
    NotMore: (
        "not_more",
        N_(
            "%(percent)s%% would be %(first)s and the most is %(second)s:"
            " the smaller counts, %(amount)s."
        ),
    ),
    Lower: (
        "lower",
        N_(
            "%(percent)s%% would be %(first)s and the other rate %(second)s:"
            " the smaller counts, %(amount)s."
        ),
    ),
}


def _compared(charged: DutyBasis, rate: NotLess | NotMore | Lower) -> AssessmentReason:
    """Compare two duties; the reason keeps base, quantity and rate of both."""
    first = _by_value(charged, rate.value)
    second = _second(charged, rate)
    pick = max if isinstance(rate, NotLess) else min
    counts = pick(first, second, key=_sum)
    rule, sentence = _TAKEN[type(rate)]
    return replace(
        counts,
        rule=f"{charged.kind}.{rule}",
        sentence=sentence,
        fields={
            "percent": rate.value.percent,
            "first": first.amount,
            "second": second.amount,
            "amount": counts.amount,
        },
        base=first.base,
        quantity=second.quantity,
        unit=second.unit,
        exchange=second.exchange,
    )


def _second(charged: DutyBasis, rate: NotLess | NotMore | Lower) -> AssessmentReason:
    if isinstance(rate, Lower):
        return _compared(charged, rate.other)
    if isinstance(rate, NotLess):
        return _by_quantity(charged, rate.least)
    return _by_quantity(charged, rate.most)


def _sum(reason: AssessmentReason) -> Decimal:
    return reason.amount.amount
