"""Signing in."""

from litestar import Response, get, post
from litestar.params import FromQuery
from litestar.response import Redirect

from app.accounts import actions
from app.accounts.person import ROLE_NAMES, SignIn
from app.kit import clock, forms, i18n
from app.web import visits
from app.web.account.forms import SignInForm
from app.web.account.start_page import start_page
from app.web.rendering import render, safe_path, see_other
from app.web.requests import WebRequest


@get("/sign-in")
async def sign_in_page(request: WebRequest, next: FromQuery[str] = "") -> Response[str]:  # noqa: A002 -- the query parameter's name
    """Show the sign-in page."""
    return await _sign_in_page(request, forms.empty(SignInForm, next=next))


@post("/sign-in")
async def sign_in(request: WebRequest) -> Response[str] | Redirect:
    """Sign the person in under a new visit key, and go on to `next` or the start page."""
    form = forms.read(SignInForm, await request.form())
    with form.submitting():
        data = form.data
        origin = await visits.origin_of(request)
        reader = await actions.sign_in(
            data.email,
            data.password,
            address=origin.address,
            device_key=origin.device_key,
            at=clock.now(),
        )
        visit = await visits.begin(request, reader)
        await request.app.state.signed_in(visit)
        return see_other(safe_path(data.next, start_page(reader)))
    return await _sign_in_page(request, form)


async def _sign_in_page(request: WebRequest, form: forms.Form[SignInForm]) -> Response[str]:
    return await render(
        request,
        "account/sign_in.html",
        status=form.status,
        form=form,
        demo_people=[_sign_in_row(each) for each in request.app.state.sign_ins],
    )


def _sign_in_row(each: SignIn) -> tuple[str, str, str, str]:
    """Return name, role in the reader's language, e-mail and password."""
    return each.name, i18n.translate(ROLE_NAMES[each.role]), each.email, each.password


HANDLERS = (sign_in_page, sign_in)
