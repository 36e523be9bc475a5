"""What the checkout and the order's page send."""

from typing import Annotated

import msgspec


class CheckoutForm(msgspec.Struct):
    """Who receives the goods and how they travel, beside the total the buyer agreed to."""

    consignee: Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
    consignee_address: Annotated[str, msgspec.Meta(min_length=1, max_length=400)]
    delivery_term: Annotated[str, msgspec.Meta(min_length=1, max_length=20)]
    border_crossing: Annotated[str, msgspec.Meta(min_length=1, max_length=20)]
    broker: Annotated[str, msgspec.Meta(pattern="^[0-9]{0,9}$")]
    """A company's id; empty when the buyer names no broker yet."""
    agreed_total: Annotated[int, msgspec.Meta(ge=0, le=10**15)]
    """The total that the buyer agrees to after the quote's time, in minor units; 0 before it."""


class CancellationForm(msgspec.Struct):
    """Why an order is given up; may be empty."""

    why: Annotated[str, msgspec.Meta(max_length=300)]
