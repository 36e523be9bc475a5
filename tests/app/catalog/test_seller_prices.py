"""A seller sets prices from today or a later day on, and takes later ones back before their day."""

import asyncio
from datetime import date, timedelta

import pytest
from moneyed import Money

from app.catalog import actions, repository
from app.catalog.ladder import Ladder, LadderStep
from app.catalog.on_sale import NotOnSale, ProductCannotMove, ProductState
from app.catalog.price_plan import DayGone, DayPlanned, NoSuchPlan, PlanBegun
from app.catalog.product import BadMinimum, NoSuchProduct
from app.catalog.repository import owned, plans, prices
from app.catalog.tables import PriceList, PricePlan, ProductMove
from app.orders import actions as orders
from app.quotes import actions as quotes
from app.quotes.quote import WantedGoods
from tests.app.orders.market import NOON, Market, place, placing, quoted

TODAY = date(2026, 11, 23)
FRIDAY = date(2026, 11, 27)


def ladder(first: int, price: str) -> Ladder:
    return Ladder((LadderStep(first, Money(price, "CNY")),))


async def test_later_prices_wait_for_their_day_and_then_hold(market: Market) -> None:
    new = ladder(10, "15")
    await actions.set_prices("RAISINS", new, holds_from=FRIDAY, by=market.seller, at=NOON)
    before = await repository.get_product("raisins")
    assert str(before.ladder.steps[0].unit_price.amount) == "12.50"
    assert await actions.begin_due_prices(at=NOON + timedelta(days=3)) == 0
    assert await actions.begin_due_prices(at=NOON + timedelta(days=4)) == 1
    assert await actions.begin_due_prices(at=NOON + timedelta(days=4)) == 0
    assert (await repository.get_product("raisins")).ladder.steps == new.steps
    history = await prices.list_price_lists(market.raisins)
    assert [each.ladder.steps for each in history] == [new.steps, before.ladder.steps]


async def test_two_workers_begin_planned_prices_once(market: Market) -> None:
    new = ladder(10, "15")
    await actions.set_prices("RAISINS", new, holds_from=FRIDAY, by=market.seller, at=NOON)
    friday = NOON + timedelta(days=4)
    begun = await asyncio.gather(*(actions.begin_due_prices(at=friday) for _ in range(2)))
    assert sorted(begun) == [0, 1]
    assert len(await prices.list_price_lists(market.raisins)) == 2


async def test_later_prices_are_taken_back_before_their_day_only(market: Market) -> None:
    for day in (FRIDAY, FRIDAY + timedelta(days=1)):
        await actions.set_prices(
            "RAISINS", ladder(10, "15"), holds_from=day, by=market.seller, at=NOON
        )
    first, second = await plans.list_plans(market.raisins)
    await actions.take_back_prices("RAISINS", first.id, by=market.seller)
    await actions.begin_due_prices(at=NOON + timedelta(days=5))
    assert len(await prices.list_price_lists(market.raisins)) == 2
    for gone in (first, second):
        with pytest.raises(PlanBegun):
            await actions.take_back_prices("RAISINS", gone.id, by=market.seller)


async def test_prices_that_do_not_fit_are_refused_and_nothing_moves(market: Market) -> None:
    fitting = {"holds_from": FRIDAY, "by": market.seller, "at": NOON}
    await actions.set_prices("RAISINS", ladder(10, "15"), **fitting)  # type: ignore[arg-type] # by name
    before = (await PriceList.select(), await PricePlan.select())
    for first, changes, refusal in (
        (10, {"holds_from": TODAY - timedelta(days=1)}, DayGone),
        (10, {}, DayPlanned),
        (5, {"holds_from": TODAY}, BadMinimum),
        (10, {"by": market.other_seller}, NoSuchProduct),
    ):
        with pytest.raises(refusal):
            await actions.set_prices("RAISINS", ladder(first, "9"), **{**fitting, **changes})  # type: ignore[arg-type] # by name
    (plan,) = await plans.list_plans(market.raisins)
    with pytest.raises(NoSuchProduct):
        await actions.take_back_prices("RAISINS", plan.id, by=market.other_seller)
    with pytest.raises(NoSuchPlan):
        await actions.take_back_prices("WALNUTS", plan.id, by=market.seller)
    assert (await PriceList.select(), await PricePlan.select()) == before


async def move(market: Market, to: ProductState) -> None:
    await actions.move_product("RAISINS", to, by=market.seller, at=NOON, why="The harvest is over.")


async def test_paused_goods_are_not_quoted_and_open_quotes_and_orders_go_on(
    market: Market,
) -> None:
    quote = await quoted(market.kazakh, (market.raisins, 20))
    order = await place(market.rival, (market.raisins, 10))
    await move(market, ProductState.PAUSED)
    with pytest.raises(NotOnSale):
        await quotes.price((WantedGoods(market.raisins, 10),), country="KZ", at=NOON)
    ordered = await orders.place_order(placing(quote, market.kazakh), reader=market.kazakh, at=NOON)
    assert ordered.total == quote.total
    assert (await orders.cancel_order(order.number, reader=market.rival, at=NOON, why="")).number
    assert await repository.list_from_each_mall(5) == []
    found = await repository.search("raisins", page=1)
    assert found.total == 0


async def test_goods_are_paused_retired_and_brought_back(market: Market) -> None:
    for to in (ProductState.PAUSED, ProductState.RETIRED, ProductState.PAUSED, ProductState.LISTED):
        await move(market, to)
        product = await owned.get_own("RAISINS", seller_id=market.seller.company_id)
        assert product.state is to
    with pytest.raises(ProductCannotMove):
        await move(market, ProductState.LISTED)
    with pytest.raises(NoSuchProduct):
        await actions.move_product(
            "RAISINS", ProductState.RETIRED, by=market.other_seller, at=NOON, why=""
        )
    assert await ProductMove.count() == 4
