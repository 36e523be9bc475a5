"""Forms of the storefront."""

from typing import Annotated

import msgspec

_Quantity = Annotated[int, msgspec.Meta(le=1_000_000_000)]


class PutForm(msgspec.Struct):
    """A quantity of a product, to be put into the basket."""

    product: Annotated[str, msgspec.Meta(max_length=100)]
    quantity: _Quantity


class QuantityForm(msgspec.Struct):
    """The quantity of a line."""

    quantity: _Quantity


class CurrencyForm(msgspec.Struct):
    """The currency of prices, and the page to go back to."""

    currency: Annotated[str, msgspec.Meta(max_length=3)]
    next: str
