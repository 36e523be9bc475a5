"""Read model of the pages on which a product's pictures are arranged."""

from app.accounts.person import Reader
from app.catalog.actions.gallery import get_product_to_arrange
from app.catalog.product import Product


async def read_product(sku: str, *, by: Reader) -> Product:
    """Read a product with its pictures; raises `NoSuchProduct` for another seller's too."""
    return await get_product_to_arrange(sku, by=by)
