"""Joining rows that a page break split."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from customs.tariff.heading import level
from customs.tariff.line import UnreadRow
from customs.tariff.table import TableRow

_RANGE_BEGUN: Final = re.compile(r".*[0-9]")
_RANGE_ENDED: Final = re.compile(r"[–—] ?[0-9]{4}\b")
"""A range of codes split before its dash: `8701` and `– 8705`."""


def join_broken_rows(rows: Iterable[TableRow | UnreadRow]) -> Iterator[TableRow | UnreadRow]:
    """Yield rows, those that a page break split joined again."""
    held: TableRow | None = None
    for row in rows:
        if isinstance(row, UnreadRow):
            yield row
        elif held is not None and row.opens_page and _goes_on(held, row):
            held = _joined(held, row)
        else:
            if held is not None:
                yield held
            held = row
    if held is not None:
        yield held


def _goes_on(begun: TableRow, rest: TableRow) -> bool:
    """Return whether a row continues the one before: no code, and not a heading."""
    return not rest.code.text and (level(rest) == 0 or _is_range(begun, rest))


def _is_range(begun: TableRow, rest: TableRow) -> bool:
    is_begun = _RANGE_BEGUN.fullmatch(begun.name.text)
    return is_begun is not None and _RANGE_ENDED.match(rest.name.text) is not None


def _joined(row: TableRow, rest: TableRow) -> TableRow:
    return replace(
        row,
        name=row.name.followed_by(rest.name),
        unit=row.unit.followed_by(rest.unit),
        rate=row.rate.followed_by(rest.rate),
    )
