"""What a second person must confirm with a reason before terms are published."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from app.kit.i18n import N_
from app.kit.refusal import BadInput
from app.rates.official import OfficialRate
from app.rates.selling import SellingRate, SellingTerms

_BELOW_FLOOR: Final = N_("The spread of %(percent)s %% is below the floor of %(floor)s %%.")
_JUMP: Final = N_(
    "The selling rate changes by %(percent)s %%, more than the limit of %(limit)s %%."
)


class ReasonNeeded(BadInput):
    """There are objections to the draft, and no reason was given."""

    code = "rate.reason_needed"
    sentence = N_("Write why this is right although something stands against it.")


@dataclass(frozen=True, slots=True)
class Objection:
    """An objection to a draft, as a message with its figures."""

    sentence: str
    fields: dict[str, object]


def objections(
    draft: SellingTerms, *, before: SellingRate | None, official: OfficialRate
) -> tuple[Objection, ...]:
    """Return the objections to publishing a draft, by the limits in force and its own.

    `before` is the selling rate in force, `official` the rate that the draft would go with.
    """
    return tuple(_objections(draft, before, SellingRate(official, draft)))


def _objections(
    draft: SellingTerms, before: SellingRate | None, after: SellingRate
) -> Iterator[Objection]:
    floors = [draft.limits.floor_percent]
    if before is not None:
        floors.append(before.terms.limits.floor_percent)
    if draft.spread_percent < max(floors):
        fields: dict[str, object] = {
            "percent": _plain(draft.spread_percent),
            "floor": _plain(max(floors)),
        }
        yield Objection(_BELOW_FLOOR, fields)
    if before is not None:
        yield from _jump(before, after)


def _jump(before: SellingRate, after: SellingRate) -> Iterator[Objection]:
    percent = _change(before.value / before.official.nominal, after.value / after.official.nominal)
    limit = before.terms.limits.jump_percent
    if abs(percent) > limit:
        yield Objection(_JUMP, {"percent": _plain(round(percent, 2)), "limit": _plain(limit)})


def check_reason(objections: tuple[Objection, ...], reason: str) -> str:
    """Return the reason; raises `ReasonNeeded` when there are objections and no reason."""
    if objections and not reason.strip():
        raise ReasonNeeded(field="reason")
    return reason.strip()


def _change(before: Decimal, after: Decimal) -> Decimal:
    return (after - before) * 100 / before


def _plain(figure: Decimal) -> str:
    return f"{figure.normalize():f}"
