"""Checks of every imported rate, so that selling, customs and history see the same rates.

A figure out of all bounds and a day far off are refused with the whole answer; a figure that
jumped against the one before is saved and held until a second person confirms it.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Annotated, Final

import msgspec

from app.kit.i18n import N_
from app.kit.refusal import BadInput
from app.rates.banks import get_bank
from app.rates.official import OfficialRate

AHEAD: Final = timedelta(days=14)
"""No bank here publishes rates for a later day, its longest holidays included."""
OLDEST: Final = date(1993, 1, 1)
"""The national currencies of the region are younger than this day."""
SMALLEST: Final = Decimal("0.000001")
LARGEST: Final = Decimal(1_000_000)
"""Between these one unit of any currency stands in any other of ours."""
TIMES_OFF: Final = 5
"""A first rate this many times off its usual magnitude has a wrong nominal or decimal point."""
_PERCENT_DIGITS: Final = 3


class Magnitude(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The magnitude of a currency's worth, to check its first rate by; for no calculation."""

    code: Annotated[str, msgspec.Meta(pattern="^[A-Z]{3}$")]
    dollars: Decimal
    """US dollars for one unit."""

    def __post_init__(self) -> None:
        """Raise `ValueError` unless it is finite and above zero."""
        if not (self.dollars.is_finite() and self.dollars > 0):
            message = "it must be above zero - `$.dollars`"
            raise ValueError(message)


class DayFarOff(BadInput):
    """A bank's answer is for a day that no bank publishes on this one."""

    code = "rate.day_far_off"
    sentence = N_(
        "The answer of %(bank)s has a rate for %(day)s, and today is %(today)s there."
        " None of it was taken."
    )


def is_plausible(value: Decimal, nominal: int) -> bool:
    """Return whether so much money for `nominal` units is possible as an exchange rate."""
    return SMALLEST <= value / nominal <= LARGEST


def check_days(rates: Iterable[OfficialRate], *, today: date) -> None:
    """Raise `DayFarOff` for a rate of an impossible day. `today` is the day at the bank."""
    for rate in rates:
        if not OLDEST <= rate.effective_on <= today + AHEAD:
            raise DayFarOff(
                field="body", bank=get_bank(rate.bank), day=rate.effective_on, today=today
            )


def find_jumps(
    rates: Iterable[OfficialRate],
    before: Mapping[str, OfficialRate],
    *,
    limit_percent: Decimal,
    usual: Mapping[str, Magnitude],
) -> dict[OfficialRate, Decimal]:
    """Return the rates that changed beyond the limit, each with its change in percent.

    `before` holds the rate of each currency in force until now. A first rate is compared with the
    usual magnitude of the currencies, and is a jump when it is several times off.
    """
    counted = dict(before)
    jumps: dict[OfficialRate, Decimal] = {}
    for rate in sorted(rates, key=lambda each: each.effective_on):
        last = counted.get(rate.currency)
        if last is None:
            expected = usual_value(rate.base, rate.into, usual)
            percent = first_jump_percent(rate.value / rate.nominal, expected)
        else:
            percent = _change_percent(last, rate)
        if abs(percent) > limit_percent:
            jumps[rate] = round(percent, _PERCENT_DIGITS)
        else:
            counted[rate.currency] = rate
    return jumps


def _change_percent(before: OfficialRate, after: OfficialRate) -> Decimal:
    earlier = before.value * after.nominal / before.nominal
    return (after.value - earlier) * 100 / earlier


def usual_value(base: str, into: str, usual: Mapping[str, Magnitude]) -> Decimal | None:
    """Return about how much of `into` one `base` is worth; None where either is not known."""
    if base not in usual or into not in usual:
        return None
    return usual[base].dollars / usual[into].dollars


def first_jump_percent(value: Decimal, expected: Decimal | None) -> Decimal:
    """Return by how many percent a first rate is off; 0 for one of the usual magnitude."""
    if expected is None or expected / TIMES_OFF <= value <= expected * TIMES_OFF:
        return Decimal(0)
    return (value - expected) * 100 / expected
