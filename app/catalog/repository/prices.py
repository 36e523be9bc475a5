"""Price lists: every query. Rows are only added, and the latest list of a product holds."""

from datetime import datetime

from app.catalog.ladder import Ladder, NoSuchPriceList
from app.catalog.repository.rows import StepRecord, ladder_rows, to_ladder
from app.catalog.tables import LadderPrice as LadderRow
from app.catalog.tables import PriceList as PriceListRow
from app.kit.records import read_all, read_column


async def save_ladder(product_id: int, ladder: Ladder, *, at: datetime) -> None:
    """Save a product's new prices; earlier lists stay, so that old prices can be explained."""
    price_list = PriceListRow(product=product_id, set_at=at)
    await price_list.save()
    await LadderRow.insert(*ladder_rows(price_list.id, ladder))


async def get_ladder(price_list_id: int) -> Ladder:
    """Return the prices of a list as they were set; raises `NoSuchPriceList`."""
    query = LadderRow.select().where(LadderRow.price_list == price_list_id)
    rows = await read_all(StepRecord, query.order_by(LadderRow.from_quantity))
    if not rows:
        raise NoSuchPriceList
    return to_ladder(rows)


async def price_list_since(price_list_id: int) -> datetime:
    """Return since when a price list held; raises `NoSuchPriceList`."""
    query = PriceListRow.select(PriceListRow.set_at).where(PriceListRow.id == price_list_id)
    found = await read_column(datetime, query)
    if not found:
        raise NoSuchPriceList
    return found[0]


async def price_list_of(price_list_id: int) -> str:
    """Return the article number that a price list is for; raises `NoSuchPriceList`."""
    query = PriceListRow.select(PriceListRow.product.sku.as_alias("sku"))
    found = await read_column(str, query.where(PriceListRow.id == price_list_id))
    if not found:
        raise NoSuchPriceList
    return found[0]
