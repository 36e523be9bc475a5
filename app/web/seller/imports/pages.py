"""What the pages of imports show."""

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from datetime import date

from app.catalog import repository as catalog
from app.catalog.mall import Mall
from app.catalog.prefectures import PREFECTURES, Prefecture
from app.catalog.units import PACKINGS, UNITS
from app.imports.goods_import import GoodsImport, ImportRow
from app.imports.repository import imports, rows
from app.imports.repository.rows import VerdictCount
from app.imports.verdict import Verdict
from app.reference import current
from customs import codes
from customs.codes import Code

_SAMPLES = 3
_BATCH = 1_000


@dataclass(frozen=True, slots=True)
class ImportPage:
    """An import with its counts, the first rows of goods, and a page of rows."""

    goods_import: GoodsImport
    counts: Mapping[Verdict, VerdictCount]
    samples: tuple[ImportRow, ...]
    rows: tuple[ImportRow, ...]
    next_after: int
    """The row to go on from; 0 on the last page."""


async def read_import_page(
    import_id: int, *, company_id: int, verdict: Verdict | None, after: int
) -> ImportPage:
    """Return an import of the company; raises `NoSuchImport`."""
    found = await imports.get_import(import_id, company_id=company_id)
    shown = await rows.list_rows(found.id, after=after, verdict=verdict, most=rows.PAGE + 1)
    return ImportPage(
        goods_import=found,
        counts=await rows.count_verdicts(found.id),
        samples=tuple(await rows.list_rows(found.id, after=found.head_to, most=_SAMPLES)),
        rows=tuple(shown[: rows.PAGE]),
        next_after=shown[rows.PAGE - 1].number if len(shown) > rows.PAGE else 0,
    )


@dataclass(frozen=True, slots=True)
class WholeImport:
    """An import with all its rows, in batches, and how many cells the widest has."""

    goods_import: GoodsImport
    width: int
    batches: AsyncIterator[list[ImportRow]]


async def read_whole_import(import_id: int, *, company_id: int) -> WholeImport:
    """Return an import of the company with its rows; raises `NoSuchImport`."""
    found = await imports.get_import(import_id, company_id=company_id)
    width = max(await rows.widest(found.id), len(found.heads))
    return WholeImport(found, width, _batches(found.id))


@dataclass(frozen=True, slots=True)
class AllowedWords:
    """What some columns may hold: things whose names are words for their cells."""

    units: tuple[Code, ...]
    packings: tuple[Code, ...]
    prefectures: tuple[Prefecture, ...]
    malls: tuple[Mall, ...]


async def read_allowed_words(language: str, *, on: date) -> AllowedWords:
    """Return what goods that are listed on the day may name."""
    return AllowedWords(
        units=tuple(row for row in codes.UNITS if row.code in UNITS),
        packings=tuple(row for row in codes.PACKINGS if row.code in PACKINGS),
        prefectures=tuple(current.edition().on(PREFECTURES, on).values()),
        malls=tuple(await catalog.list_malls(language)),
    )


async def _batches(import_id: int) -> AsyncIterator[list[ImportRow]]:
    after = 0
    while batch := await rows.list_rows(import_id, after=after, most=_BATCH):
        after = batch[-1].number
        yield batch
