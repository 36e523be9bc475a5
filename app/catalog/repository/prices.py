"""Price lists: every query. Rows are only added, and the latest list of a product holds."""

from datetime import datetime
from itertools import groupby

from app.catalog.ladder import Ladder, NoSuchPriceList
from app.catalog.price_plan import ListedPrices
from app.catalog.repository.rows import StepRecord, ladder_rows, to_ladder
from app.catalog.tables import LadderPrice as LadderRow
from app.catalog.tables import PriceList as PriceListRow
from app.kit.records import read_all, read_column


class DatedStepRecord(StepRecord):
    """A step of a list, and since when the list held."""

    set_at: datetime


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


async def list_price_lists(product_id: int) -> list[ListedPrices]:
    """List every list of prices that a product has had, the newest first."""
    query = LadderRow.select(
        LadderRow.price_list,
        LadderRow.from_quantity,
        LadderRow.price_minor,
        LadderRow.price_list.set_at.as_alias("set_at"),
    ).where(LadderRow.price_list.product == product_id)
    ordered = query.order_by(LadderRow.price_list, ascending=False)
    rows = await read_all(DatedStepRecord, ordered.order_by(LadderRow.from_quantity))
    return [
        ListedPrices(to_ladder(steps), steps[0].set_at)
        for _, each in groupby(rows, key=lambda row: row.price_list)
        for steps in [list(each)]
    ]
