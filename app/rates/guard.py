"""What every rate passes where it comes in, so that selling, customs and history see the same.

A figure out of all bounds and a day far off are refused with the whole answer; a figure that
jumped against the one before is saved and held until a second person confirms it.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from app.kit.refusal import BadInput
from app.kit.words import N_
from app.rates.banks import get_bank
from app.rates.official import OfficialRate

AHEAD: Final = timedelta(days=14)
"""No bank here publishes rates for a later day, its longest holidays included."""
OLDEST: Final = date(1993, 1, 1)
"""The national currencies of the region are younger than this day."""
SMALLEST: Final = Decimal("0.000001")
LARGEST: Final = Decimal(1_000_000)
"""Between these one unit of any currency stands in any other of ours."""
_PERCENT_DIGITS: Final = 3


class DayFarOff(BadInput):
    """A bank's answer is for a day that no bank publishes on this one."""

    code = "rate.day_far_off"
    sentence = N_(
        "The answer of %(bank)s has a rate for %(day)s, and today is %(today)s there."
        " None of it was taken."
    )


def is_plausible(value: Decimal, nominal: int) -> bool:
    """Return whether so much money for `nominal` units can be a rate of exchange at all."""
    return SMALLEST <= value / nominal <= LARGEST


def check_days(rates: Iterable[OfficialRate], *, today: date) -> None:
    """Let rates of possible days pass; raises `DayFarOff`. `today` is the day at the bank."""
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
) -> dict[OfficialRate, Decimal]:
    """Return the rates that changed beyond the limit, each with its change in percent.

    `before` holds the rate of each currency that counted until now; a rate without one is new.
    """
    counted = dict(before)
    jumps: dict[OfficialRate, Decimal] = {}
    for rate in sorted(rates, key=lambda each: each.effective_on):
        last = counted.get(rate.currency)
        percent = Decimal(0) if last is None else _jump_percent(last, rate)
        if abs(percent) > limit_percent:
            jumps[rate] = round(percent, _PERCENT_DIGITS)
        else:
            counted[rate.currency] = rate
    return jumps


def _jump_percent(before: OfficialRate, after: OfficialRate) -> Decimal:
    """Return the change; none when it is but one of the last decimal that a bank writes."""
    earlier = before.value * after.nominal / before.nominal
    places = min(int(after.value.as_tuple().exponent), int(before.value.as_tuple().exponent))
    if places < 0 and abs(after.value - earlier) <= Decimal(1).scaleb(places):
        return Decimal(0)
    return (after.value - earlier) * 100 / earlier
