"""The office's home: what waits for whoever comes."""

from litestar import Response, Router, get
from litestar.response import Redirect

from app.accounts.person import HOMES, Role
from app.kit import clock
from app.kit.formats import number
from app.kit.i18n import translate
from app.kit.listing import MOST_COUNTED
from app.web.guards import only_staff, reader_of
from app.web.office.pages import WAITING, read_home
from app.web.rendering import render, see_other
from app.web.requests import WebRequest


@get("/")
async def home(request: WebRequest) -> Response[str] | Redirect:
    """Show how much waits for the reader's role, each with its page; the warehouse has its own."""
    reader = reader_of(request)
    if reader.role is Role.WAREHOUSE:
        return see_other(HOMES[reader.role])
    counts = await read_home(reader.role, at=clock.now())
    return await render(
        request,
        "office/home.html",
        name=reader.name,
        waiting=[
            (_figure(counts[each.code]), translate(each.label), each.href, each.tone)
            for each in WAITING[reader.role]
            if counts[each.code]
        ],
        done=[translate(each.label) for each in WAITING[reader.role] if not counts[each.code]],
    )


def _figure(count: int) -> str:
    return f"{number(MOST_COUNTED)}+" if count > MOST_COUNTED else number(count)


router = Router(path="/office", guards=[only_staff], route_handlers=[home])
