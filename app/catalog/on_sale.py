"""Whether a product is on sale: a seller pauses it, or retires it for good."""

from enum import StrEnum
from typing import Final

from app.kit.i18n import N_
from app.kit.refusal import Conflict
from app.kit.states import StateMachine


class ProductState(StrEnum):
    """Whether buyers can order a product. Open quotes and orders go on in every state."""

    LISTED = "listed"
    PAUSED = "paused"
    RETIRED = "retired"


class ProductCannotMove(Conflict):
    """The product is in that state already."""

    code = "product.cannot_move"
    sentence = N_("This step is not possible for %(sku)s now. Its state: %(state)s.")


class NotOnSale(Conflict):
    """The seller has paused or retired the product."""

    code = "product.not_on_sale"
    sentence = N_("%(sku)s is not on sale now.")


PRODUCT_STATES: Final = StateMachine(
    start=ProductState.LISTED,
    names={
        ProductState.LISTED: N_("On sale"),
        ProductState.PAUSED: N_("Paused"),
        ProductState.RETIRED: N_("Retired"),
    },
    moves={
        ProductState.LISTED: frozenset({ProductState.PAUSED, ProductState.RETIRED}),
        ProductState.PAUSED: frozenset({ProductState.LISTED, ProductState.RETIRED}),
        # Brought back as paused: its prices and stock are looked at before buyers see it.
        ProductState.RETIRED: frozenset({ProductState.PAUSED}),
    },
    refusal=ProductCannotMove,
)
