"""The customs fee, charged once for a declaration."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from moneyed import Money

from customs.countries.day_figures import DayFigures
from customs.countries.figure import NUMBER, Figure, FigureName
from customs.refusal import N_, CustomsRefusal


class UnknownFeeKind(CustomsRefusal):
    """Raised when the kind of the fee is not a key of `FEE_KINDS`."""

    code = "customs.countries.unknown_fee_kind"
    sentence = N_("For %(country)s the customs fee cannot be made in the way “%(kind)s”.")


@dataclass(frozen=True, slots=True)
class FixedFee:
    """A number of index units a declaration, as Kazakhstan's 6 MRP."""

    units: Decimal
    unit: Money


@dataclass(frozen=True, slots=True)
class PercentFee:
    """A percentage of the customs value between two sums, as Kyrgyzstan's 0.4 %."""

    percent: Decimal
    least: Money
    most: Money


@dataclass(frozen=True, slots=True)
class FeeStep:
    """A step of a fee: values up to `end` cost so many units."""

    end: Decimal | None
    """None for the last step, which has no end."""
    units: Decimal
    has_end: bool = False
    """Whether a value of exactly `end` belongs to this step, or to the next."""

    def holds(self, value: Decimal) -> bool:
        """Return whether a value beyond all earlier steps belongs to this one."""
        if self.end is None or value < self.end:
            return True
        return self.has_end and value == self.end


@dataclass(frozen=True, slots=True)
class LadderFee:
    """Index units by the value in a currency, as Uzbekistan's БРВ by US dollars."""

    currency: str
    steps: tuple[FeeStep, ...]
    unit: Money

    def units_for(self, value: Decimal) -> Decimal:
        """Return the units for a value in the currency of the steps."""
        return next(step.units for step in self.steps if step.holds(value))


FeeRule = FixedFee | PercentFee | LadderFee


def fee_rule(day: DayFigures) -> FeeRule:
    """Return the rule of the day; raises `UnknownFeeKind`, `NoFigure` or `BadFigure`."""
    kind = day.text(FigureName.FEE_KIND)
    if kind not in FEE_KINDS:
        raise UnknownFeeKind(country=day.country, kind=kind)
    return FEE_KINDS[kind](day)


def fee_figures(day: DayFigures) -> tuple[Figure, ...]:
    """Return the figures that make up the rule of the day.

    The kind must be one that `fee_rule` accepts. Raises `NoFigure`.
    """
    kind = day.get(FigureName.FEE_KIND)
    return (kind, *map(day.get, _MADE_OF[kind.value]))


def _fixed(day: DayFigures) -> FixedFee:
    return FixedFee(day.number(FigureName.FEE_UNITS), _unit(day))


def _percent(day: DayFigures) -> PercentFee:
    unit = _unit(day)
    return PercentFee(
        day.number(FigureName.FEE_PERCENT),
        least=unit * day.number(FigureName.FEE_LEAST_UNITS),
        most=unit * day.number(FigureName.FEE_MOST_UNITS),
    )


def _ladder(day: DayFigures) -> LadderFee:
    steps = read_steps(day.get(FigureName.FEE_LADDER))
    return LadderFee(day.text(FigureName.FEE_LADDER_CURRENCY), steps, _unit(day))


def read_steps(figure: Figure) -> tuple[FeeStep, ...]:
    """Parse the steps of a fee, whose ends must increase; raises `BadFigure`."""
    steps = tuple(_step(text, figure) for text in figure.value.split())
    ends = [step.end for step in steps]
    if ends != [*sorted({end for end in ends if end is not None}), None]:
        raise figure.bad
    return steps


def _step(text: str, figure: Figure) -> FeeStep:
    read = _STEP.fullmatch(text)
    if read is None:
        raise figure.bad
    end = read["end"]
    return FeeStep(
        None if end is None else Decimal(end),
        Decimal(read["units"]),
        has_end=read["sign"] == _WITH_END,
    )


def _unit(day: DayFigures) -> Money:
    return Money(day.number(FigureName.FEE_UNIT), day.currency)


_WITH_END: Final = "<="
_STEP: Final = re.compile(rf"(?:(?P<sign><=?)?(?P<end>{NUMBER})|\*):(?P<units>{NUMBER})", re.ASCII)
FEE_KINDS: Final[Mapping[str, Callable[[DayFigures], FeeRule]]] = {
    "fixed": _fixed,
    "percent": _percent,
    "ladder": _ladder,
}
_MADE_OF: Final[Mapping[str, tuple[FigureName, ...]]] = {
    "fixed": (FigureName.FEE_UNITS, FigureName.FEE_UNIT),
    "percent": (
        FigureName.FEE_PERCENT,
        FigureName.FEE_LEAST_UNITS,
        FigureName.FEE_MOST_UNITS,
        FigureName.FEE_UNIT,
    ),
    "ladder": (FigureName.FEE_LADDER, FigureName.FEE_LADDER_CURRENCY, FigureName.FEE_UNIT),
}
