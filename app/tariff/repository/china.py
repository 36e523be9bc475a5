"""Queries of the Chinese tariff."""

from collections.abc import Collection
from dataclasses import asdict
from datetime import date

from piccolo.custom_types import Combinable

from app.kit.records import Record, read_all, read_first
from app.tariff.china_line import ChinaLine, UnknownCode
from app.tariff.tables import ChinaTariffLine as LineRow

_LOCK = "SELECT pg_advisory_xact_lock(hashtextextended({}, 0))"


class ChinaLineRecord(Record):
    code: str
    name_zh: str
    unit_1: str
    unit_2: str
    element_names: tuple[str, ...]
    supervision_letters: str
    source: str
    valid_from: date
    valid_to: date | None


def _line(row: ChinaLineRecord) -> ChinaLine:
    return ChinaLine(
        code=row.code,
        name_zh=row.name_zh,
        unit_1=row.unit_1,
        unit_2=row.unit_2,
        element_names=row.element_names,
        supervision_letters=row.supervision_letters,
        source=row.source,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
    )


def _holds_on(day: date) -> Combinable:
    return (LineRow.valid_from <= day) & (LineRow.valid_to.is_null() | (LineRow.valid_to >= day))


async def get_china_line(code: str, on: date) -> ChinaLine:
    """Return the line in force for the code on the day; raises `UnknownCode`."""
    query = (
        LineRow.select()
        .where((LineRow.code == code) & _holds_on(on))
        .order_by(LineRow.valid_from, ascending=False)
    )
    row = await read_first(ChinaLineRecord, query.first())
    if row is None:
        raise UnknownCode(code=code, day=on)
    return _line(row)


async def find_china_lines(codes: Collection[str], *, on: date) -> dict[str, ChinaLine]:
    """Return the lines in force on the day, by code; a code without one is left out."""
    if not codes:
        return {}
    query = (
        LineRow.select()
        .where(LineRow.code.is_in(sorted(codes)) & _holds_on(on))
        .order_by(LineRow.valid_from)
    )
    return {row.code: _line(row) for row in await read_all(ChinaLineRecord, query)}


async def lock_code(code: str) -> None:
    """Make a second writer of the same code wait for this transaction."""
    await LineRow.raw(_LOCK, f"china_tariff:{code}")


async def list_china_lines(code: str) -> list[ChinaLine]:
    """List every line of the code, oldest first."""
    query = LineRow.select().where(LineRow.code == code).order_by(LineRow.valid_from)
    return [_line(row) for row in await read_all(ChinaLineRecord, query)]


async def save_china_line(line: ChinaLine) -> None:
    await LineRow(**{**asdict(line), "element_names": list(line.element_names)}).save()


async def close_china_line(line: ChinaLine, *, last_day: date) -> None:
    """Set the last day of an open line."""
    await LineRow.update({LineRow.valid_to: last_day}).where(
        (LineRow.code == line.code) & (LineRow.valid_from == line.valid_from)
    )
