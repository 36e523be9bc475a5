"""Merging lines of an order into lines of the declaration."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from customs.china.declaration import DeclarationLine, Quantity
from customs.refusal import N_, CustomsRefusal

LINES_MAX: Final = 50
"""表体数据不能超过50条."""


class TooManyLines(CustomsRefusal):
    """Raised when the goods make more lines than one declaration holds."""

    code = "customs.china.too_many_lines"
    sentence = N_(
        "The goods make %(lines)s lines, and one declaration holds %(most)s. Split the order."
    )


def merge_lines(lines: Iterable[DeclarationLine]) -> tuple[DeclarationLine, ...]:
    """Merge equal lines and number them from 1.

    Raises `TooManyLines` when more than `LINES_MAX` remain.
    """
    joined = numbered(join_lines(lines))
    if len(joined) > LINES_MAX:
        raise TooManyLines(lines=len(joined), most=LINES_MAX)
    return joined


def join_lines(lines: Iterable[DeclarationLine]) -> tuple[DeclarationLine, ...]:
    """Merge lines that are equal but for number, amounts and batches.

    Lines of one code, name, elements, units, price, currency, origin, destination and domestic
    source become one; quantities, weights and totals are added, batches are listed once each.
    """
    joined: dict[DeclarationLine, DeclarationLine] = {}
    for line in lines:
        same = _said(line)
        joined[same] = _sum(joined[same], line) if same in joined else line
    return tuple(joined.values())


def numbered(lines: Iterable[DeclarationLine]) -> tuple[DeclarationLine, ...]:
    """Return the lines numbered from 1."""
    return tuple(replace(line, number=number) for number, line in enumerate(lines, start=1))


def _said(line: DeclarationLine) -> DeclarationLine:
    """Return a line without its number, amounts and batches, as the key of equal lines."""
    return replace(
        line,
        number=0,
        statutory_1=_unit_of(line.statutory_1),
        statutory_2=_unit_of(line.statutory_2),
        declared=Quantity(line.declared.amount * 0, line.declared.unit),
        total=line.total * 0,
        net_g=0,
        batches=(),
        produced_on=(),
    )


def _unit_of(quantity: Quantity | None) -> Quantity | None:
    return quantity and Quantity(quantity.amount * 0, quantity.unit)


def _sum(one: DeclarationLine, other: DeclarationLine) -> DeclarationLine:
    return replace(
        one,
        statutory_1=_add(one.statutory_1, other.statutory_1),
        statutory_2=_add(one.statutory_2, other.statutory_2),
        declared=Quantity(one.declared.amount + other.declared.amount, one.declared.unit),
        total=one.total + other.total,
        net_g=one.net_g + other.net_g,
        batches=tuple(dict.fromkeys((*one.batches, *other.batches))),
        produced_on=tuple(sorted({*one.produced_on, *other.produced_on})),
    )


def _add(one: Quantity | None, other: Quantity | None) -> Quantity | None:
    if one is None or other is None:
        return None
    return Quantity(one.amount + other.amount, one.unit)
