"""Imports: every query."""

import hashlib
from datetime import datetime, timedelta
from typing import Final

import msgspec

from app.imports.goods_import import (
    GoodsImport,
    ImportMovedOn,
    ImportState,
    NoSuchImport,
)
from app.imports.heads import TableHead
from app.imports.remark import Remark
from app.imports.tables import GoodsImport as ImportTable
from app.imports.tables import GoodsImportMove as MoveTable
from app.imports.tables import KnownHead as HeadTable
from app.kit.records import Record, read_all, read_column, read_first
from app.kit.transitions import move_columns, save_transition
from app.kit.workbook.cell import WorkbookAbout

PAGE: Final = 30
_HELD_FOR: Final = timedelta(minutes=2)
"""Longer than any batch takes; a worker that was killed is followed by another after that."""


class GoodsImportRecord(Record):
    id: int
    company: int
    uploaded_by: int
    sender: str
    uploaded_at: datetime
    file_name: str
    state: ImportState
    format: str
    encoding: str
    separator: str
    sheet: str
    other_sheets: tuple[str, ...]
    hidden_rows: int
    hidden_columns: int
    head_from: int
    head_to: int
    heads: tuple[str, ...]
    columns: tuple[str, ...]
    last_row: int
    read_to: int
    judged_to: int
    applied_to: int
    trouble: Remark | None
    takes_back: int | None


class SentWorkbook(msgspec.Struct, frozen=True):
    """A file as it came."""

    body: bytes
    file_name: str


_COLUMNS: Final = (
    *(each for each in ImportTable.all_columns() if each._meta.name != "body"),  # noqa: SLF001 -- Piccolo's own way to a column's name
    ImportTable.uploaded_by.name.as_alias("sender"),
)


def _import(row: GoodsImportRecord) -> GoodsImport:
    told = msgspec.structs.asdict(row)
    return GoodsImport(
        company_id=told.pop("company"),
        sender_id=told.pop("uploaded_by"),
        sent_at=told.pop("uploaded_at"),
        **told,
    )


async def get_import(import_id: int, *, company_id: int) -> GoodsImport:
    """Return the company's import; raises `NoSuchImport` for another company's too."""
    query = ImportTable.select(*_COLUMNS).where(
        (ImportTable.id == import_id) & (ImportTable.company == company_id)
    )
    row = await read_first(GoodsImportRecord, query.first())
    if row is None:
        raise NoSuchImport
    return _import(row)


async def lock_import(import_id: int, *, company_id: int) -> GoodsImport:
    """Return the company's import, its row locked; raises `NoSuchImport`."""
    await (
        ImportTable.select(ImportTable.id)
        .where(ImportTable.id == import_id)
        .order_by(ImportTable.id)
        .lock_rows("NO KEY UPDATE")
    )
    return await get_import(import_id, company_id=company_id)


async def list_imports(company_id: int, *, before: int = 0) -> list[GoodsImport]:
    """List the company's imports, the newest first; `before` is an id to go on from."""
    query = ImportTable.select(*_COLUMNS).where(ImportTable.company == company_id)
    if before:
        query = query.where(ImportTable.id < before)
    query = query.order_by(ImportTable.id, ascending=False).limit(PAGE)
    return [_import(row) for row in await read_all(GoodsImportRecord, query)]


async def save_import(
    sent: SentWorkbook,
    *,
    company_id: int,
    by_id: int,
    at: datetime,
    takes_back: int | None = None,
) -> int:
    """Save a new import with its file, and return its id."""
    row = ImportTable(
        company=company_id,
        uploaded_by=by_id,
        uploaded_at=at,
        file_name=sent.file_name,
        sha256=hashlib.sha256(sent.body).hexdigest(),
        body=sent.body,
        state=ImportState.RECEIVED.value,
        takes_back=takes_back,
        other_sheets=[],
        heads=[],
        columns=[],
    )
    await row.save()
    begun = move_columns(was=None, to=ImportState.RECEIVED, at=at, by_id=by_id)
    await MoveTable(goods_import=row.id, **begun).save()
    return row.id


async def save_state(
    goods_import: GoodsImport, *, was: ImportState, at: datetime, by_id: int | None, why: str = ""
) -> None:
    """Save a move with the columns and how far the work is; raises `ImportMovedOn`."""
    columns = move_columns(was=was, to=goods_import.state, at=at, by_id=by_id, why=why)
    history = MoveTable(goods_import=goods_import.id, **columns)
    if not await save_transition(
        ImportTable.state, goods_import.id, was=was, to=goods_import.state, history=history
    ):
        raise ImportMovedOn(state=was.value)
    await ImportTable.update(
        {
            ImportTable.columns: list(goods_import.columns),
            ImportTable.judged_to: goods_import.judged_to,
            ImportTable.worked_until: None,
        }
    ).where(ImportTable.id == goods_import.id)


# What the worker does.

_TAKE: Final = (
    "UPDATE goods_import SET worked_until = {} WHERE id = (SELECT id FROM goods_import"
    " WHERE state = {} AND (worked_until IS NULL OR worked_until < {})"
    " ORDER BY last_row, id LIMIT 1 FOR UPDATE SKIP LOCKED) RETURNING id, company"
)


class TakenRecord(Record):
    id: int
    company: int


async def take_work(state: ImportState, *, at: datetime) -> GoodsImport | None:
    """Take an import in the state, the shortest first, so that no other worker does."""
    taken = await read_all(TakenRecord, ImportTable.raw(_TAKE, at + _HELD_FOR, state.value, at))
    return await get_import(taken[0].id, company_id=taken[0].company) if taken else None


async def leave_work(import_id: int) -> None:
    """Let go of an import, so that its next batch may be taken at once."""
    await ImportTable.update({ImportTable.worked_until: None}).where(ImportTable.id == import_id)


async def get_body(import_id: int) -> bytes:
    """Return the file of an import that is not yet read."""
    query = ImportTable.select(ImportTable.body).where(ImportTable.id == import_id)
    return (await read_column(bytes, query))[0]


async def save_about(
    import_id: int, about: WorkbookAbout, place: int, head: TableHead, *, columns: tuple[str, ...]
) -> None:
    """Save what was recognised in the file, before its rows are read."""
    sheet = about.sheets[place]
    others = [each.name for each in about.sheets if each is not sheet]
    await ImportTable.update(
        {
            ImportTable.format: about.format,
            ImportTable.encoding: about.encoding,
            ImportTable.separator: about.separator,
            ImportTable.sheet: sheet.name[:100],
            ImportTable.other_sheets: [*others, *about.hidden_sheets],
            ImportTable.hidden_rows: sheet.hidden_rows,
            ImportTable.hidden_columns: sheet.hidden_columns,
            ImportTable.head_from: head.first_row,
            ImportTable.head_to: head.last_row,
            ImportTable.heads: list(head.texts),
            ImportTable.columns: list(columns),
            ImportTable.last_row: sheet.rows,
        }
    ).where(ImportTable.id == import_id)


async def save_trouble(import_id: int, trouble: Remark) -> None:
    """Save why a file cannot be read, and drop the file."""
    await ImportTable.update(
        {
            ImportTable.trouble: msgspec.json.encode(trouble).decode(),
            ImportTable.body: b"",
        }
    ).where(ImportTable.id == import_id)


async def save_successor(import_id: int, columns: tuple[str, ...], *, last_row: int) -> None:
    """Save the head and length of an import that was made here, and not read from a file."""
    await ImportTable.update(
        {
            ImportTable.head_from: 1,
            ImportTable.head_to: 1,
            ImportTable.heads: list(columns),
            ImportTable.columns: list(columns),
            ImportTable.read_to: last_row,
            ImportTable.last_row: last_row,
        }
    ).where(ImportTable.id == import_id)


async def save_read_to(import_id: int, number: int) -> None:
    """Save up to which row the file is read."""
    await ImportTable.update({ImportTable.read_to: number}).where(ImportTable.id == import_id)


async def save_wholly_read(import_id: int, number: int) -> None:
    """Save the last row, and drop the file: the rows hold everything."""
    await ImportTable.update(
        {ImportTable.read_to: number, ImportTable.last_row: number, ImportTable.body: b""}
    ).where(ImportTable.id == import_id)


async def save_judged_to(import_id: int, number: int) -> None:
    """Save up to which row the import is judged."""
    await ImportTable.update({ImportTable.judged_to: number}).where(ImportTable.id == import_id)


async def save_applied_to(import_id: int, number: int) -> None:
    """Save up to which row the import is applied."""
    await ImportTable.update({ImportTable.applied_to: number}).where(ImportTable.id == import_id)


# What a company said the heads of its workbooks mean.

_SAY: Final = (
    "INSERT INTO known_head (company, head_sha256, columns, said_by, said_at)"
    " VALUES ({}, {}, {}::text[], {}, {}) ON CONFLICT (company, head_sha256) DO UPDATE"
    " SET columns = excluded.columns, said_by = excluded.said_by, said_at = excluded.said_at"
)


def _sha256_of(heads: tuple[str, ...]) -> str:
    return hashlib.sha256("\0".join(heads).encode()).hexdigest()


async def find_columns(heads: tuple[str, ...], *, company_id: int) -> tuple[str, ...] | None:
    """Return what the company said of a head before; None when it said nothing."""
    query = HeadTable.select(HeadTable.columns).where(
        (HeadTable.company == company_id) & (HeadTable.head_sha256 == _sha256_of(heads))
    )
    found = await read_column(tuple[str, ...], query)
    return found[0] if found else None


async def save_columns(
    heads: tuple[str, ...], columns: tuple[str, ...], *, company_id: int, by_id: int, at: datetime
) -> None:
    """Save what the company says of a head, in place of what it said before."""
    await HeadTable.raw(_SAY, company_id, _sha256_of(heads), list(columns), by_id, at)
