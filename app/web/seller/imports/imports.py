"""Imports: the list, sending a workbook, its preview, and what is done with it."""

from typing import Annotated, Final

from litestar import Response, get, post
from litestar.params import FromQuery, QueryParameter
from litestar.response import Redirect

from app.imports.actions import sending
from app.imports.goods_import import MOST_BYTES, ImportState
from app.imports.repository import imports
from app.imports.repository.imports import SentWorkbook
from app.imports.verdict import APPLIES, Verdict
from app.kit import clock, forms, i18n
from app.kit.i18n import N_
from app.web import visits
from app.web.guards import reader_of
from app.web.rendering import RowId, render, see_other
from app.web.requests import WebRequest
from app.web.seller.imports.forms import COLUMN, ColumnsForm, WorkbookForm, gathered
from app.web.seller.imports.pages import ImportPage, read_import_page
from app.web.seller.imports.presenter import (
    DESK,
    column_options,
    column_views,
    import_view,
    progress_view,
    row_view,
    verdict_links,
)
from app.web.uploads import read_upload, upload_name

_AROUND: Final = 1_000_000
"""Bytes of a request beside its file."""
_MEGABYTE: Final = 1_000_000
RowNumber = Annotated[int, QueryParameter(name="after", ge=0, le=2_147_483_647)]
ImportId = Annotated[int, QueryParameter(name="before", ge=0, le=2_147_483_647)]


@get("/imports")
async def list_imports(request: WebRequest, before: ImportId = 0) -> Response[str]:
    """List the company's imports, with the form to send another."""
    return await _list(request, forms.empty(WorkbookForm), before=before)


@post("/imports", request_max_body_size=MOST_BYTES + _AROUND)
async def send(request: WebRequest) -> Response[str] | Redirect:
    """Keep a workbook to be read."""
    sent = await request.form()
    form = forms.empty(WorkbookForm)
    with form.submitting():
        file = sent.get("file")
        body = await read_upload(file, limit=MOST_BYTES)
        workbook = SentWorkbook(body=body, file_name=upload_name(file))
        made = await sending.send_workbook(workbook, by=reader_of(request), at=clock.now())
        return see_other(f"{DESK}/{made}")
    return await _list(request, form, before=0)


async def _list(
    request: WebRequest, form: forms.Form[WorkbookForm], *, before: int
) -> Response[str]:
    found = await imports.list_imports(reader_of(request).company_id, before=before)
    return await render(
        request,
        "seller/imports.html",
        status=form.status,
        form=form,
        imports=[import_view(each) for each in found],
        most=MOST_BYTES // _MEGABYTE,
        next=f"{DESK}?before={found[-1].id}" if len(found) == imports.PAGE else "",
    )


@get("/imports/{import_id:int}")
async def show_import(
    request: WebRequest, import_id: RowId, verdict: FromQuery[str] = "", after: RowNumber = 0
) -> Response[str]:
    """Show an import: how far it is, what its columns mean, and its rows with their verdicts."""
    return await _show(request, import_id, forms.AnyForm(), verdict=verdict, after=after)


@post("/imports/{import_id:int}/columns")
async def choose_columns(request: WebRequest, import_id: RowId) -> Response[str] | Redirect:
    """Set what the columns mean, and check the rows anew."""
    form = forms.read(ColumnsForm, gathered(await request.form()))
    with form.submitting():
        await sending.choose_columns(
            import_id, form.data.meanings(), by=reader_of(request), at=clock.now()
        )
        return see_other(f"{DESK}/{import_id}")
    return await _show(request, import_id, form)


@post("/imports/{import_id:int}/agreement")
async def agree(request: WebRequest, import_id: RowId) -> Response[str] | Redirect:
    """Agree to what the preview shows."""
    form = forms.AnyForm()
    with form.submitting():
        await sending.agree(import_id, by=reader_of(request), at=clock.now())
        return see_other(f"{DESK}/{import_id}")
    return await _show(request, import_id, form)


@post("/imports/{import_id:int}/withdrawal")
async def withdraw(request: WebRequest, import_id: RowId) -> Response[str] | Redirect:
    """Withdraw an import that is not agreed to."""
    form = forms.AnyForm()
    with form.submitting():
        await sending.withdraw(import_id, by=reader_of(request), at=clock.now())
        await visits.notify(request, "good", i18n.translate(N_("Withdrawn: nothing was changed.")))
        return see_other(DESK)
    return await _show(request, import_id, form)


@post("/imports/{import_id:int}/successor")
async def take_back(request: WebRequest, import_id: RowId) -> Response[str] | Redirect:
    """Make the import that sets back what an applied one changed."""
    form = forms.AnyForm()
    with form.submitting():
        made = await sending.take_back(import_id, by=reader_of(request), at=clock.now())
        return see_other(f"{DESK}/{made}")
    return await _show(request, import_id, form)


async def _show(
    request: WebRequest,
    import_id: int,
    form: forms.AnyForm,
    *,
    verdict: str = "",
    after: int = 0,
) -> Response[str]:
    chosen = Verdict(verdict) if verdict in set(Verdict) else None
    reader = reader_of(request)
    page = await read_import_page(
        import_id, company_id=reader.company_id, verdict=chosen, after=after
    )
    found = page.goods_import
    query = f"verdict={chosen}&" if chosen else ""
    return await render(
        request,
        "seller/import.html",
        status=form.status,
        found=import_view(found),
        progress=progress_view(found),
        is_sender=found.sender_id == reader.person_id,
        errors=form.sentences,
        columns=column_views(page, _chosen(form, found.columns)),
        column_prefix=COLUMN,
        options=column_options(),
        may=_may(page),
        counts=verdict_links(page, chosen),
        rows=[row_view(each, found.columns) for each in page.rows],
        next=f"{DESK}/{found.id}?{query}after={page.next_after}" if page.next_after else "",
    )


def _chosen(form: forms.AnyForm, columns: tuple[str, ...]) -> tuple[str, ...]:
    """Return the meanings to show: as they were sent, or as they are."""
    sent = form.values.get("columns", "")
    return tuple(sent.split(",")) if sent else columns


def _may(page: ImportPage) -> set[str]:
    """Return what may be done with the import now."""
    state = page.goods_import.state
    changes = any(verdict in page.counts for verdict in APPLIES)
    may = {
        "map": state in {ImportState.READ, ImportState.CHECKED},
        "agree": state is ImportState.CHECKED and changes,
        "withdraw": state in {ImportState.READ, ImportState.CHECKED},
        "take_back": state is ImportState.APPLIED and Verdict.CHANGED in page.counts,
        "download": state in {ImportState.CHECKED, ImportState.AGREED, ImportState.APPLIED},
    }
    return {name for name, allowed in may.items() if allowed}


HANDLERS = (list_imports, send, show_import, choose_columns, agree, withdraw, take_back)
