"""What a change of a tariff touches: goods by their latest code, open quotes, drafts."""

from datetime import timedelta

from app.declarations.actions import freezing
from app.declarations.repository.touched import Touched, find_touched
from app.declarations.tables import Declaration
from app.documents.issuing import papers_due
from tests.app.catalog.coding import confirm, keep_lines, new_code, sku_of
from tests.app.orders.market import NOON, Market, quoted
from tests.app.warehouse.walk import LATER, loaded, pack_all, paid, pick_all

OLD, NEW = "0806209000", "0806203000"
NOTHING = Touched((), (), ())


async def name(market: Market, code: str, *, days: int) -> str:
    """Confirm the raisins' code, and return their article number."""
    await keep_lines(code)
    sku = await sku_of(market.raisins)
    await confirm(market, new_code(sku, code), at=NOON + timedelta(days=days))
    return sku


async def test_goods_are_touched_by_their_latest_code_only(market: Market) -> None:
    sku = await name(market, OLD, days=1)
    assert await find_touched("EAEU", {OLD}, at=NOON) == Touched(((sku, OLD),), (), ())
    await name(market, NEW, days=2)
    assert await find_touched("EAEU", {OLD}, at=NOON) == NOTHING
    assert (await find_touched("EAEU", {NEW}, at=NOON)).products == ((sku, NEW),)
    assert await find_touched("UZ", {NEW}, at=NOON) == NOTHING
    assert await find_touched("EAEU", set(), at=NOON) == NOTHING


async def test_an_open_quote_and_a_draft_on_such_goods_are_touched(market: Market) -> None:
    order = await paid(market, market.kazakh, (market.raisins, 10))
    await pick_all(market, order.number)
    await pack_all(market, order.number)
    load = await loaded(market, order.number)
    await freezing.freeze_load(
        load.number, by=market.declarant, at=LATER + timedelta(hours=1), due=papers_due
    )
    quote = await quoted(market.rival, (market.raisins, 10))
    await quoted(market.kyrgyz, (market.walnuts, 10))
    await name(market, OLD, days=1)
    found = await find_touched("EAEU", {OLD}, at=NOON)
    assert found.quotes == (quote.number,)
    drafts = await Declaration.select(Declaration.number)
    assert found.drafts == tuple(row["number"] for row in drafts)
    assert len(drafts) == 1
    late = await find_touched("EAEU", {OLD}, at=quote.held_until + timedelta(seconds=1))
    assert (late.quotes, late.drafts) == ((), found.drafts)
