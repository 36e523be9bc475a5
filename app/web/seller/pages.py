"""Read models of the seller's home and orders."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.accounts.person import Reader
from app.catalog.product import Product
from app.catalog.repository import owned, plans
from app.kit.clock import day_at
from app.listings import repository as listings
from app.listings.draft import ProductDraft
from app.orders.repository.goods import HoldingLine, list_holding
from app.stock import repository as stock
from app.stock.announcement import AnnouncedLot
from app.stock.repository import announced


@dataclass(frozen=True, slots=True)
class SellerHome:
    """A company's goods, how much of each is free, and what waits for the seller."""

    products: Sequence[Product]
    free: Mapping[int, int]
    drafts: Sequence[ProductDraft]
    holding: int
    """Lines of orders under way."""
    plans: int
    """Prices that wait for their day."""

    def is_low(self, product: Product) -> bool:
        """Whether less is free than the least that can be ordered."""
        return self.free[product.id] < product.minimum


async def read_home(reader: Reader, *, at: datetime) -> SellerHome:
    """Read the desk of the reader's company."""
    products = await owned.list_own(reader.company_id)
    ids = [product.id for product in products]
    return SellerHome(
        products=products,
        free=await stock.free_by_product(ids, on=day_at(at)),
        drafts=await listings.list_open_drafts(reader.company_id),
        holding=len(await list_holding(ids)),
        plans=await plans.count_plans(ids),
    )


@dataclass(frozen=True, slots=True)
class HeldGoods:
    """A line of an order under way, with the product it is for."""

    line: HoldingLine
    product: Product


async def read_held_goods(reader: Reader) -> list[HeldGoods]:
    """Read the lines of orders under way that hold the company's goods, the oldest first."""
    products = {each.id: each for each in await owned.list_own(reader.company_id)}
    return [HeldGoods(line, products[line.product_id]) for line in await list_holding([*products])]


@dataclass(frozen=True, slots=True)
class Deliveries:
    """A company's goods by id, and the batches of them that are announced."""

    products: Mapping[int, Product]
    announced: Sequence[AnnouncedLot]


async def read_deliveries(reader: Reader) -> Deliveries:
    """Read what the reader's company has announced."""
    products = {each.id: each for each in await owned.list_own(reader.company_id)}
    return Deliveries(products, await announced.list_announced(products))
