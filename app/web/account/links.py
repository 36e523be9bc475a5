"""Setting a password by a one-time link. Opening the page uses nothing up: letters are scanned."""

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from app.accounts import actions
from app.accounts.one_time_link import LinkSpent, OneTimeLink
from app.accounts.password import matching
from app.kit import clock, forms, i18n
from app.kit.i18n import N_
from app.kit.texts import refusal_text
from app.web import visits
from app.web.account.forms import NewPasswordForm
from app.web.account.pages import read_link_page
from app.web.guards import visit_of
from app.web.rendering import render, see_other
from app.web.requests import WebRequest


@get("/links/{key:str}")
async def link_page(request: WebRequest, key: FromPath[str]) -> Response[str]:
    """Show the form for a password, or that the link can no longer be used."""
    try:
        link = await read_link_page(key, at=clock.now())
    except LinkSpent as spent:
        return await _spent_page(request, spent)
    return await _password_page(request, link, forms.empty(NewPasswordForm))


@post("/links/{key:str}")
async def set_password(request: WebRequest, key: FromPath[str]) -> Response[str] | Redirect:
    """Set the password and go on to signing in."""
    form = forms.read(NewPasswordForm, await request.form())
    with form.submitting(LinkSpent):
        chosen = matching(form.data.chosen, form.data.repeated)
        origin = await visits.origin_of(request)
        link = await actions.set_password(key, chosen, at=clock.now(), origin=origin)
        visit_of(request).device_key = origin.device_key
        await visits.notify(request, "good", i18n.translate(_SET))
        return see_other(f"/{link.language}/sign-in")
    try:
        link = await read_link_page(key, at=clock.now())
    except LinkSpent as spent:
        return await _spent_page(request, spent)
    return await _password_page(request, link, form)


_SET = N_("Your password is set. Sign in with it.")


async def _password_page(
    request: WebRequest, link: OneTimeLink, form: forms.Form[NewPasswordForm]
) -> Response[str]:
    return await render(
        request,
        "account/link.html",
        status=form.status,
        form=form,
        name=link.name,
        email=link.email,
        here=request.url.path,
    )


async def _spent_page(request: WebRequest, spent: LinkSpent) -> Response[str]:
    return await render(request, "account/link_spent.html", status=404, why=refusal_text(spent))


HANDLERS = (link_page, set_password)
