"""Checks of the answers of customs, and the refusals of lodging."""

from datetime import datetime
from typing import Final

from app.kit.i18n import N_
from app.kit.refusal import BadInput, Conflict
from customs.china.receipt import PASSES_THE_GATE, CustomsReceipt, get_channel
from customs.identifiers import is_digits

ENTRY_NUMBER_DIGITS: Final = 18


class EntryNumberMissing(BadInput):
    """A release must have the number that customs gave the declaration."""

    code = "declaration.entry_number_missing"
    sentence = N_("A release names the customs number of the declaration: 18 digits.")


class ReceiptFromTheFuture(BadInput):
    """A receipt cannot have been issued after it was entered."""

    code = "declaration.receipt_from_the_future"
    sentence = N_("The receipt's time lies in the future.")


class ReceiptBeforeTheFreeze(BadInput):
    """Customs cannot have answered before there was a declaration."""

    code = "declaration.receipt_before_the_freeze"
    sentence = N_("The receipt's time lies before the load was frozen.")


class Withdrawn(Conflict):
    """The load was reopened since, so this draft must not be lodged."""

    code = "declaration.withdrawn"
    sentence = N_("Declaration %(number)s was withdrawn when its load was opened again.")


class AlreadyLodged(Conflict):
    """The declaration is lodged, so the load cannot be reopened."""

    code = "declaration.already_lodged"
    sentence = N_("Declaration %(number)s is lodged already: the load cannot be opened again.")


class ReceiptKnown(Conflict):
    """The receipt is already entered."""

    code = "declaration.receipt_known"
    sentence = N_("This receipt is entered already.")


class UnknownSequence(Conflict):
    """A message names a declaration by a number that the Single Window never sent us."""

    code = "declaration.unknown_sequence"
    sentence = N_(
        "No declaration of ours is known as %(sequence)s at the Single Window:"
        " say which one the file answers. It is kept."
    )


class OtherDeclaration(Conflict):
    """A message names one declaration, and its uploader another."""

    code = "declaration.other_declaration"
    sentence = N_("The file answers declaration %(named)s, not %(number)s. It is kept.")


def check_receipt(receipt: CustomsReceipt, *, frozen_at: datetime, at: datetime) -> CustomsReceipt:
    """Return the receipt if it is possible for a load frozen at `frozen_at`.

    Raises `UnknownChannel`, `ReceiptFromTheFuture`, `ReceiptBeforeTheFreeze`, or
    `EntryNumberMissing` for a release without the eighteen digits that only customs can give.
    """
    state = get_channel(receipt.channel).state
    if receipt.noticed_at > at:
        raise ReceiptFromTheFuture(field="noticed_at")
    # A notice has its time to the minute: one of the freeze's own minute is not earlier.
    if receipt.noticed_at < frozen_at.replace(second=0, microsecond=0):
        raise ReceiptBeforeTheFreeze(field="noticed_at")
    digits = receipt.entry_number
    given = is_digits(digits, ENTRY_NUMBER_DIGITS)
    needed = state in PASSES_THE_GATE
    if not given and (needed or digits):
        raise EntryNumberMissing(field="entry_number")
    return receipt
