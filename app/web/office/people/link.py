"""The page of a one-time link, shown once to whoever hands it over."""

from litestar import Response

from app.accounts.one_time_link import LIFETIMES, IssuedLink, LinkPurpose
from app.accounts.person import Reader
from app.web.rendering import render
from app.web.requests import WebRequest


async def link_page(request: WebRequest, reader: Reader, link: IssuedLink) -> Response[str]:
    """Show the link; it stands on no other page, and in no address."""
    return await render(
        request,
        "office/people/link.html",
        name=reader.name,
        email=reader.email,
        home=f"/office/people/{reader.person_id}",
        link_address=f"{request.app.state.base_url}{link.path}",
        days=LIFETIMES[LinkPurpose.INVITATION].days,
    )
