"""How far a declaration has come, as customs answers it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from app.kit.refusal import BadInput, Conflict
from app.kit.words import N_


class DeclarationState(StrEnum):
    """What customs' last answer says."""

    DRAFT = "draft"
    LODGED = "lodged"
    ACCEPTED = "accepted"
    HELD = "held"
    REVIEWED = "reviewed"
    RELEASED = "released"
    CLOSED = "closed"
    REJECTED = "rejected"
    DELETED = "deleted"


STATE_NAMES: Final = {
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

# Channel codes of the Single Window's receipts, as client programs in use read them (checked
# 2026-10). A code not listed here is refused, never guessed. Case counts: b and B differ.
CHANNELS: Final = {
    "7": DeclarationState.LODGED,
    "L": DeclarationState.ACCEPTED,
    "H": DeclarationState.HELD,
    "M": DeclarationState.HELD,
    "N": DeclarationState.HELD,
    "T": DeclarationState.HELD,
    "C": DeclarationState.HELD,
    "S": DeclarationState.HELD,
    "G": DeclarationState.REVIEWED,
    "J": DeclarationState.REVIEWED,
    "W": DeclarationState.REVIEWED,
    "P": DeclarationState.RELEASED,
    "I": DeclarationState.RELEASED,
    "B": DeclarationState.RELEASED,
    "K": DeclarationState.RELEASED,
    "R": DeclarationState.CLOSED,
    "Y": DeclarationState.REJECTED,
    "E": DeclarationState.REJECTED,
    "Z": DeclarationState.REJECTED,
    "D": DeclarationState.DELETED,
}

CHANNEL_NAMES: Final = {
    "7": N_("Lodged"),
    "L": N_("Received by customs"),
    "H": N_("Held for a customs officer"),
    "M": N_("To be reviewed again"),
    "N": N_("Files to be sent again"),
    "T": N_("Tax to be paid"),
    "C": N_("Export inspection ordered"),
    "S": N_("Being inspected"),
    "G": N_("Reviewed"),
    "J": N_("Reviewed, paperless"),
    "W": N_("Passed, paperless"),
    "P": N_("Released"),
    "I": N_("Released, paperless"),
    "B": N_("Released on security"),
    "K": N_("Released on security (second form)"),
    "R": N_("Closed"),
    "Y": N_("Lodging failed"),
    "E": N_("Refused by customs"),
    "Z": N_("Sent back to be changed"),
    "D": N_("Deleted by customs"),
}

PASSES_THE_GATE: Final = frozenset({DeclarationState.RELEASED, DeclarationState.CLOSED})
"""The states in which the goods may leave."""

ENTRY_NUMBER_DIGITS: Final = 18


class UnknownChannel(BadInput):
    """Customs has no such channel code, or we do not know it yet."""

    sentence = N_("The channel code %(channel)s is not known.")


class EntryNumberMissing(BadInput):
    """A release names the number that customs gave the declaration."""

    sentence = N_("A release names the customs number of the declaration: 18 digits.")


class ReceiptFromTheFuture(BadInput):
    """A receipt cannot have been issued after it was entered."""

    sentence = N_("The receipt's time lies in the future.")


class ReceiptBeforeTheFreeze(BadInput):
    """Customs cannot have answered before there was a declaration."""

    sentence = N_("The receipt's time lies before the load was frozen.")


class Withdrawn(Conflict):
    """The load was opened again since: this draft is nobody's to lodge."""

    sentence = N_("Declaration %(number)s was withdrawn when its load was opened again.")


class AlreadyLodged(Conflict):
    """Customs knows the declaration: the load is no longer ours alone to open."""

    sentence = N_("Declaration %(number)s is lodged already: the load cannot be opened again.")


class ReceiptKnown(Conflict):
    """This receipt was entered before."""

    sentence = N_("This receipt is entered already.")


@dataclass(frozen=True, slots=True)
class Receipt:
    """One answer of customs."""

    channel: str
    noticed_at: datetime
    """When customs gave notice, not when it was entered."""
    entry_number: str = ""
    note: str = ""


def state_after(receipts: Iterable[Receipt]) -> DeclarationState:
    """Will give the state that the latest notice says; receipts may come in any order.

    Of notices of one instant the last in the list counts: notices tell the time to the minute,
    and a paperless declaration passes several states within one. A state may fall back: a
    release taken back by a later notice closes the gate again.
    """
    in_time = sorted(receipts, key=lambda receipt: receipt.noticed_at)
    return CHANNELS[in_time[-1].channel] if in_time else DeclarationState.DRAFT


def check_receipt(receipt: Receipt, *, frozen_at: datetime, at: datetime) -> Receipt:
    """Will give the receipt back if it can be one for a load frozen at `frozen_at`.

    Raises `UnknownChannel`, `ReceiptFromTheFuture`, `ReceiptBeforeTheFreeze`, or
    `EntryNumberMissing` for a release without the eighteen digits that only customs can give.
    """
    if receipt.channel not in CHANNELS:
        raise UnknownChannel(field="channel", channel=receipt.channel)
    if receipt.noticed_at > at:
        raise ReceiptFromTheFuture(field="noticed_at")
    # A notice tells the time to the minute: one of the freeze's own minute is no earlier.
    if receipt.noticed_at < frozen_at.replace(second=0, microsecond=0):
        raise ReceiptBeforeTheFreeze(field="noticed_at")
    digits = receipt.entry_number
    # A Chinese keyboard's wide digits are digits to Python, and none to customs.
    given = digits.isascii() and digits.isdigit() and len(digits) == ENTRY_NUMBER_DIGITS
    needed = CHANNELS[receipt.channel] in PASSES_THE_GATE
    if not given and (needed or digits):
        raise EntryNumberMissing(field="entry_number")
    return receipt
