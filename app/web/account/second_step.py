"""The second step of signing in: set up with a phone, confirmed by a code, taken off."""

from litestar import Response, Router, get, post
from litestar.response import Redirect
from markupsafe import Markup

from app.accounts import actions
from app.accounts.second_step import grouped, phone_address
from app.kit import clock, forms, i18n
from app.kit.i18n import N_
from app.web import visits
from app.web.account.forms import OwnPasswordForm, PhoneCodeForm
from app.web.account.pages import read_second_step_page
from app.web.account.picture import qr_code
from app.web.guards import in_our_language, only_signed_in, reader_of
from app.web.rendering import render, see_other
from app.web.requests import WebRequest

_OFF = N_("The second step is off.")


@get("/")
async def second_step_page(request: WebRequest) -> Response[str]:
    """Show whether it is on, or the picture for the phone."""
    return await _page(request, forms.empty(PhoneCodeForm))


@post("/begin")
async def begin_second_step(request: WebRequest) -> Redirect:
    """Make the secret for the phone."""
    await actions.begin_second_step(
        by=reader_of(request), shop_secret=request.app.state.secret, at=clock.now()
    )
    return see_other(_here())


@post("/confirm")
async def confirm_second_step(request: WebRequest) -> Response[str]:
    """Turn it on by the first code, and show the recovery codes, this once."""
    form = forms.read(PhoneCodeForm, await request.form())
    with form.submitting():
        codes = await actions.confirm_second_step(
            form.data.code,
            by=reader_of(request),
            shop_secret=request.app.state.secret,
            at=clock.now(),
        )
        return await render(request, "account/recovery_codes.html", codes=codes)
    return await _page(request, form)


@post("/off")
async def drop_second_step(request: WebRequest) -> Response[str] | Redirect:
    """Take it off by the password."""
    form = forms.read(OwnPasswordForm, await request.form())
    with form.submitting():
        await actions.drop_second_step(form.data.password, by=reader_of(request), at=clock.now())
        await visits.notify(request, "info", i18n.translate(_OFF))
        return see_other(_here())
    return await _page(request, form)


async def _page(
    request: WebRequest, form: forms.Form[PhoneCodeForm] | forms.Form[OwnPasswordForm]
) -> Response[str]:
    reader = reader_of(request)
    page = await read_second_step_page(reader, shop_secret=request.app.state.secret)
    picture = qr_code(phone_address(page.secret, reader.email)) if page.secret else Markup()
    return await render(
        request,
        "account/second_step.html",
        status=form.status,
        form=form,
        is_on=page.is_on,
        codes_left=page.codes_left,
        secret=grouped(page.secret),
        picture=picture,
    )


def _here() -> str:
    return f"/{i18n.language()}/account/second-step"


router = Router(
    path="/{language:str}/account/second-step",
    guards=[in_our_language, only_signed_in],
    route_handlers=[second_step_page, begin_second_step, confirm_second_step, drop_second_step],
)
