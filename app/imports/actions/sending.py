"""What a seller does with an import: send, say what columns mean, agree, withdraw, take back."""

from dataclasses import replace
from datetime import datetime
from typing import Final

from app.accounts.person import Reader
from app.imports.column import Column, check_columns
from app.imports.goods_import import (
    IMPORT_STATES,
    MOST_BYTES,
    GoodsImport,
    ImportRow,
    ImportState,
    NothingToTakeBack,
    NoWorkbookFile,
)
from app.imports.repository import imports, rows
from app.imports.repository.imports import SentWorkbook
from app.imports.verdict import Verdict
from app.kit import once
from app.kit.db import transaction
from app.kit.workbook.cell import SheetRow

_MEGABYTE: Final = 1_000_000
_BATCH: Final = 1_000


async def send_workbook(sent: SentWorkbook, *, by: Reader, at: datetime) -> int:
    """Keep a workbook to be read, and return its import's id; raises `NoWorkbookFile`."""
    if not 0 < len(sent.body) <= MOST_BYTES:
        raise NoWorkbookFile(field="file", most=MOST_BYTES // _MEGABYTE)
    async with transaction():
        await once.claim()
        return await imports.save_import(sent, company_id=by.company_id, by_id=by.person_id, at=at)


async def choose_columns(
    import_id: int, columns: tuple[str, ...], *, by: Reader, at: datetime
) -> None:
    """Set what the columns mean, for this import and the next with the same head; check it anew.

    Raises `NoSuchImport`, `ImportMovedOn`, `UnknownMeaning`, `MeaningTwice` or `NoArticleColumn`.
    """
    check_columns(columns)
    async with transaction():
        found = await imports.lock_import(import_id, company_id=by.company_id)
        told = (*columns, *[""] * len(found.heads))[: len(found.heads)]
        chosen = found.checked_anew(told)
        await imports.save_columns(
            found.heads, told, company_id=by.company_id, by_id=by.person_id, at=at
        )
        await imports.save_state(chosen, was=found.state, at=at, by_id=by.person_id)


async def agree(import_id: int, *, by: Reader, at: datetime) -> None:
    """Agree to what the preview shows: the worker takes it in.

    Raises `NoSuchImport`, `ImportMovedOn`, `NotTheSender` or `NothingToTake`.
    """
    async with transaction():
        found = await imports.lock_import(import_id, company_id=by.company_id)
        counts = await rows.count_verdicts(import_id)
        agreed = found.agreed(
            by_id=by.person_id, counts={each: count.rows for each, count in counts.items()}
        )
        await imports.save_state(agreed, was=found.state, at=at, by_id=by.person_id)


async def withdraw(import_id: int, *, by: Reader, at: datetime) -> None:
    """Withdraw an import that is not agreed to; raises `NoSuchImport` or `ImportMovedOn`."""
    async with transaction():
        found = await imports.lock_import(import_id, company_id=by.company_id)
        withdrawn = found.moved(ImportState.WITHDRAWN)
        await imports.save_state(withdrawn, was=found.state, at=at, by_id=by.person_id)


async def take_back(import_id: int, *, by: Reader, at: datetime) -> int:
    """Make the import that would set back words and prices which an applied one changed.

    It is previewed and agreed to like any other. Goods that were listed stay listed. Raises
    `NoSuchImport`, `ImportMovedOn` or `NothingToTakeBack`.
    """
    async with transaction():
        await once.claim()
        found = await imports.get_import(import_id, company_id=by.company_id)
        if found.state is not ImportState.APPLIED:
            raise IMPORT_STATES.refuse(found.state)
        return await _make_successor(found, by=by, at=at)


async def _make_successor(found: GoodsImport, *, by: Reader, at: datetime) -> int:
    columns = _changeable()
    sent = SentWorkbook(body=b"", file_name=found.file_name)
    made = await imports.save_import(
        sent, company_id=by.company_id, by_id=by.person_id, at=at, takes_back=found.id
    )
    last = await _save_earlier(found, made, columns)
    if last == 1:
        raise NothingToTakeBack
    await imports.save_successor(made, columns, last_row=last)
    new = await imports.get_import(made, company_id=by.company_id)
    for state in (ImportState.READ, ImportState.CHECKING):
        moved = replace(new.moved(state), columns=columns)
        await imports.save_state(moved, was=new.state, at=at, by_id=by.person_id)
        new = moved
    return made


def _changeable() -> tuple[str, ...]:
    """Return the columns that a workbook changes: the article number, words, all prices."""
    words = [each for each in Column if each.partition("_")[0] in {"name", "description"}]
    return (Column.SKU, *words, Column.LADDER)


async def _save_earlier(found: GoodsImport, made: int, columns: tuple[str, ...]) -> int:
    """Save a row of earlier values for each row that changed something; return the last number."""
    await rows.save_rows(made, [SheetRow(1, columns)])
    number, after = 1, 0
    while batch := await rows.list_rows(
        found.id, after=after, verdict=Verdict.CHANGED, most=_BATCH
    ):
        after = batch[-1].number
        earlier = [_earlier(row, columns, number + place) for place, row in enumerate(batch, 1)]
        number += len(earlier)
        await rows.save_rows(made, earlier)
    return number


def _earlier(row: ImportRow, columns: tuple[str, ...], number: int) -> SheetRow:
    before = {change.column: change.before for change in row.changes}
    return SheetRow(number, (row.sku, *(before.get(column, "") for column in columns[1:])))
