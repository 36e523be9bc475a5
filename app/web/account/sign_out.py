"""Signing out."""

from litestar import post
from litestar.response import Redirect

from app.kit import i18n
from app.web import visits
from app.web.rendering import see_other
from app.web.requests import WebRequest


@post("/sign-out")
async def sign_out(request: WebRequest) -> Redirect:
    """End the visit."""
    await visits.end(request)
    return see_other(f"/{i18n.language()}/")


HANDLERS = (sign_out,)
