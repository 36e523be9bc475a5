"""Signing out."""

from litestar import post
from litestar.response import Redirect

from app.kit import i18n
from app.web import visits
from app.web.pages import see
from app.web.requests import Web


@post("/sign-out")
async def sign_out(request: Web) -> Redirect:
    """End the visit."""
    await visits.end(request)
    return see(f"/{i18n.language()}/")


HANDLERS = (sign_out,)
