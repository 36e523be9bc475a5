"""Forms of the checkout and of orders."""

from typing import Annotated

import msgspec


class CheckoutForm(msgspec.Struct):
    """Consignee and delivery, and the total that the buyer agreed to."""

    consignee: Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
    consignee_address: Annotated[str, msgspec.Meta(min_length=1, max_length=400)]
    delivery_term: Annotated[str, msgspec.Meta(min_length=1, max_length=20)]
    border_crossing: Annotated[str, msgspec.Meta(min_length=1, max_length=20)]
    broker: Annotated[str, msgspec.Meta(pattern="^[0-9]{0,9}$")]
    """A company's id; empty when the buyer names no broker yet."""
    agreed_total: Annotated[int, msgspec.Meta(ge=0, le=10**15)]
    """The total agreed to after the quote expired, in minor units; 0 before."""


class CancellationForm(msgspec.Struct):
    """Why an order is cancelled; may be empty."""

    why: Annotated[str, msgspec.Meta(max_length=300)]
