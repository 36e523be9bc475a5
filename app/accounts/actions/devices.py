"""Devices: known ones keep a way in, new ones are told of by letter, visits are ended."""

from datetime import datetime

from app.accounts.actions import letters
from app.accounts.device import NoSuchVisit, Origin
from app.accounts.person import Reader
from app.accounts.repository import devices
from app.kit.db import transaction
from app.kit.letters import write_letter


async def recognise_device(reader: Reader, origin: Origin, *, at: datetime) -> int:
    """Return the id of the person's device; one that is new to them is told of by letter.

    The first device of all is not: nobody would know what to do with that letter.
    """
    async with transaction():
        known = await devices.see_device(reader.person_id, origin, at=at)
        if known is not None:
            return known
        if await devices.has_devices(reader.person_id):
            await write_letter(letters.new_device_letter(reader, origin, at=at), at=at)
        return await devices.save_device(reader.person_id, origin, at=at)


async def end_visit(visit_id: int, *, by: Reader) -> None:
    """End one of the person's visits; raises `NoSuchVisit`."""
    if not await devices.close_own_visit(visit_id, by.person_id):
        raise NoSuchVisit


async def end_other_visits(key: str, *, by: Reader) -> int:
    """End every visit of the person but that of the key; return how many there were."""
    return await devices.close_other_visits(by.person_id, key)
