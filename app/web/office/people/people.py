"""The list of people, and letting somebody in."""

from collections.abc import AsyncIterator
from typing import Annotated, Final

from litestar import Response, get, post
from litestar.params import QueryParameter
from litestar.response import Stream

from app.accounts import actions
from app.accounts.person import ROLE_NAMES, PersonFacts, Role
from app.accounts.register import ListedPerson
from app.accounts.repository import NoSuchCompany
from app.accounts.repository.register_lists import WantedPeople, every_person, list_persons
from app.kit import clock, forms, i18n
from app.kit.export import Cell
from app.kit.i18n import N_
from app.kit.listing import KeyPage
from app.web.guards import reader_of
from app.web.listing import asked, list_view, workbook
from app.web.office.people.forms import NewPersonForm, PersonListForm
from app.web.office.people.link import link_page
from app.web.presenters.register import BY_NAME, person_row
from app.web.rendering import render
from app.web.requests import WebRequest

DESK: Final = "/office/people"
_HEADS: Final = (
    N_("Full name"),
    N_("E-mail"),
    N_("Role"),
    N_("Company"),
    N_("Language"),
    N_("Standing"),
)


@get("/")
async def people(request: WebRequest) -> Response[str]:
    """List the people who are looked for, a page at a time."""
    form = forms.read(PersonListForm, request.query_params)
    page: KeyPage[ListedPerson] = KeyPage()
    count = 0
    with form.submitting():
        page, count = await list_persons(_wanted(form.data), asked(form.data))
    return await render(
        request,
        "office/people/people.html",
        status=form.status,
        form=form,
        listing=list_view(DESK, form.values, page, count=count, export="people.xlsx"),
        people=[person_row(each) for each in page.items],
        roles=role_options(),
        standings=[
            ("open", i18n.translate(N_("Signs in"))),
            ("invited", i18n.translate(N_("No password yet"))),
            ("blocked", i18n.translate(N_("Blocked"))),
        ],
        sorts=[(code, i18n.translate(label)) for code, label in BY_NAME.items()],
    )


@get("/people.xlsx")
async def people_workbook(request: WebRequest) -> Stream:
    """Give everybody who is looked for as a workbook."""
    form = forms.read(PersonListForm, request.query_params)
    parts = every_person(_wanted(form.data), asked(form.data))
    return await workbook(_HEADS, _cells(parts), name="people", title=N_("People"))


async def _cells(
    parts: AsyncIterator[tuple[ListedPerson, ...]],
) -> AsyncIterator[list[list[Cell]]]:
    async for part in parts:
        yield [_row(each) for each in part]


def _row(entry: ListedPerson) -> list[Cell]:
    shown = person_row(entry)
    return [
        entry.name,
        entry.email,
        shown.role,
        entry.company,
        i18n.OWN_NAMES.get(entry.language, entry.language),
        shown.standing,
    ]


def _wanted(data: PersonListForm) -> WantedPeople:
    return WantedPeople(
        words=data.q,
        role=data.role,
        is_active={"open": True, "blocked": False}.get(data.standing),
        is_invited=data.standing == "invited",
    )


@get("/new")
async def new_person(
    request: WebRequest, company: Annotated[str, QueryParameter(max_length=20)] = ""
) -> Response[str]:
    """Show the form of somebody to be let in; `company` is the number of theirs."""
    form = forms.empty(NewPersonForm, company=company, language=i18n.language())
    return await _new(request, form)


@post("/")
async def let_in(request: WebRequest) -> Response[str]:
    """Let somebody in, and show the link by which they set their password."""
    form = forms.read(NewPersonForm, await request.form())
    with form.submitting(NoSuchCompany):
        made = await actions.invite_to(
            form.data.company, _facts(form.data), by=reader_of(request), at=clock.now()
        )
        return await link_page(request, made.reader, made.link)
    return await _new(request, form)


async def _new(request: WebRequest, form: forms.Form[NewPersonForm]) -> Response[str]:
    return await render(
        request,
        "office/people/new.html",
        status=form.status,
        form=form,
        roles=role_options(),
        tongues=list(i18n.OWN_NAMES.items()),
    )


def role_options() -> list[tuple[str, str]]:
    """Return every role as an option."""
    return [(role.value, i18n.translate(name)) for role, name in ROLE_NAMES.items()]


def _facts(data: NewPersonForm) -> PersonFacts:
    return PersonFacts(
        email=data.email,
        name=data.name,
        role=Role(data.role),
        company_id=0,
        language=data.language,
    )


HANDLERS = (people, people_workbook, new_person, let_in)
