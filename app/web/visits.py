"""What a visit remembers between two pages: notices, and whatever a later station keeps there."""

from typing import Any

from litestar.connection import ASGIConnection

from app.accounts import actions
from app.accounts.person import Reader
from app.accounts.session import Visit
from app.accounts.store import visits as kept_visits
from app.kit import clock
from app.web.guards import visit_of

Notice = tuple[str, str]
"""Its kind (good, info, warning, bad) and its text, in the reader's language."""


async def begin(
    connection: ASGIConnection[Any, Any, Any, Any], reader: Reader | None = None
) -> Visit:
    """Will give the visit a fresh key, for `reader` from now on; what it remembers stays."""
    visit = visit_of(connection)
    visit.key = await actions.open_visit(reader, data=visit.data, old_key=visit.key, at=clock.now())
    visit.reader = reader
    return visit


async def end(connection: ASGIConnection[Any, Any, Any, Any]) -> None:
    """Will end the visit and forget it."""
    visit = visit_of(connection)
    if visit.key:
        await actions.sign_out(visit.key)
    visit.key, visit.reader, visit.data = "", None, {}


async def remember(connection: ASGIConnection[Any, Any, Any, Any], **data: object) -> None:
    """Will keep something for the next pages; opens a visit when there is none yet."""
    visit = visit_of(connection)
    visit.data = {**visit.data, **data}
    if visit.key:
        await kept_visits.keep_visit_data(visit.key, visit.data)
    else:
        await begin(connection)


async def notify(connection: ASGIConnection[Any, Any, Any, Any], kind: str, text: str) -> None:
    """Will show a notice on the next page."""
    waiting = list(visit_of(connection).data.get("notices", []))
    await remember(connection, notices=[*waiting, [kind, text]])


async def take_notices(visit: Visit) -> list[Notice]:
    """Will give the notices that wait, once."""
    waiting = visit.data.pop("notices", [])
    if waiting and visit.key:
        await kept_visits.keep_visit_data(visit.key, visit.data)
    return [(kind, text) for kind, text in waiting]
