"""The customs fee: asked once for a declaration, however many lines it has."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Final

from moneyed import Money

from customs.countries.day import Day
from customs.countries.figure import BadFigure, Name
from customs.refusal import N_, CustomsRefusal


class UnknownFeeKind(CustomsRefusal):
    """The figure that says how the fee is made names no way we know."""

    sentence = N_("For %(country)s the customs fee cannot be made in the way “%(kind)s”.")


@dataclass(frozen=True, slots=True)
class FixedFee:
    """So many index units for a declaration: Kazakhstan's 6 MRP."""

    units: Decimal
    unit: Money


@dataclass(frozen=True, slots=True)
class PercentFee:
    """A percentage of the customs value between two sums: Kyrgyzstan's 0.4 %."""

    percent: Decimal
    least: Money
    most: Money


@dataclass(frozen=True, slots=True)
class Step:
    """A value below `below` costs so many units; None for the last step, which has no end."""

    below: Decimal | None
    units: Decimal


@dataclass(frozen=True, slots=True)
class LadderFee:
    """Units by the value in a foreign currency: Uzbekistan's БРВ by US dollars."""

    currency: str
    steps: tuple[Step, ...]
    unit: Money

    def units_for(self, value: Decimal) -> Decimal:
        """Will give the units for a value in the ladder's currency."""
        return next(step.units for step in self.steps if step.below is None or value < step.below)


FeeRule = FixedFee | PercentFee | LadderFee


def fee_rule(day: Day) -> FeeRule:
    """Will give the rule of the day; raises `UnknownFeeKind`, `NoFigure` or `BadFigure`."""
    kind = day.text(Name.FEE_KIND)
    if kind not in KINDS:
        raise UnknownFeeKind(country=day.country, kind=kind)
    return KINDS[kind](day)


def _fixed(day: Day) -> FixedFee:
    return FixedFee(day.number(Name.FEE_UNITS), _unit(day))


def _percent(day: Day) -> PercentFee:
    unit = _unit(day)
    return PercentFee(
        day.number(Name.FEE_PERCENT),
        least=unit * day.number(Name.FEE_LEAST_UNITS),
        most=unit * day.number(Name.FEE_MOST_UNITS),
    )


def _ladder(day: Day) -> LadderFee:
    figure = day.get(Name.FEE_LADDER)
    try:
        steps = tuple(_step(text) for text in figure.value.split())
    except (ValueError, InvalidOperation) as trouble:
        raise BadFigure(country=day.country, figure=figure.name, value=figure.value) from trouble
    ends = [step.below for step in steps]
    if not steps or ends[-1] is not None or None in ends[:-1]:
        raise BadFigure(country=day.country, figure=figure.name, value=figure.value)
    return LadderFee(day.text(Name.FEE_LADDER_CURRENCY), steps, _unit(day))


def _step(text: str) -> Step:
    below, units = text.split(":")
    return Step(None if below == _OPEN else Decimal(below), Decimal(units))


def _unit(day: Day) -> Money:
    return Money(day.number(Name.FEE_UNIT), day.currency)


_OPEN: Final = "*"
KINDS: Final[Mapping[str, Callable[[Day], FeeRule]]] = {
    "fixed": _fixed,
    "percent": _percent,
    "ladder": _ladder,
}
