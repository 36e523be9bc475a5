"""Lines of the Chinese tariff: every query."""

from dataclasses import asdict
from datetime import date
from typing import Any

from app.tariff.china_line import ChinaLine, UnknownCode
from app.tariff.tables import ChinaTariffLine as LineRow

_LOCK = "SELECT pg_advisory_xact_lock(hashtextextended({}, 0))"


def _line(row: dict[str, Any]) -> ChinaLine:
    return ChinaLine(
        code=row["code"],
        name_zh=row["name_zh"],
        unit_1=row["unit_1"],
        unit_2=row["unit_2"],
        element_names=tuple(row["element_names"]),
        supervision_letters=row["supervision_letters"],
        source=row["source"],
        valid_from=row["valid_from"],
        valid_to=row["valid_to"],
    )


async def get_china_line(code: str, on: date) -> ChinaLine:
    """Will give the line that holds for the code on the day; raises `UnknownCode`."""
    row = (
        await LineRow.select()
        .where(
            (LineRow.code == code)
            & (LineRow.valid_from <= on)
            & (LineRow.valid_to.is_null() | (LineRow.valid_to >= on))
        )
        .order_by(LineRow.valid_from, ascending=False)
        .first()
    )
    if row is None:
        raise UnknownCode(code=code, day=on)
    return _line(row)


async def lock_code(code: str) -> None:
    """Will make a second writer of the same code wait for this transaction."""
    await LineRow.raw(_LOCK, f"china_tariff:{code}")


async def list_china_lines(code: str) -> list[ChinaLine]:
    """Will list every line the code ever had, oldest first."""
    rows = await LineRow.select().where(LineRow.code == code).order_by(LineRow.valid_from)
    return [_line(row) for row in rows]


async def keep_china_line(line: ChinaLine) -> None:
    """Will keep a new line."""
    await LineRow(**{**asdict(line), "element_names": list(line.element_names)}).save()


async def close_china_line(line: ChinaLine, *, last_day: date) -> None:
    """Will set the last day of a line that had no end."""
    await LineRow.update({LineRow.valid_to: last_day}).where(
        (LineRow.code == line.code) & (LineRow.valid_from == line.valid_from)
    )
