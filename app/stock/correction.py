"""Correcting a lot to what was counted."""

from app.kit.i18n import N_
from app.kit.refusal import BadInput, Conflict, NotFound
from app.stock.lot import Lot


class NoSuchLot(NotFound):
    """There is no such lot on the shelf."""

    code = "stock.lot_not_found"
    sentence = N_("There is no such batch on the shelf.")


class NothingToCorrect(BadInput):
    """The count agrees with the ledger."""

    code = "stock.nothing_to_correct"
    sentence = N_("The ledger says %(on_hand)s already: there is nothing to correct.")


class BelowReserved(Conflict):
    """Fewer pieces would be left than are held for orders."""

    code = "stock.below_promised"
    sentence = N_(
        "%(reserved)s of this batch are held for orders, and %(counted)s would be left."
        " Refund or cancel an order first."
    )


def correct(lot: Lot, counted: int) -> int:
    """Return counted less on hand; raises `NothingToCorrect` or `BelowReserved`."""
    if counted == lot.on_hand:
        raise NothingToCorrect(field="counted", on_hand=lot.on_hand)
    if counted < lot.reserved:
        raise BelowReserved(field="counted", reserved=lot.reserved, counted=counted)
    return counted - lot.on_hand
