"""A link that lets one person set a password or confirm an e-mail, once, until it expires."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Final

from app.kit.i18n import N_
from app.kit.refusal import NotFound


class LinkPurpose(StrEnum):
    """What a link was given for."""

    INVITATION = "invitation"
    """Somebody was let in by another, who hands the link over."""
    RESET = "reset"
    """Somebody has forgotten the password, and gets the link by letter."""
    CONFIRMATION = "confirmation"
    """Somebody joined, and shows by the letter's link that the e-mail is theirs."""


LIFETIMES: Final = {
    LinkPurpose.INVITATION: timedelta(days=7),
    LinkPurpose.RESET: timedelta(hours=1),
    LinkPurpose.CONFIRMATION: timedelta(days=3),
}


PASSWORD_LINKS: Final = (LinkPurpose.INVITATION, LinkPurpose.RESET)
"""Whose links set a password."""


class LinkSpent(NotFound):
    """The link was used, has expired, was replaced, or never was one of ours: answered alike."""

    code = "account.link_spent"
    sentence = N_("This link has been used, has expired, or was replaced by a later one.")


@dataclass(frozen=True, slots=True)
class OneTimeLink:
    """A link that can still be used, and whose password it sets."""

    person_id: int
    name: str
    email: str
    language: str
    purpose: LinkPurpose


@dataclass(frozen=True, slots=True)
class IssuedLink:
    """A new link. The key is shown now and never again: only its hash is kept."""

    key: str
    language: str
    """Of its person."""
    purpose: LinkPurpose = LinkPurpose.INVITATION

    @property
    def path(self) -> str:
        """The address on this site, without scheme and host."""
        page = "links" if self.purpose in PASSWORD_LINKS else "confirmation"
        return f"/{self.language}/{page}/{self.key}"
