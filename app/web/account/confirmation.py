"""Confirming an e-mail by the link of a letter. A button confirms, since letters are scanned."""

from urllib.parse import quote

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from app.accounts import actions
from app.accounts.one_time_link import LinkSpent
from app.kit import clock, i18n
from app.kit.i18n import N_, translate
from app.kit.texts import refusal_text
from app.web import visits
from app.web.guards import only_signed_in, reader_of
from app.web.rendering import render, see_other
from app.web.requests import WebRequest

_CONFIRMED = N_("Your e-mail is confirmed.")
_SENT = N_("The letter is on its way again.")


@get("/confirmation/{key:str}")
async def confirmation_page(request: WebRequest, key: FromPath[str]) -> Response[str]:
    """Show the button that confirms; whether the link is good shows when it is pressed."""
    action = f"/{i18n.language()}/confirmation/{quote(key, safe='')}"
    return await render(request, "account/confirmation.html", action=action)


@post("/confirmation/{key:str}")
async def confirm(request: WebRequest, key: FromPath[str]) -> Response[str] | Redirect:
    """Confirm the e-mail."""
    try:
        link = await actions.confirm_email(key, at=clock.now())
    except LinkSpent as spent:
        return await render(request, "account/link_spent.html", status=404, why=refusal_text(spent))
    await visits.notify(request, "good", translate(_CONFIRMED))
    return see_other(f"/{link.language}/")


@post("/confirmation", guards=[only_signed_in])
async def send_again(request: WebRequest) -> Redirect:
    """Send the letter again."""
    site = request.app.state.base_url
    await actions.ask_confirmation(reader_of(request), site=site, at=clock.now())
    await visits.notify(request, "info", translate(_SENT))
    return see_other(f"/{i18n.language()}/")


HANDLERS = (confirmation_page, confirm, send_again)
