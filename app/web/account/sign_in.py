"""Signing in."""

from litestar import Response, get, post
from litestar.params import FromQuery
from litestar.response import Redirect

from app.accounts import actions
from app.accounts.person import ROLE_NAMES, SignIn
from app.kit import clock, forms, i18n
from app.web import visits
from app.web.account.forms import SignInForm
from app.web.account.homes import home_of
from app.web.pages import local_path, page, see
from app.web.requests import Web


@get("/sign-in")
async def sign_in_page(request: Web, next: FromQuery[str] = "") -> Response[str]:  # noqa: A002 -- the address's own word
    """Show the sign-in page."""
    return await _sign_in_page(request, forms.empty(SignInForm, next=next))


@post("/sign-in")
async def sign_in(request: Web) -> Response[str] | Redirect:
    """Sign the person in under a fresh visit, and send them to their work."""
    form = forms.read(SignInForm, await request.form())
    with form.submitting():
        data = form.data
        address = request.client.host if request.client else ""
        reader = await actions.sign_in(data.email, data.password, address=address, at=clock.now())
        visit = await visits.begin(request, reader)
        await request.app.state.signed_in(visit)
        return see(local_path(data.next, home_of(reader)))
    return await _sign_in_page(request, form)


async def _sign_in_page(request: Web, form: forms.Form[SignInForm]) -> Response[str]:
    return await page(
        request,
        "account/sign_in.html",
        status=form.status,
        form=form,
        demo_people=[_shown(each) for each in request.app.state.sign_ins],
    )


def _shown(each: SignIn) -> tuple[str, str, str, str]:
    """Return what the page shows of somebody, the role in the reader's language."""
    return each.name, i18n.translate(ROLE_NAMES[each.role]), each.email, each.password


HANDLERS = (sign_in_page, sign_in)
