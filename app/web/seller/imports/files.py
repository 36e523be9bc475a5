"""Workbooks given out: the template, and a seller's own with remarks."""

from typing import Final

from litestar import Response, get

from app.kit import clock, i18n
from app.web.files import download
from app.web.guards import reader_of
from app.web.rendering import RowId
from app.web.requests import WebRequest
from app.web.seller.imports.pages import read_allowed_words, read_whole_import
from app.web.seller.imports.remarked import remarked_workbook
from app.web.seller.imports.template import template_workbook

_XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@get("/imports/template.xlsx")
async def template(request: WebRequest) -> Response[bytes]:
    """Give the workbook to fill in, with an example and the words that are allowed."""
    reader_of(request)
    words = await read_allowed_words(i18n.language(), on=clock.day_at(clock.now()))
    body = template_workbook(words)
    return download(body, name="keruen-goods.xlsx", media_type=_XLSX)


@get("/imports/{import_id:int}/workbook.xlsx")
async def workbook(request: WebRequest, import_id: RowId) -> Response[bytes]:
    """Give a workbook back: its cells as they came, and a remark beside each row."""
    whole = await read_whole_import(import_id, company_id=reader_of(request).company_id)
    body = await remarked_workbook(whole)
    return download(body, name=f"keruen-import-{import_id}.xlsx", media_type=_XLSX)


HANDLERS = (template, workbook)
