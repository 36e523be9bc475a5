"""The visit of a request: beginning and ending it, its notices and other data."""

from datetime import timedelta
from typing import Final

import msgspec

from app.accounts import actions, repository
from app.accounts.device import Origin
from app.accounts.person import Reader
from app.accounts.repository import devices
from app.accounts.second_step import SignInAgain
from app.accounts.session import NOWHERE, Visit, VisitPlace, new_key
from app.kit import clock
from app.web.guards import visit_of
from app.web.requests import Connection

_SECOND_STEP_WITHIN: Final = timedelta(minutes=10)
Notice = tuple[str, str]
"""(kind, text); kind is `good`, `info`, `warning` or `bad`."""


async def begin(connection: Connection, reader: Reader | None = None) -> Visit:
    """Give the visit a new key and the reader; its data stays."""
    visit, at = visit_of(connection), clock.now()
    place = NOWHERE
    if reader:
        visit.data.pop("second_step", None)
        origin = await origin_of(connection)
        device_id = await actions.recognise_device(reader, origin, at=at)
        place = VisitPlace(device_id, origin.address)
        visit.device_key = origin.device_key
    visit.key = await actions.open_visit(
        reader, data=visit.data, old_key=visit.key, at=at, place=place
    )
    visit.reader = reader
    return visit


async def origin_of(connection: Connection) -> Origin:
    """Return where the request comes from; a device's key that we did not make is not taken on."""
    key = visit_of(connection).device_key
    is_ours = bool(key) and await devices.is_device_key(key)
    return Origin(
        address=connection.client.host if connection.client else "",
        browser=connection.headers.get("user-agent", ""),
        device_key=key if is_ours else new_key(),
    )


async def await_second_step(connection: Connection, email: str) -> None:
    """Note under a new key that the password was right; nobody is signed in yet."""
    await begin(connection)
    until = (clock.now() + _SECOND_STEP_WITHIN).timestamp()
    await remember(connection, second_step=[email, until])


def awaited_email(connection: Connection) -> str:
    """Return whose second step the visit waits for; raises `SignInAgain`."""
    waiting = visit_of(connection).data.get("second_step")
    if waiting is None:
        raise SignInAgain
    email, until = msgspec.convert(waiting, tuple[str, float])
    if clock.now().timestamp() > until:
        raise SignInAgain
    return email


async def end(connection: Connection) -> None:
    """End the visit and delete its data."""
    visit = visit_of(connection)
    if visit.key:
        await actions.sign_out(visit.key)
    visit.key, visit.reader, visit.data = "", None, {}


async def remember(connection: Connection, **data: object) -> None:
    """Save data in the visit; begin one when there is none yet."""
    visit = visit_of(connection)
    visit.data = {**visit.data, **data}
    if visit.key:
        await repository.save_visit_data(visit.key, visit.data)
    else:
        await begin(connection)


async def notify(connection: Connection, kind: str, text: str) -> None:
    """Show a notice on the next page."""
    waiting = _notices(visit_of(connection).data.get("notices", []))
    await remember(connection, notices=[*waiting, (kind, text)])


async def take_notices(visit: Visit) -> list[Notice]:
    """Return the waiting notices and remove them from the visit."""
    waiting = _notices(visit.data.pop("notices", []))
    if waiting and visit.key:
        await repository.save_visit_data(visit.key, visit.data)
    return waiting


def _notices(data: object) -> list[Notice]:
    """Return the notices of a visit's data, which JSON turns into lists."""
    return msgspec.convert(data, list[Notice])
