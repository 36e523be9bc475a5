"""The worker reads workbooks that were sent."""

from dataclasses import replace
from datetime import datetime

from app.imports.column import Column, check_columns
from app.imports.goods_import import GoodsImport, ImportState
from app.imports.heads import TableHead, find_head, is_no_matter
from app.imports.remark import remark_of
from app.imports.repository import imports, rows
from app.kit.db import transaction
from app.kit.refusal import BadInput, Refusal
from app.kit.workbook.cell import WorkbookAbout
from app.kit.workbook.reading import OpenWorkbook, opened
from app.kit.workbook.refused import NoRows


async def read_due(*, at: datetime) -> int:
    """Read one workbook that waits, whole; return how many were read."""
    found = await imports.take_work(ImportState.RECEIVED, at=at)
    if found is None:
        return 0
    try:
        await _read(found, at=at)
    except BadInput as refusal:
        await _refuse(found, refusal, at=at)
    return 1


async def _read(found: GoodsImport, *, at: datetime) -> None:
    # What a worker that was killed has read is read again: a file has no place to go on from.
    await rows.delete_rows(found.id)
    async with opened(await imports.get_body(found.id)) as book:
        place, head = _sheet_of_goods(book.about)
        said = await imports.find_columns(head.texts, company_id=found.company_id)
        columns = said if said is not None else head.columns
        await imports.save_about(found.id, book.about, place, head, columns=columns)
        last = await _save_rows(found, book, place)
    async with transaction():
        await imports.save_wholly_read(found.id, last)
        read = replace(found.moved(ImportState.READ), columns=columns)
        await imports.save_state(read, was=found.state, at=at, by_id=None)
        if said is not None or _is_sure(head):
            checking = read.checked_anew(columns)
            await imports.save_state(checking, was=read.state, at=at, by_id=None)


async def _save_rows(found: GoodsImport, book: OpenWorkbook, place: int) -> int:
    """Save the rows in batches, so that memory stays bounded; return the last row's number."""
    last = 0
    async for batch in book.rows(place):
        last = batch[-1].number
        async with transaction():
            await rows.save_rows(found.id, batch)
            await imports.save_read_to(found.id, last)
    return last


def _sheet_of_goods(about: WorkbookAbout) -> tuple[int, TableHead]:
    """Return the place and head of the sheet whose head is known best; raises `NoRows`."""
    heads = [(place, find_head(sheet)) for place, sheet in enumerate(about.sheets)]
    found = [(place, head) for place, head in heads if head is not None]
    if not found:
        raise NoRows(field="body")
    return max(found, key=lambda each: each[1].known)


def _is_sure(head: TableHead) -> bool:
    """Return whether every column is recognised: then nobody need be asked first."""
    try:
        check_columns(head.columns)
    except Refusal:
        return False
    named = [
        meaning
        for text, meaning in zip(head.texts, head.columns, strict=True)
        if meaning or not is_no_matter(text)
    ]
    return all(named) and set(named) != {Column.SKU}


async def _refuse(found: GoodsImport, refusal: BadInput, *, at: datetime) -> None:
    await rows.delete_rows(found.id)
    async with transaction():
        await imports.save_trouble(found.id, remark_of(refusal))
        refused = found.moved(ImportState.UNREADABLE)
        await imports.save_state(refused, was=found.state, at=at, by_id=None, why=refusal.code)
