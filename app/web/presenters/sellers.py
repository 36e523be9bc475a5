"""Sellers as pages name them."""

from app.catalog.product import Seller
from app.kit.i18n import language


def seller_name(seller: Seller) -> str:
    """Return the Chinese name for who reads Chinese, the one in Latin letters for others."""
    return seller.name if language() == "zh_Hans" else seller.name_latin or seller.name
