"""What visitors send."""

import msgspec


class PutForm(msgspec.Struct):
    """So many units of a product, to be put into the basket."""

    product: str
    quantity: int


class QuantityForm(msgspec.Struct):
    """So many units."""

    quantity: int


class CurrencyForm(msgspec.Struct):
    """The currency to see prices in, and the page to go back to."""

    currency: str
    next: str
