"""Rows of imports: every query. They are read and written in batches, so memory stays bounded."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import msgspec

from app.imports.goods_import import ImportRow
from app.imports.remark import CellChange, Remark
from app.imports.tables import GoodsImportRow as RowTable
from app.imports.verdict import APPLIES, Judgement, Verdict
from app.kit.records import Record, read_all, read_column
from app.kit.workbook.cell import Cell, SheetRow

PAGE: Final = 50


class ImportRowRecord(Record):
    id: int
    number: int
    is_hidden: bool
    cells: tuple[Cell, ...]
    sku: str
    verdict: str
    remarks: tuple[Remark, ...]
    changes: tuple[CellChange, ...]
    applied_at: datetime | None


def _row(row: ImportRowRecord) -> ImportRow:
    told = msgspec.structs.asdict(row)
    return ImportRow(verdict=Verdict(row.verdict) if told.pop("verdict") else None, **told)


_ADD: Final = (
    "INSERT INTO goods_import_row (goods_import, number, is_hidden, cells)"
    " SELECT {}, number, is_hidden, cells FROM jsonb_to_recordset({}::jsonb)"
    " AS told (number integer, is_hidden boolean, cells jsonb)"
)


async def delete_rows(import_id: int) -> None:
    """Delete the rows of an import whose reading was cut off."""
    await RowTable.delete().where(RowTable.goods_import == import_id)


async def save_rows(import_id: int, rows: Sequence[SheetRow]) -> None:
    """Save rows as they were read."""
    told = [{"number": row.number, "is_hidden": row.is_hidden, "cells": row.cells} for row in rows]
    await RowTable.raw(_ADD, import_id, _json(told))


async def list_rows(
    import_id: int, *, after: int = 0, verdict: Verdict | None = None, most: int = PAGE
) -> list[ImportRow]:
    """List rows behind a row number, of one verdict or of all."""
    query = RowTable.select().where(
        (RowTable.goods_import == import_id) & (RowTable.number > after)
    )
    if verdict is not None:
        query = query.where(RowTable.verdict == verdict.value)
    query = query.order_by(RowTable.number).limit(most)
    return [_row(row) for row in await read_all(ImportRowRecord, query)]


_WIDEST: Final = (
    "SELECT coalesce(max(jsonb_array_length(cells)), 0) AS most FROM goods_import_row"
    " WHERE goods_import = {}"
)


async def widest(import_id: int) -> int:
    """Return how many cells the widest row of an import has."""
    return (await read_column(int, RowTable.raw(_WIDEST, import_id)))[0]


async def list_rows_to_apply(import_id: int, *, after: int, most: int) -> list[ImportRow]:
    """List the next rows that change the shop and are not yet applied."""
    query = (
        RowTable.select()
        .where(
            (RowTable.goods_import == import_id)
            & (RowTable.number > after)
            & RowTable.verdict.is_in([each.value for each in APPLIES])
            & RowTable.applied_at.is_null()
        )
        .order_by(RowTable.number)
        .limit(most)
    )
    return [_row(row) for row in await read_all(ImportRowRecord, query)]


class FirstRowRecord(Record):
    sku: str
    number: int


_FIRST: Final = (
    "SELECT sku, min(number) AS number FROM goods_import_row"
    " WHERE goods_import = {} AND number < {} AND sku = ANY({}::text[]) GROUP BY sku"
)


async def first_rows(import_id: int, skus: Collection[str], *, before: int) -> dict[str, int]:
    """Return the first row that has each article number, among those above `before`."""
    query = RowTable.raw(_FIRST, import_id, before, sorted(skus))
    return {row.sku: row.number for row in await read_all(FirstRowRecord, query)}


class VerdictCountRecord(Record):
    verdict: str
    rows: int
    applied: int


@dataclass(frozen=True, slots=True)
class VerdictCount:
    """How many rows have a verdict, and how many of them are applied."""

    rows: int
    applied: int


_COUNT: Final = (
    "SELECT verdict, count(*) AS rows, count(applied_at) AS applied FROM goods_import_row"
    " WHERE goods_import = {} AND verdict <> '' GROUP BY verdict"
)


async def count_verdicts(import_id: int) -> dict[Verdict, VerdictCount]:
    """Count an import's rows by verdict."""
    rows = await read_all(VerdictCountRecord, RowTable.raw(_COUNT, import_id))
    return {Verdict(row.verdict): VerdictCount(row.rows, row.applied) for row in rows}


_JUDGE: Final = (
    "UPDATE goods_import_row AS judged SET sku = told.sku, verdict = told.verdict,"
    " remarks = told.remarks, changes = told.changes FROM jsonb_to_recordset({}::jsonb)"
    " AS told (id bigint, sku text, verdict text, remarks jsonb, changes jsonb)"
    " WHERE judged.id = told.id"
)


async def save_verdicts(judged: Sequence[tuple[ImportRow, Judgement]]) -> None:
    """Save the verdicts of a batch of rows."""
    told = [
        {
            "id": row.id,
            "sku": each.sku,
            "verdict": each.verdict.value,
            "remarks": each.remarks,
            "changes": each.changes,
        }
        for row, each in judged
    ]
    await RowTable.raw(_JUDGE, _json(told))


async def save_applied(row: ImportRow, judgement: Judgement | None, *, at: datetime) -> None:
    """Save that a row is applied; a judgement replaces the one that was agreed to."""
    if judgement is not None:
        await save_verdicts([(row, judgement)])
    await RowTable.update({RowTable.applied_at: at}).where(RowTable.id == row.id)


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()
