"""A seller's desk in tests: workbooks made here, sent, and worked through."""

import io
from collections.abc import Sequence
from datetime import timedelta

import xlsxwriter

from app.accounts.person import Reader, Role
from app.accounts.tables import Company, Person
from app.imports.actions import applying, judging, reading, sending
from app.imports.goods_import import GoodsImport, ImportRow
from app.imports.repository import imports, rows
from app.imports.repository.imports import SentWorkbook
from app.kit.workbook.cell import Cell
from tests.app.catalog.shelf import MORNING

LATER = MORNING + timedelta(hours=1)
HEAD = ("货号", "单价", "起订量")


async def seller_of(slug: str) -> Reader:
    """Save a person who sells for the company, and return them."""
    company = await Company.objects().get(Company.slug == slug)
    assert company is not None
    person = Person(
        email=f"ayshem@{slug}.example",
        name="Ayshem",
        password_hash="",
        role=Role.SELLER.value,
        company=company.id,
        language="zh_Hans",
        created_at=MORNING,
    )
    await person.save()
    return Reader(
        person_id=person.id,
        name="Ayshem",
        email=person.email,
        role=Role.SELLER,
        language="zh_Hans",
        company_id=company.id,
        company=company.name,
        country="CN",
    )


def workbook(*table: Sequence[Cell], name: str = "goods") -> bytes:
    """Return an xlsx of one sheet."""
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        sheet = book.add_worksheet(name)
        for number, cells in enumerate(table):
            for column, cell in enumerate(cells):
                sheet.write(number, column, cell)
    return buffer.getvalue()


def csv_of(*table: Sequence[Cell], separator: str = ",") -> bytes:
    """Return a table of text in UTF-8."""
    return "\r\n".join(separator.join(map(str, cells)) for cells in table).encode()


async def send(body: bytes, seller: Reader, *, name: str = "goods.xlsx") -> int:
    """Send a workbook, and let the worker read and judge it."""
    sent = SentWorkbook(body=body, file_name=name)
    import_id = await sending.send_workbook(sent, by=seller, at=LATER)
    await checked()
    return import_id


async def checked() -> None:
    """Let the worker read and judge everything that waits."""
    while await reading.read_due(at=LATER):
        pass
    while await judging.judge_due(at=LATER):
        pass


async def applied() -> None:
    """Let the worker take in everything that is agreed to."""
    while await applying.apply_due(at=LATER):
        pass


async def verdicts(import_id: int) -> dict[int, str]:
    """Return the verdicts of an import's rows, by row number."""
    return {row.number: str(row.verdict or "") for row in await listed(import_id)}


async def listed(import_id: int) -> list[ImportRow]:
    """List the rows of an import."""
    return await rows.list_rows(import_id, most=1000)


async def found(import_id: int, seller: Reader) -> GoodsImport:
    """Return an import."""
    return await imports.get_import(import_id, company_id=seller.company_id)
