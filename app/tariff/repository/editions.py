"""Queries of editions of import tariffs and their lines."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, datetime
from itertools import islice
from typing import Final

from app.kit.records import Record, read_all, read_column
from app.tariff.edition import (
    CHAPTER_DIGITS,
    Edition,
    EditionKnown,
    LineGone,
    LineInForce,
    TariffLine,
    UnknownLine,
)
from app.tariff.tables import TariffEdition as EditionRow
from app.tariff.tables import TariffLine as LineRow

_LOCK: Final = "SELECT pg_advisory_xact_lock(hashtextextended({}, 0))"
_IN_FORCE: Final = """
    SELECT DISTINCT ON (line.code) line.code, line.name, line.unit, line.rate_text, line.notes,
           line.name_marks, line.is_reused,
           edition.source, edition.valid_from, edition.id AS edition
    FROM tariff_line line JOIN tariff_edition edition ON edition.id = line.edition
    WHERE edition.tariff = {} AND edition.valid_from <= {} AND line.code = ANY({})
    ORDER BY line.code, edition.valid_from DESC, edition.id DESC
"""
_CODES: Final = """
    SELECT DISTINCT line.code
    FROM tariff_line line JOIN tariff_edition edition ON edition.id = line.edition
    WHERE edition.tariff = {} AND edition.valid_from <= {} AND left(line.code, 2) = ANY({})
"""
_WHOLE: Final = """
    SELECT DISTINCT ON (chapter) chapter, edition.valid_from, edition.id
    FROM tariff_edition edition, unnest(edition.whole_chapters) AS chapter
    WHERE edition.tariff = {} AND edition.valid_from <= {} AND chapter = ANY({})
    ORDER BY chapter, edition.valid_from DESC, edition.id DESC
"""
_ROWS_AT_ONCE: Final = 2000


class TariffLineRecord(Record):
    code: str
    name: str
    unit: str
    rate_text: str
    notes: tuple[str, ...]
    name_marks: tuple[str, ...]
    is_reused: bool
    source: str
    valid_from: date
    edition: int


class ChapterRecord(Record):
    """The newest edition that holds a whole chapter."""

    chapter: str
    valid_from: date
    id: int


async def lock(tariff: str) -> None:
    """Make a second importer of the same tariff wait for this transaction."""
    await EditionRow.raw(_LOCK, f"tariff:{tariff}")


async def find_lines(tariff: str, codes: Collection[str], *, on: date) -> dict[str, LineInForce]:
    """Return the lines in force on the day, by code; a code without one is left out."""
    found = await _find(tariff, codes, on=on)
    return {code: line for code, line in found.items() if isinstance(line, LineInForce)}


async def get_line(tariff: str, code: str, *, on: date) -> LineInForce:
    """Return the line in force for a code; raises `UnknownLine` or `LineGone`."""
    return (await get_lines(tariff, [code], on=on))[code]


async def get_lines(tariff: str, codes: Collection[str], *, on: date) -> dict[str, LineInForce]:
    """Return the line in force for every code, by code; raises `UnknownLine` or `LineGone`."""
    found = await _find(tariff, codes, on=on)
    return {code: _held(found.get(code), tariff=tariff, code=code, on=on) for code in codes}


def _held(found: LineInForce | date | None, *, tariff: str, code: str, on: date) -> LineInForce:
    if found is None:
        raise UnknownLine(tariff=tariff, code=code, day=on)
    if isinstance(found, date):
        raise LineGone(tariff=tariff, code=code, day=on, since=found)
    return found


async def _find(tariff: str, codes: Collection[str], *, on: date) -> dict[str, LineInForce | date]:
    """Return each known code's line, or the day of the edition that dropped it."""
    rows = await read_all(TariffLineRecord, LineRow.raw(_IN_FORCE, tariff, on, list(codes)))
    chapters = {row.code[:CHAPTER_DIGITS] for row in rows}
    whole = await read_all(ChapterRecord, EditionRow.raw(_WHOLE, tariff, on, list(chapters)))
    newest = {row.chapter: (row.valid_from, row.id) for row in whole}
    return {row.code: _line_or_end(row, newest) for row in rows}


def _line_or_end(row: TariffLineRecord, newest: dict[str, tuple[date, int]]) -> LineInForce | date:
    own = (row.valid_from, row.edition)
    day, edition = newest.get(row.code[:CHAPTER_DIGITS], own)
    if (day, edition) > own:
        return day
    return LineInForce(_line(row), row.source, row.valid_from)


def _line(row: TariffLineRecord) -> TariffLine:
    return TariffLine(
        code=row.code,
        name=row.name,
        unit=row.unit,
        rate_text=row.rate_text,
        notes=row.notes,
        name_marks=row.name_marks,
        is_reused=row.is_reused,
    )


async def list_chapters(tariff: str, chapters: Collection[str], *, on: date) -> list[TariffLine]:
    """Return the lines in force of some chapters, by code."""
    codes = await read_column(str, LineRow.raw(_CODES, tariff, on, list(chapters)))
    found = await find_lines(tariff, codes, on=on)
    return [found[code].line for code in sorted(found)]


async def save_edition(edition: Edition, lines: Sequence[TariffLine], *, at: datetime) -> None:
    """Save an edition with its lines; raises `EditionKnown`."""
    same = (
        (EditionRow.tariff == edition.tariff)
        & (EditionRow.sha256 == edition.sha256)
        & (EditionRow.valid_from == edition.valid_from)
    )
    if await EditionRow.exists().where(same):
        raise EditionKnown(source=edition.source, day=edition.valid_from)
    row = EditionRow(
        tariff=edition.tariff,
        source=edition.source,
        sha256=edition.sha256,
        valid_from=edition.valid_from,
        whole_chapters=list(edition.whole_chapters),
        kept_at=at,
    )
    await row.save()
    for part in _parts(lines):
        await LineRow.insert(*(_row(line, row.id) for line in part))


async def has_edition(tariff: str, sha256: str) -> bool:
    """Return whether a publication was imported, for any day."""
    return await EditionRow.exists().where(
        (EditionRow.tariff == tariff) & (EditionRow.sha256 == sha256)
    )


def _parts(lines: Iterable[TariffLine]) -> Iterator[list[TariffLine]]:
    rest = iter(lines)
    while part := list(islice(rest, _ROWS_AT_ONCE)):
        yield part


def _row(line: TariffLine, edition: int) -> LineRow:
    return LineRow(
        edition=edition,
        code=line.code,
        name=line.name,
        unit=line.unit,
        rate_text=line.rate_text,
        notes=list(line.notes),
        name_marks=list(line.name_marks),
        is_reused=line.is_reused,
    )
