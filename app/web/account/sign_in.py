"""Signing in: the password, and for whoever has set it up the second step."""

from urllib.parse import urlencode

from litestar import Response, get, post
from litestar.params import FromQuery
from litestar.response import Redirect

from app.accounts import actions
from app.accounts.person import ROLE_NAMES, Reader, SignIn
from app.accounts.repository import second_steps
from app.kit import clock, forms, i18n
from app.web import visits
from app.web.account.forms import SecondStepForm, SignInForm
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
        if await second_steps.is_second_step_on(reader.person_id):
            await visits.await_second_step(request, reader.email)
            return see_other(f"/{i18n.language()}/sign-in/code?{urlencode({'next': data.next})}")
        return await _go_on(request, reader, data.next)
    return await _sign_in_page(request, form)


@get("/sign-in/code")
async def code_page(request: WebRequest, next: FromQuery[str] = "") -> Response[str]:  # noqa: A002 -- the query parameter's name
    """Ask for the code of the second step."""
    return await _code_page(request, forms.empty(SecondStepForm, next=next))


@post("/sign-in/code")
async def pass_second_step(request: WebRequest) -> Response[str] | Redirect:
    """Sign in whoever gave the password a moment ago, by the code."""
    form = forms.read(SecondStepForm, await request.form())
    with form.submitting():
        reader = await actions.pass_second_step(
            visits.awaited_email(request),
            form.data.code,
            shop_secret=request.app.state.secret,
            at=clock.now(),
        )
        return await _go_on(request, reader, form.data.next)
    return await _code_page(request, form)


async def _go_on(request: WebRequest, reader: Reader, after: str) -> Redirect:
    visit = await visits.begin(request, reader)
    await request.app.state.signed_in(visit)
    return see_other(safe_path(after, start_page(reader)))


async def _code_page(request: WebRequest, form: forms.Form[SecondStepForm]) -> Response[str]:
    return await render(request, "account/code.html", status=form.status, form=form)


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


HANDLERS = (sign_in_page, sign_in, code_page, pass_second_step)
