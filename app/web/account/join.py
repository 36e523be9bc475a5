"""Joining of a new company with its first person."""

from litestar import Response, get, post
from litestar.response import Redirect

from app.accounts import actions
from app.accounts.actions import Joining
from app.countries.country import likely_country
from app.countries.repository import list_buyers_now
from app.kit import clock, forms, i18n
from app.kit.formats import clauses, country, listed
from app.web import visits
from app.web.account.forms import JoinForm
from app.web.account.start_page import start_page
from app.web.rendering import render, see_other
from app.web.requests import WebRequest


@get("/join")
async def join_page(request: WebRequest) -> Response[str]:
    """Show the form for a new company."""
    likely = likely_country(i18n.language(), list_buyers_now())
    return await _join_page(request, forms.empty(JoinForm, country=likely))


@post("/join")
async def join(request: WebRequest) -> Response[str] | Redirect:
    """Register a company and sign its first person in."""
    form = forms.read(JoinForm, await request.form())
    with form.submitting(beside="number"):
        site = request.app.state.base_url if request.app.state.mail else ""
        reader = await actions.join(_joining(form.data), site=site, at=clock.now())
        visit = await visits.begin(request, reader)
        await request.app.state.signed_in(visit)
        return see_other(start_page(reader))
    return await _join_page(request, form)


async def _join_page(request: WebRequest, form: forms.Form[JoinForm]) -> Response[str]:
    buyers = list_buyers_now()
    names = {each.code: country(each.code) for each in buyers}
    return await render(
        request,
        "account/join.html",
        status=form.status,
        form=form,
        countries=list(names.items()),
        served=listed(names.values()),
        numbers=clauses(
            f"{names[each.code]}: {i18n.text_of(each.company_number.hint)}" for each in buyers
        ),
    )


def _joining(data: JoinForm) -> Joining:
    return Joining(
        country=data.country,
        company_name=data.company,
        number=data.number,
        address=data.address,
        name=data.name,
        email=data.email,
        password=data.password,
        language=i18n.language(),
    )


HANDLERS = (join_page, join)
