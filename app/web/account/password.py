"""A forgotten password: asking for a link by letter."""

from litestar import Response, get, post
from litestar.response import Redirect

from app.accounts import actions
from app.kit import clock, forms, i18n
from app.kit.i18n import N_
from app.web import visits
from app.web.account.forms import ResetForm
from app.web.rendering import render, see_other
from app.web.requests import WebRequest

_ASKED = N_("If somebody signs in with %(email)s, a letter with a link is on its way.")
_WAITS = N_(
    "If somebody signs in with %(email)s, a letter waits until the shop can send it."
    " The operator can give a link at once."
)


@get("/password")
async def password_page(request: WebRequest) -> Response[str]:
    """Show the form that asks for the e-mail."""
    return await _password_page(request, forms.empty(ResetForm))


@post("/password")
async def ask_reset(request: WebRequest) -> Response[str] | Redirect:
    """Send the letter; whether anybody signs in with the e-mail stays unsaid."""
    form = forms.read(ResetForm, await request.form())
    with form.submitting():
        email = form.data.email
        await actions.ask_reset(
            email,
            address=request.client.host if request.client else "",
            site=request.app.state.base_url,
            at=clock.now(),
        )
        said = _ASKED if request.app.state.mail else _WAITS
        await visits.notify(request, "info", i18n.say(said, {"email": email}))
        return see_other(f"/{i18n.language()}/sign-in")
    return await _password_page(request, form)


async def _password_page(request: WebRequest, form: forms.Form[ResetForm]) -> Response[str]:
    return await render(request, "account/password.html", status=form.status, form=form)


HANDLERS = (password_page, ask_reset)
