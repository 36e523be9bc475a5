"""The list of malls, the form of a new one, and the page of one."""

from collections.abc import Iterable
from typing import Final

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from app.catalog.actions import malls as actions
from app.catalog.repository import malls as repository
from app.kit import clock, forms, i18n
from app.kit.i18n import N_
from app.web import visits
from app.web.guards import reader_of
from app.web.office.malls.forms import MallForm, MallRetirementForm
from app.web.office.malls.pages import read_mall_page
from app.web.office.malls.presenter import facts_of, form_of, labels, mall_rows, step_rows
from app.web.rendering import render, see_other
from app.web.requests import WebRequest

_DESK: Final = "/office/malls"


@get("/")
async def desk(request: WebRequest) -> Response[str]:
    """List the malls."""
    rows = mall_rows(await repository.list_sheets())
    return await render(request, "office/malls/malls.html", malls=rows)


@get("/new")
async def new_mall(request: WebRequest) -> Response[str]:
    """Show the form of a new mall."""
    return await _new_page(request, forms.empty(MallForm, seen="0", tint="0"))


@post("/new")
async def open_mall(request: WebRequest) -> Response[str] | Redirect:
    """Open a mall."""
    form = forms.read(MallForm, await request.form())
    with form.submitting(beside="name_en"):
        await actions.open_mall(facts_of(form.data), by=reader_of(request), at=clock.now())
        await visits.notify(request, "good", i18n.translate(N_("The mall is open.")))
        return see_other(_DESK)
    return await _new_page(request, form)


@get("/{code:str}")
async def mall_page(request: WebRequest, code: FromPath[str]) -> Response[str]:
    """Show one mall: its texts, its look, and what changed of it."""
    return await _mall_page(request, code, None)


@post("/{code:str}")
async def change_mall(request: WebRequest, code: FromPath[str]) -> Response[str] | Redirect:
    """Change a mall."""
    form = forms.read(MallForm, {**await request.form(), "code": code})
    with form.submitting(beside="name_en"):
        await actions.change_mall(
            facts_of(form.data), seen=form.data.seen, by=reader_of(request), at=clock.now()
        )
        await visits.notify(request, "good", i18n.translate(N_("The mall is changed.")))
        return see_other(f"{_DESK}/{code}")
    return await _mall_page(request, code, form)


@post("/{code:str}/retirement")
async def retire_mall(request: WebRequest, code: FromPath[str]) -> Redirect:
    """Take a mall out of the shop, or bring it back."""
    data = forms.read(MallRetirementForm, await request.form()).data
    await actions.retire_mall(
        code, is_retired=data.to == "retired", by=reader_of(request), at=clock.now()
    )
    return see_other(f"{_DESK}/{code}")


async def _new_page(request: WebRequest, form: forms.Form[MallForm]) -> Response[str]:
    return await render(
        request,
        "office/malls/new_mall.html",
        status=form.status,
        form=form,
        labels=labels(),
        tags=i18n.LANGUAGES,
        pictures=_choices(await repository.list_pictures()),
    )


def _choices(pictures: Iterable[str]) -> list[tuple[str, str]]:
    return [(each, each.partition(":")[2].replace("-", " ")) for each in pictures]


async def _mall_page(
    request: WebRequest, code: str, sent: forms.Form[MallForm] | None
) -> Response[str]:
    shown = await read_mall_page(code)
    form = sent or form_of(shown.mall)
    # Who saves again has seen what the other changed: it stands below the form.
    form.values["seen"] = str(shown.mall.version)
    return await render(
        request,
        "office/malls/mall.html",
        status=form.status,
        form=form,
        labels=labels(),
        tags=i18n.LANGUAGES,
        pictures=_choices(shown.pictures),
        code=code,
        is_retired=shown.mall.is_retired,
        steps=step_rows(list(shown.steps), reader_of(request).country),
    )


HANDLERS = (desk, new_mall, open_mall, mall_page, change_mall, retire_mall)
