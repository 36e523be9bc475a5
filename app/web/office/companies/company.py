"""One company: what it is, its people, orders and goods; changing, retiring, bringing back."""

from typing import Final

from litestar import Response, get, post
from litestar.response import Redirect

from app.accounts import actions
from app.accounts.company import Company
from app.accounts.register import ChangedMeanwhile, CompanyChange
from app.countries.repository import get_country_now, number_label
from app.kit import clock, forms, i18n
from app.kit.formats import country
from app.kit.i18n import N_
from app.web import visits
from app.web.guards import reader_of
from app.web.office.companies.forms import CompanyForm, RetirementForm
from app.web.office.companies.pages import CompanyPage, read_company_page
from app.web.presenters.order_lists import entry_view
from app.web.presenters.register import KIND_NAMES, change_rows, person_row
from app.web.rendering import RowId, render, see_other
from app.web.requests import WebRequest

_DESK: Final = "/office/companies"
_ORDERS: Final = "/office/orders"
_ORDERS_SHOWN: Final = 5


@get("/{company_id:int}")
async def company(request: WebRequest, company_id: RowId) -> Response[str]:
    """Show a company."""
    return await _page(request, company_id)


@post("/{company_id:int}")
async def change(request: WebRequest, company_id: RowId) -> Response[str] | Redirect:
    """Change a company's facts."""
    form = forms.read(CompanyForm, await request.form())
    is_late = False
    with form.submitting():
        try:
            await actions.change_company(
                company_id, _change(form.data), by=reader_of(request), at=clock.now()
            )
        except ChangedMeanwhile:
            is_late = True
            raise
        await visits.notify(request, "good", i18n.translate(N_("The change is kept.")))
        return see_other(f"{_DESK}/{company_id}")
    return await _page(request, company_id, form=form, is_late=is_late)


@post("/{company_id:int}/retirement")
async def retire(request: WebRequest, company_id: RowId) -> Response[str] | Redirect:
    """Retire a company."""
    form = forms.read(RetirementForm, await request.form())
    with form.submitting():
        await actions.retire_company(
            company_id, why=form.data.why, by=reader_of(request), at=clock.now()
        )
        await visits.notify(request, "info", i18n.translate(N_("The company is retired.")))
        return see_other(f"{_DESK}/{company_id}")
    return await _page(request, company_id, retirement=form)


@post("/{company_id:int}/return")
async def restore(request: WebRequest, company_id: RowId) -> Response[str] | Redirect:
    """Bring a retired company back."""
    form = forms.AnyForm()
    with form.submitting():
        await actions.restore_company(company_id, by=reader_of(request), at=clock.now())
        await visits.notify(request, "good", i18n.translate(N_("The company is back.")))
        return see_other(f"{_DESK}/{company_id}")
    return await _page(request, company_id, retirement=form)


def _change(data: CompanyForm) -> CompanyChange:
    return CompanyChange(
        name=data.name,
        name_latin=data.name_latin,
        number=data.number,
        number_kind=data.number_kind,
        address=data.address,
        customs_code=data.customs_code,
        version=data.version,
        why=data.why,
    )


async def _page(
    request: WebRequest,
    company_id: int,
    *,
    form: forms.Form[CompanyForm] | None = None,
    is_late: bool = False,
    retirement: forms.AnyForm | None = None,
) -> Response[str]:
    shown = await read_company_page(company_id)
    changed = form or _filled(shown)
    if is_late:
        # Who was told what the other changed, and sends again, means it.
        changed.values["version"] = str(shown.registered.version)
    retiring = retirement or forms.empty(RetirementForm)
    held, reader = shown.registered.company, reader_of(request)
    return await render(
        request,
        "office/companies/company.html",
        status=max(changed.status, retiring.status),
        form=changed,
        retiring=retiring,
        home=f"{_DESK}/{held.id}",
        company=held,
        is_retired=shown.registered.is_retired,
        facts=_facts(held),
        number_kinds=[
            (each.code, i18n.text_of(each.label)) for each in get_country_now(held.country).numbers
        ],
        people=[person_row(each) for each in shown.people.items],
        more_people=bool(shown.people.next),
        orders=[entry_view(each, home=_ORDERS) for each in shown.orders.page.items[:_ORDERS_SHOWN]],
        more_orders=len(shown.orders.page.items) > _ORDERS_SHOWN,
        goods=[(each.sku, i18n.text_of(each.names)) for each in shown.goods],
        changes=change_rows(shown.changes, reader_country=reader.country),
    )


def _filled(shown: CompanyPage) -> forms.Form[CompanyForm]:
    held = shown.registered.company
    return forms.empty(
        CompanyForm,
        name=held.name,
        name_latin=held.name_latin,
        number_kind=held.number_kind,
        number=held.number,
        address=held.address,
        customs_code=held.customs_code,
        version=str(shown.registered.version),
    )


def _facts(held: Company) -> list[tuple[str, str, str]]:
    facts = [
        (N_("What it does here"), i18n.translate(KIND_NAMES[held.kind])),
        (N_("Name in Latin letters"), held.name_latin),
        (N_("Country"), country(held.country)),
        (N_("Number"), held.number),
        (N_("Address"), held.address),
        (N_("Code at Chinese customs"), held.customs_code),
    ]
    note = {"Number": number_label(held.country, held.number_kind)}
    return [(i18n.translate(label), text, note.get(label, "")) for label, text in facts if text]


HANDLERS = (company, change, retire, restore)
