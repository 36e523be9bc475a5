"""Read models of a product's pages on the seller's desk."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from app.accounts.person import Reader
from app.catalog.price_plan import ListedPrices, PricePlan
from app.catalog.product import Product
from app.catalog.repository import owned, plans, prices
from app.kit.refusal import Refusal
from app.orders.repository.goods import HoldingLine, list_holding
from app.rates.selling import SellingRate
from app.shop.actions import list_selling_rates
from app.stock.ledger import LotMovement
from app.stock.lot import Lot
from app.stock.repository import shelf

Rates = Mapping[str, SellingRate | Refusal]
"""The selling rate by currency, or the refusal in its place."""
_MOVEMENTS: Final = 50


@dataclass(frozen=True, slots=True)
class OwnGoods:
    """A product with its lots, their latest changes, and the orders that hold it."""

    product: Product
    lots: Sequence[Lot]
    movements: Sequence[LotMovement]
    holding: Sequence[HoldingLine]
    shipped: int
    """Units that have left the shelf with orders."""


@dataclass(frozen=True, slots=True)
class OwnPrices:
    """A product with its prices of today, before and later, and today's selling rates."""

    product: Product
    history: Sequence[ListedPrices]
    plans: Sequence[PricePlan]
    rates: Rates


async def read_own_goods(reader: Reader, sku: str) -> OwnGoods:
    """Read a product of the reader's company; raises `NoSuchProduct`."""
    product = await owned.get_own(sku, seller_id=reader.company_id)
    return OwnGoods(
        product=product,
        lots=await shelf.list_lots([product.id]),
        movements=await shelf.list_movements(product.id, most=_MOVEMENTS),
        holding=await list_holding([product.id]),
        shipped=await shelf.count_shipped(product.id),
    )


async def read_own_prices(reader: Reader, sku: str, *, at: datetime) -> OwnPrices:
    """Read the prices of a product of the reader's company; raises `NoSuchProduct`."""
    product = await owned.get_own(sku, seller_id=reader.company_id)
    return OwnPrices(
        product=product,
        history=await prices.list_price_lists(product.id),
        plans=await plans.list_plans(product.id),
        rates=await list_selling_rates(at=at),
    )
