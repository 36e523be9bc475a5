"""The list of companies, and adding one."""

from collections.abc import AsyncIterator
from typing import Final

from litestar import Response, get, post
from litestar.response import Redirect, Stream

from app.accounts import actions
from app.accounts.company import CompanyFacts, CompanyKind
from app.accounts.register import ListedCompany
from app.accounts.repository.register_lists import WantedCompanies, every_company, list_register
from app.countries.repository import list_countries, today
from app.kit import clock, forms, i18n
from app.kit.export import Cell
from app.kit.formats import country
from app.kit.i18n import N_
from app.kit.listing import KeyPage
from app.web import visits
from app.web.guards import reader_of
from app.web.listing import asked, list_view, workbook
from app.web.office.companies.forms import CompanyListForm, NewCompanyForm
from app.web.presenters.register import BY_NAME, KIND_NAMES, company_row
from app.web.rendering import render, see_other
from app.web.requests import WebRequest

DESK: Final = "/office/companies"
_HEADS: Final = (
    N_("Company"),
    N_("Name in Latin letters"),
    N_("What it does here"),
    N_("Country"),
    N_("Number"),
    N_("People"),
    N_("Retired"),
)


@get("/")
async def companies(request: WebRequest) -> Response[str]:
    """List the companies that are looked for, a page at a time."""
    form = forms.read(CompanyListForm, request.query_params)
    page: KeyPage[ListedCompany] = KeyPage()
    count = 0
    with form.submitting():
        page, count = await list_register(_wanted(form.data), asked(form.data))
    return await render(
        request,
        "office/companies/companies.html",
        status=form.status,
        form=form,
        listing=list_view(DESK, form.values, page, count=count, export="companies.xlsx"),
        companies=[company_row(each) for each in page.items],
        kinds=_kinds(),
        countries=[(each.code, country(each.code)) for each in list_countries(on=today())],
        standings=[
            ("open", i18n.translate(N_("Active"))),
            ("retired", i18n.translate(N_("Retired"))),
        ],
        sorts=[(code, i18n.translate(label)) for code, label in BY_NAME.items()],
    )


@get("/companies.xlsx")
async def companies_workbook(request: WebRequest) -> Stream:
    """Give every company that is looked for as a workbook."""
    form = forms.read(CompanyListForm, request.query_params)
    parts = every_company(_wanted(form.data), asked(form.data))
    return await workbook(_HEADS, _cells(parts), name="companies", title=N_("Companies"))


async def _cells(
    parts: AsyncIterator[tuple[ListedCompany, ...]],
) -> AsyncIterator[list[list[Cell]]]:
    async for part in parts:
        yield [_row(each) for each in part]


def _row(entry: ListedCompany) -> list[Cell]:
    shown = company_row(entry)
    return [
        entry.name,
        entry.name_latin,
        shown.kind,
        shown.country,
        entry.number,
        entry.people,
        shown.retired,
    ]


def _wanted(data: CompanyListForm) -> WantedCompanies:
    return WantedCompanies(
        words=data.q,
        kind=data.kind,
        country=data.country,
        is_retired={"open": False, "retired": True}.get(data.standing),
    )


@get("/new")
async def new_company(request: WebRequest) -> Response[str]:
    """Show the form of a company to be added."""
    return await _new(request, forms.empty(NewCompanyForm))


@post("/")
async def add_company(request: WebRequest) -> Response[str] | Redirect:
    """Add a company."""
    form = forms.read(NewCompanyForm, await request.form())
    with form.submitting(beside="number"):
        added = await actions.register_company(
            _facts(form.data), by=reader_of(request), at=clock.now()
        )
        text = i18n.say(N_("%(name)s is added."), {"name": form.data.name})
        await visits.notify(request, "good", text)
        return see_other(f"{DESK}/{added}")
    return await _new(request, form)


async def _new(request: WebRequest, form: forms.Form[NewCompanyForm]) -> Response[str]:
    return await render(
        request,
        "office/companies/new.html",
        status=form.status,
        form=form,
        kinds=_kinds(),
        numbers=[
            (f"{each.code}-{kind.code}", f"{country(each.code)} · {i18n.text_of(kind.label)}")
            for each in list_countries(on=today())
            for kind in each.numbers
        ],
    )


def _kinds() -> list[tuple[str, str]]:
    return [(kind.value, i18n.translate(name)) for kind, name in KIND_NAMES.items()]


def _facts(data: NewCompanyForm) -> CompanyFacts:
    code, _, kind = data.numbered.partition("-")
    return CompanyFacts(
        slug="",
        kind=CompanyKind(data.kind),
        country=code,
        name=data.name,
        name_latin=data.name_latin,
        number=data.number,
        number_kind=kind,
        address=data.address,
        customs_code=data.customs_code,
    )


HANDLERS = (companies, companies_workbook, new_company, add_company)
