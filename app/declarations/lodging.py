"""What an answer of customs must be to be entered, and when a declaration is no longer ours."""

from datetime import datetime
from typing import Final

from app.kit.i18n import N_
from app.kit.refusal import BadInput, Conflict
from customs.china.receipt import PASSES_THE_GATE, CustomsReceipt, get_channel
from customs.identifiers import is_digits

ENTRY_NUMBER_DIGITS: Final = 18


class EntryNumberMissing(BadInput):
    """A release names the number that customs gave the declaration."""

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
    """The load was opened again since: this draft is nobody's to lodge."""

    code = "declaration.withdrawn"
    sentence = N_("Declaration %(number)s was withdrawn when its load was opened again.")


class AlreadyLodged(Conflict):
    """Customs knows the declaration: the load is no longer ours alone to open."""

    code = "declaration.already_lodged"
    sentence = N_("Declaration %(number)s is lodged already: the load cannot be opened again.")


class ReceiptKnown(Conflict):
    """This receipt was entered before."""

    code = "declaration.receipt_known"
    sentence = N_("This receipt is entered already.")


class UnknownSequence(Conflict):
    """A message names a declaration by a number that the Single Window never told us."""

    code = "declaration.unknown_sequence"
    sentence = N_(
        "No declaration of ours is known as %(sequence)s at the Single Window:"
        " say which one the file answers. It is kept."
    )


class OtherDeclaration(Conflict):
    """A message names one declaration, and its bringer another."""

    code = "declaration.other_declaration"
    sentence = N_("The file answers declaration %(named)s, not %(number)s. It is kept.")


def check_receipt(receipt: CustomsReceipt, *, frozen_at: datetime, at: datetime) -> CustomsReceipt:
    """Return the receipt if it can be one for a load frozen at `frozen_at`.

    Raises `UnknownChannel`, `ReceiptFromTheFuture`, `ReceiptBeforeTheFreeze`, or
    `EntryNumberMissing` for a release without the eighteen digits that only customs can give.
    """
    state = get_channel(receipt.channel).state
    if receipt.noticed_at > at:
        raise ReceiptFromTheFuture(field="noticed_at")
    # A notice tells the time to the minute: one of the freeze's own minute is no earlier.
    if receipt.noticed_at < frozen_at.replace(second=0, microsecond=0):
        raise ReceiptBeforeTheFreeze(field="noticed_at")
    digits = receipt.entry_number
    given = is_digits(digits, ENTRY_NUMBER_DIGITS)
    needed = state in PASSES_THE_GATE
    if not given and (needed or digits):
        raise EntryNumberMissing(field="entry_number")
    return receipt
