"""Letters about passwords, in their person's language."""

from datetime import UTC, datetime
from typing import Final

from app.accounts.device import Origin, browser_name, system_name
from app.accounts.one_time_link import OneTimeLink
from app.accounts.person import Reader
from app.kit.i18n import N_, say, speaking
from app.kit.letters import Letter

_RESET_SUBJECT: Final = N_("Keruen: choose a new password")
_RESET: Final = N_(
    "%(name)s,\n\nchoose a new password here, within an hour:\n\n%(address)s\n\n"
    "If you did not ask for this, do nothing: your password stays as it is.\n"
)
_CONFIRM_SUBJECT: Final = N_("Keruen: confirm your e-mail")
_CONFIRM: Final = N_(
    "%(name)s,\n\nconfirm here that this e-mail is yours, within three days:\n\n%(address)s\n\n"
    "If you did not register, do nothing: without it nobody can order in your name.\n"
)
_SET_SUBJECT: Final = N_("Keruen: your password was set")
_SET: Final = N_(
    "%(name)s,\n\nthe password of %(email)s was set just now, and every open visit has ended."
    "\n\nIf that was not you, ask for a new password at once, and tell the operator.\n"
)


_DEVICE_SUBJECT: Final = N_("Keruen: signed in from a new device")
_DEVICE: Final = N_(
    "%(name)s,\n\nsomebody signed in as %(email)s from a device that is new to us:\n\n"
    "%(device)s\n%(address)s\n%(at)s UTC\n\n"
    "If that was you, do nothing. If not, choose a new password at once: every visit then ends.\n"
)


_OFF_SUBJECT: Final = N_("Keruen: your second step was taken off")
_OFF: Final = N_(
    "%(name)s,\n\nthe second step of signing in as %(email)s was taken off just now: the"
    " password alone opens it.\n\nIf you did not ask for that, tell the operator at once.\n"
)


def second_step_off_letter(reader: Reader) -> Letter:
    """Return the letter that says that the second step was taken off."""
    with speaking(reader.language):
        body = say(_OFF, {"name": reader.name, "email": reader.email})
        return Letter(to=reader.email, subject=say(_OFF_SUBJECT, {}), body=body)


def new_device_letter(reader: Reader, origin: Origin, *, at: datetime) -> Letter:
    """Return the letter that tells of a device that is new."""
    device = " · ".join(filter(None, (browser_name(origin.browser), system_name(origin.browser))))
    said: dict[str, object] = {
        "name": reader.name,
        "email": reader.email,
        "device": device or "?",
        "address": origin.address,
        "at": f"{at.astimezone(UTC):%Y-%m-%d %H:%M}",
    }
    with speaking(reader.language):
        return Letter(to=reader.email, subject=say(_DEVICE_SUBJECT, {}), body=say(_DEVICE, said))


def reset_letter(reader: Reader, address: str) -> Letter:
    """Return the letter with the address of a link that sets the password."""
    with speaking(reader.language):
        body = say(_RESET, {"name": reader.name, "address": address})
        return Letter(to=reader.email, subject=say(_RESET_SUBJECT, {}), body=body)


def confirmation_letter(reader: Reader, address: str) -> Letter:
    """Return the letter with the address of a link that confirms the e-mail."""
    with speaking(reader.language):
        body = say(_CONFIRM, {"name": reader.name, "address": address})
        return Letter(to=reader.email, subject=say(_CONFIRM_SUBJECT, {}), body=body)


def password_set_letter(link: OneTimeLink) -> Letter:
    """Return the letter that says that the password was set."""
    with speaking(link.language):
        body = say(_SET, {"name": link.name, "email": link.email})
        return Letter(to=link.email, subject=say(_SET_SUBJECT, {}), body=body)
