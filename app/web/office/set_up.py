"""What the shop still lacks before it can sell, for the operator."""

from dataclasses import dataclass

from litestar import Response, Router, get

from app.accounts.person import ROLE_NAMES, Role
from app.kit import clock
from app.kit.i18n import translate
from app.kit.texts import sentence
from app.opening.readiness import Need, needs_of
from app.opening.repository import read_state
from app.web.guards import only_operators
from app.web.rendering import render
from app.web.requests import WebRequest


@dataclass(frozen=True, slots=True)
class NeedView:
    """A thing to set up as text, with the page or the command that does it."""

    label: str
    is_met: bool
    page: str
    """Its address; empty when it is not the reader's own."""
    command: str
    who: str
    """Whose page it is, if not the reader's."""


@get("/")
async def set_up_page(request: WebRequest) -> Response[str]:
    """List what a shop needs, done or not."""
    needs = needs_of(await read_state(at=clock.now()))
    views = [_view(need) for need in needs]
    open_, done = ([view for view in views if view.is_met is met] for met in (False, True))
    return await render(request, "office/set_up/set_up.html", open_needs=open_, done=done)


def _view(need: Need) -> NeedView:
    label = sentence(need.label.sentence, need.label.fields)
    is_own = need.by is Role.OPERATOR
    return NeedView(
        label,
        need.is_met,
        page=need.page if is_own else "",
        command=need.command,
        who="" if is_own else translate(ROLE_NAMES[need.by]),
    )


router = Router(path="/office/set-up", guards=[only_operators], route_handlers=[set_up_page])
