"""Box 47 and box B from an assessment: a row for each amount, with its rate."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from moneyed import Money

from customs.duties.assess import Assessment
from customs.duties.duty import RateInWords
from customs.duties.goods import DutiableGoods as AssessedGoods
from customs.duties.reason import AmountKind, AssessmentReason
from customs.eaeu.declaration import GoodsDeclaration
from customs.eaeu.goods import GoodsItem
from customs.eaeu.payments import (
    BoxRate,
    Combined,
    PaymentRow,
    PaymentTotal,
    RateKind,
    SecondRate,
)
from customs.refusal import N_, CustomsRefusal
from customs.rounding import half_up, percent_of
from customs.tariff.rate import AdValorem, Lower, NotLess, NotMore, Rate, Specific, Sum


class AssessmentMismatch(CustomsRefusal):
    """Raised when country, goods or values assessed are not those of the declaration."""

    code = "customs.eaeu.assessment_mismatch"
    sentence = N_("What was assessed is not this declaration: %(place)s differs.")


@dataclass(frozen=True, slots=True)
class _Laid:
    """A rate as box 47 states it: its base, itself, and the second rate."""

    base: Money | Decimal
    unit: str
    rate: BoxRate
    second: SecondRate | None = None


def with_payments(
    declaration: GoodsDeclaration, assessed: Sequence[AssessedGoods], found: Assessment
) -> GoodsDeclaration:
    """Return the declaration with box 47 of every item and box B filled in.

    The fee is stated once, on the first item. A kind of payment whose code is not known is blank.
    Raises `AssessmentMismatch` or `RateInWords`.
    """
    _require_same(declaration, assessed, found)
    by_line: dict[int | None, list[AssessmentReason]] = {}
    for reason in found.reasons:
        by_line.setdefault(reason.line, []).append(reason)
    fees = tuple(_fee(reason, found) for reason in by_line[None])
    goods = tuple(
        replace(good, payments=(*(fees if n == 1 else ()), *_rows(its, by_line[n], found)))
        for n, (good, its) in enumerate(zip(declaration.goods, assessed, strict=True), start=1)
    )
    return replace(declaration, goods=goods, totals=totals_of(goods))


def totals_of(goods: Iterable[GoodsItem]) -> tuple[PaymentTotal, ...]:
    """Return the sums of box 47 over all items, kind by kind."""
    sums: dict[str, Money] = {}
    for row in (row for good in goods for row in good.payments):
        sums[row.kind] = sums[row.kind] + row.amount if row.kind in sums else row.amount
    return tuple(PaymentTotal(kind, amount) for kind, amount in sums.items())


def _require_same(
    declaration: GoodsDeclaration, assessed: Sequence[AssessedGoods], found: Assessment
) -> None:
    if declaration.country != found.profile.country:
        raise AssessmentMismatch(place=found.profile.country)
    if len(declaration.goods) != len(assessed):
        raise AssessmentMismatch(place=f"{len(declaration.goods)} ≠ {len(assessed)}")
    for good, its in zip(declaration.goods, assessed, strict=True):
        if (good.code, good.customs_value) != (its.code, its.value.total):
            raise AssessmentMismatch(place=good.number)


def _fee(reason: AssessmentReason, found: Assessment) -> PaymentRow:
    """Return the row of the fee, which has no rate of box 47."""
    return PaymentRow(found.profile.codes.fee, None, "", None, reason.amount, found.profile.on)


def _rows(
    its: AssessedGoods, reasons: Sequence[AssessmentReason], found: Assessment
) -> Iterator[PaymentRow]:
    profile = found.profile
    duty = _of(reasons, AmountKind.DUTY)
    yield _row(
        profile.codes.duty, _laid(its.duty.rate, its, duty, profile.rounding.duty), duty, found
    )
    if its.excise is not None:
        excise = _of(reasons, AmountKind.EXCISE)
        laid = _laid(its.excise.rate, its, excise, profile.rounding.excise)
        yield _row(profile.codes.excise, laid, excise, found)
    for tax in (reason for reason in reasons if reason.kind is AmountKind.VAT):
        percent = BoxRate(RateKind.PERCENT, Decimal(tax.rate_text))
        yield PaymentRow(profile.codes.vat, tax.base, "", percent, tax.amount, profile.on)


def _of(reasons: Sequence[AssessmentReason], kind: AmountKind) -> Money:
    first, *more = (reason.amount for reason in reasons if reason.kind is kind)
    return sum(more, first)


def _row(kind: str, laid: _Laid, amount: Money, found: Assessment) -> PaymentRow:
    return PaymentRow(
        kind, laid.base, laid.unit, laid.rate, amount, found.profile.on, second=laid.second
    )


def _laid(rate: Rate, its: AssessedGoods, amount: Money, decimals: int) -> _Laid:
    """Return a rate as box 47 states it; of two alternatives only the chosen one."""
    value = its.value.total
    match rate:
        case AdValorem():
            return _Laid(value, "", _percent(rate))
        case Specific():
            return _Laid(its.quantity(rate.per_unit), rate.per_unit.code, _specific(rate))
        case Sum(percent, added):
            return _Laid(value, "", _percent(percent), SecondRate(Combined.PLUS, _specific(added)))
        case NotLess(percent, other) | NotMore(percent, other):
            how = Combined.NOT_LESS if isinstance(rate, NotLess) else Combined.NOT_MORE
            counts = _by_percent(percent, value, decimals) != amount.amount
            second = SecondRate(how, _specific(other), counts)
            if counts:
                unit = other.per_unit
                return _Laid(its.quantity(unit), unit.code, _percent(percent), second)
            return _Laid(value, "", _percent(percent), second)
        case Lower(percent, other):
            chosen = percent if _by_percent(percent, value, decimals) == amount.amount else other
            return _laid(chosen, its, amount, decimals)
        case _:
            raise RateInWords(text=rate.text, code=its.code)


def _by_percent(rate: AdValorem, value: Money, decimals: int) -> Decimal:
    return half_up(percent_of(value.amount, rate.percent), decimals)


def _percent(rate: AdValorem) -> BoxRate:
    return BoxRate(RateKind.PERCENT, rate.percent)


def _specific(rate: Specific) -> BoxRate:
    return BoxRate(
        RateKind.SPECIFIC,
        rate.amount.amount,
        rate.amount.currency.code,
        rate.per_unit.code,
        None if rate.per_quantity == 1 else rate.per_quantity,
    )
