"""Addresses of the seller's desk."""

from typing import Final

HOME: Final = "/seller"
"""What waits, and the company's goods."""
LISTINGS: Final = f"{HOME}/listings"
"""Goods that are not listed yet."""

DELIVERIES: Final = f"{HOME}/deliveries"
"""Batches that come to the warehouse."""


def goods_href(sku: str) -> str:
    """Return the address of a product on the desk."""
    return f"{HOME}/goods/{sku}"
