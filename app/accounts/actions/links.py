"""One-time links: given, asked for by letter, and used to set a password."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from app.accounts import repository
from app.accounts.actions import letters
from app.accounts.device import Origin
from app.accounts.one_time_link import (
    PASSWORD_LINKS,
    IssuedLink,
    LinkPurpose,
    LinkSpent,
    OneTimeLink,
)
from app.accounts.password import hash_password
from app.accounts.person import PersonBlocked, Reader
from app.accounts.repository import devices, links, visits
from app.accounts.session import new_key
from app.kit import once
from app.kit.db import transaction
from app.kit.letters import write_letter
from app.kit.throttle import take_try

_LETTERS: Final = 3
_LETTER_EVERY: Final = timedelta(minutes=10)
_ASKING: Final = 20
_ASK_EVERY: Final = timedelta(minutes=1)


async def issue_link(email: str, *, at: datetime) -> IssuedLink:
    """Give a link that sets the person's password; earlier ones end.

    Raises `NoSuchPerson` or `PersonBlocked`.
    """
    async with transaction():
        reader = await repository.get_person(email)
        active, _ = await repository.find_person(email)
        if active is None:
            raise PersonBlocked(email=reader.email)
        return await new_link(reader, LinkPurpose.INVITATION, at=at)


async def ask_reset(email: str, *, address: str, site: str, at: datetime) -> None:
    """Send a link to whoever signs in with the e-mail; raises `TooManyTries`.

    Whether anybody does stays unsaid. `address` is the asking network address, `site` the scheme
    and host that the letter names.
    """
    await take_try(f"reset:{address}", at=at, burst=_ASKING, interval=_ASK_EVERY)
    await take_try(f"reset:{email.lower()}", at=at, burst=_LETTERS, interval=_LETTER_EVERY)
    async with transaction():
        await once.claim()
        reader, _ = await repository.find_person(email)
        if reader is None:
            return
        link = await new_link(reader, LinkPurpose.RESET, at=at)
        await write_letter(letters.reset_letter(reader, f"{site}{link.path}"), at=at)


async def read_link(key: str, *, at: datetime) -> OneTimeLink:
    """Return a link by which a password can still be set; raises `LinkSpent`."""
    return await _read_link(key, PASSWORD_LINKS, at=at)


async def _read_link(key: str, purposes: Sequence[LinkPurpose], *, at: datetime) -> OneTimeLink:
    link = await links.find_link(key, purposes=purposes, at=at)
    if link is None:
        raise LinkSpent
    return link


async def set_password(
    key: str, password: str, *, at: datetime, origin: Origin | None = None
) -> OneTimeLink:
    """Set the password of the link's person and end all their visits; raises `LinkSpent`.

    The person is told by letter, in case it was somebody else. The device that the link was used
    on is known from then on, so that guessers do not keep its person from signing in.
    """
    password_hash = await hash_password(password)
    async with transaction():
        await once.claim()
        link = await read_link(key, at=at)
        if not await links.use_link(key, at=at):
            raise LinkSpent
        await repository.set_password_hash(link.person_id, password_hash)
        if link.purpose is LinkPurpose.RESET:  # it came by letter
            await repository.set_confirmed(link.person_id)
        await links.drop_links_of(link.person_id, at=at)
        await visits.close_visits_of(link.person_id)
        await write_letter(letters.password_set_letter(link), at=at)
        if origin and await devices.see_device(link.person_id, origin, at=at) is None:
            await devices.save_device(link.person_id, origin, at=at)
        return link


async def new_link(reader: Reader, purpose: LinkPurpose, *, at: datetime) -> IssuedLink:
    """Replace the person's links by a new one, in the caller's transaction."""
    key = new_key()
    await links.drop_links_of(reader.person_id, at=at)
    await links.save_link(key, person_id=reader.person_id, purpose=purpose, at=at)
    return IssuedLink(key, reader.language, purpose)


async def ask_confirmation(reader: Reader, *, site: str, at: datetime) -> None:
    """Send the letter that confirms an e-mail again; raises `TooManyTries`."""
    await take_try(f"reset:{reader.email}", at=at, burst=_LETTERS, interval=_LETTER_EVERY)
    async with transaction():
        await once.claim()
        if not reader.is_confirmed:
            await send_confirmation(reader, site=site, at=at)


async def send_confirmation(reader: Reader, *, site: str, at: datetime) -> None:
    """Write the letter with a link that confirms an e-mail, in the caller's transaction."""
    link = await new_link(reader, LinkPurpose.CONFIRMATION, at=at)
    await write_letter(letters.confirmation_letter(reader, f"{site}{link.path}"), at=at)


async def confirm_email(key: str, *, at: datetime) -> OneTimeLink:
    """Confirm the e-mail of the link's person; raises `LinkSpent`."""
    async with transaction():
        await once.claim()
        link = await _read_link(key, (LinkPurpose.CONFIRMATION,), at=at)
        if not await links.use_link(key, at=at):
            raise LinkSpent
        await repository.set_confirmed(link.person_id)
        return link
