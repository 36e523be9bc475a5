"""The goods of one seller: the one place where goods are looked for by whose they are."""

from datetime import datetime

from piccolo.custom_types import Combinable

from app.catalog.on_sale import PRODUCT_STATES, ProductCannotMove, ProductState
from app.catalog.product import NoSuchProduct, Product
from app.catalog.repository import read_products
from app.catalog.tables import Product as ProductRow
from app.catalog.tables import ProductMove as MoveRow
from app.kit.records import read_column
from app.kit.transitions import move_columns, save_transition


async def list_own(seller_id: int) -> list[Product]:
    """List everything that a company has listed, in every state, the newest first."""
    query = ProductRow.select(ProductRow.id).where(ProductRow.seller == seller_id)
    newest = query.order_by(ProductRow.listed_at, ascending=False).order_by(ProductRow.id)
    return await read_products(await read_column(int, newest))


async def get_own(sku: str, *, seller_id: int) -> Product:
    """Return a company's product; raises `NoSuchProduct` alike for another's and for none."""
    query = ProductRow.select(ProductRow.id).where(_own(sku, seller_id))
    return await _one(sku, await read_column(int, query))


async def lock_own(sku: str, *, seller_id: int) -> Product:
    """Return a company's product, its row locked; raises as `get_own`."""
    query = ProductRow.select(ProductRow.id).where(_own(sku, seller_id)).order_by(ProductRow.id)
    return await _one(sku, await read_column(int, query.lock_rows("NO KEY UPDATE")))


async def save_state(
    product: Product, *, to: ProductState, by_id: int, at: datetime, why: str
) -> None:
    """Save whether a locked product is on sale, and the move; raises `ProductCannotMove`."""
    columns = move_columns(was=product.state, to=to, at=at, by_id=by_id, why=why)
    move = MoveRow(product=product.id, **columns)
    if not await save_transition(
        ProductRow.state, product.id, was=product.state, to=to, history=move
    ):
        raise ProductCannotMove(sku=product.sku, state=PRODUCT_STATES.names[product.state])


def _own(sku: str, seller_id: int) -> Combinable:
    return (ProductRow.sku == sku) & (ProductRow.seller == seller_id)


async def _one(sku: str, ids: list[int]) -> Product:
    if not ids:
        raise NoSuchProduct(slug=sku)
    return (await read_products(ids))[0]
