"""Receipts of customs: their channel codes, and the state of the declaration.

Codes as client programs in use read them (checked 2026-10). A code that is not listed is refused,
never guessed. Codes are case-sensitive.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from customs.refusal import N_, CustomsRefusal


class DeclarationState(StrEnum):
    """The state of a declaration at customs."""

    DRAFT = "draft"
    LODGED = "lodged"
    ACCEPTED = "accepted"
    HELD = "held"
    REVIEWED = "reviewed"
    RELEASED = "released"
    CLOSED = "closed"
    REJECTED = "rejected"
    DELETED = "deleted"


STATE_NAMES: Final[Mapping[DeclarationState, str]] = {
    DeclarationState.DRAFT: N_("Draft"),
    DeclarationState.LODGED: N_("Lodged"),
    DeclarationState.ACCEPTED: N_("Accepted by customs"),
    DeclarationState.HELD: N_("Held by customs"),
    DeclarationState.REVIEWED: N_("Reviewed"),
    DeclarationState.RELEASED: N_("Released"),
    DeclarationState.CLOSED: N_("Closed"),
    DeclarationState.REJECTED: N_("Sent back by customs"),
    DeclarationState.DELETED: N_("Deleted by customs"),
}

PASSES_THE_GATE: Final = frozenset({DeclarationState.RELEASED, DeclarationState.CLOSED})
"""The states in which the goods may leave."""


class UnknownChannel(CustomsRefusal):
    """Raised for a channel code that is not in `CHANNELS`."""

    code = "customs.china.unknown_channel"
    sentence = N_("The channel code %(channel)s is not known.")


@dataclass(frozen=True, slots=True)
class Channel:
    """The meaning of a channel code."""

    name: str
    """A message of the catalogue."""
    state: DeclarationState | None
    """None when the notice does not change the state."""


_State = DeclarationState
CHANNELS: Final[Mapping[str, Channel]] = {
    "S0": Channel(N_("Saved as a draft"), _State.DRAFT),
    "F1": Channel(N_("Not saved as a draft"), None),
    "f0": Channel(N_("The client failed"), None),
    "7": Channel(N_("Lodged"), _State.LODGED),
    "Y": Channel(N_("Lodging failed"), _State.REJECTED),
    "L": Channel(N_("Received by customs"), _State.ACCEPTED),
    "E": Channel(N_("Refused by customs"), _State.REJECTED),
    "Z": Channel(N_("Sent back to be changed"), _State.REJECTED),
    "H": Channel(N_("Held for a customs officer"), _State.HELD),
    "M": Channel(N_("To be reviewed again"), _State.HELD),
    "N": Channel(N_("Files to be sent again"), _State.HELD),
    "T": Channel(N_("Tax to be paid"), _State.HELD),
    "C": Channel(N_("Export inspection ordered"), _State.HELD),
    "S": Channel(N_("Being inspected"), _State.HELD),
    "b": Channel(N_("Sent to quarantine for review"), None),
    "d": Channel(N_("Quarantine application accepted"), None),
    "a": Channel(N_("Certificates to be collected"), None),
    # What follows a withdrawn application is not known: the goods wait for a release.
    "c": Channel(N_("Quarantine application withdrawn"), _State.HELD),
    "G": Channel(N_("Reviewed"), _State.REVIEWED),
    "J": Channel(N_("Reviewed, paperless"), _State.REVIEWED),
    "W": Channel(N_("Passed, paperless"), _State.REVIEWED),
    # 放行交单: papers are still to be handed in, so it is no release.
    "F": Channel(N_("To be released when papers are handed in"), _State.REVIEWED),
    "P": Channel(N_("Released"), _State.RELEASED),
    "I": Channel(N_("Released, paperless"), _State.RELEASED),
    "B": Channel(N_("Released on security"), _State.RELEASED),
    "K": Channel(N_("Released on security (second form)"), _State.RELEASED),
    "A": Channel(N_("Deleted before release, or irregular"), _State.HELD),
    "12": Channel(N_("Loading refused (manifest)"), _State.HELD),
    "R": Channel(N_("Closed"), _State.CLOSED),
    "D": Channel(N_("Deleted by customs"), _State.DELETED),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomsReceipt:
    """A receipt of customs (海关回执)."""

    channel: str
    noticed_at: datetime
    """When customs gave notice, with its time zone; not when it was entered."""
    entry_number: str = ""
    """海关编号, 18 digits; blank until customs gives one."""
    note: str = ""
    sequence: str = ""
    """统一编号 of the Single Window; blank when a person read it off a screen."""


def get_channel(code: str) -> Channel:
    """Return the meaning of a channel code; raises `UnknownChannel`."""
    if code not in CHANNELS:
        raise UnknownChannel(field="channel", channel=code)
    return CHANNELS[code]


def state_after(receipts: Iterable[CustomsReceipt]) -> DeclarationState:
    """Return the state after the latest receipt; receipts may come in any order.

    Of receipts of one instant the last in the list counts: notices are timed to the minute, and a
    paperless declaration passes several states within one. A state may fall back: a release that a
    later notice withdraws is no release. Raises `UnknownChannel`.
    """
    state = DeclarationState.DRAFT
    for receipt in sorted(receipts, key=lambda receipt: receipt.noticed_at):
        state = get_channel(receipt.channel).state or state
    return state
