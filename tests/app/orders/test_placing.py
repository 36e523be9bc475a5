"""An order is placed whole, once, at the price that was seen; or nothing at all happens."""

import asyncio
from collections import Counter
from dataclasses import replace as replaced
from datetime import date, timedelta
from decimal import Decimal

import asyncpg
import pytest
from moneyed import Money

from app.catalog.ladder import BelowMinimum, OffMultiple
from app.kit.refusal import Refusal
from app.orders import actions, store
from app.orders.order import OrderState
from app.orders.placing import GoodsGone, NothingWanted, PriceMoved, Wanted
from app.orders.tables import Order, OrderLine, OrderMove
from app.orders.terms import UnknownBroker, UnknownCrossing, UnknownDelivery
from app.rates.official import NoRate
from app.rates.selling import NoSpread
from app.shop.tables import Basket, BasketLine
from app.stock.lot import OutOfStock
from app.stock.tables import Lot, Movement, Promise
from tests.app.orders.market import NOON, Market, asked, place, placing, set_spread


async def nothing_is_kept() -> bool:
    kept = [await table.count() for table in (Order, OrderLine, OrderMove, Promise)]
    return kept == [0, 0, 0, 0] and await promised() == {"R-EARLY": 0, "R-LATE": 0, "W-1": 0}


async def promised() -> dict[str, int]:
    return {row["batch"]: row["promised"] for row in await Lot.select(Lot.batch, Lot.promised)}


async def test_an_order_from_kazakhstan_keeps_every_stage_of_its_price_in_tenge(
    market: Market,
) -> None:
    order = await place(market.kazakh, (market.raisins, 100))
    assert order.number == "K-2026-000001"
    assert order.rate.bank == "nbk"
    assert order.rate.value == Decimal("71.86")
    assert order.rate.spread_percent == Decimal("2.5")
    line = order.lines[0]
    assert line.list_price == Money("11.90", "CNY")
    assert line.goods_price == Money("855.13", "KZT")
    assert line.spread_price == Money("21.38", "KZT")
    assert line.unit_price == Money("876.51", "KZT")
    assert order.goods_total == Money("85513.00", "KZT")
    assert order.spread_total == Money("2138.00", "KZT")
    assert order.total == Money("87651.00", "KZT")
    assert await store.get_order(order.number) == order


async def test_an_order_from_kyrgyzstan_is_in_som_at_its_own_banks_rate(market: Market) -> None:
    order = await place(market.kyrgyz, (market.raisins, 10), (market.walnuts, 3))
    assert order.rate.bank == "nbkr"
    assert order.rate.value == Decimal("12.2630")
    assert [line.list_price for line in order.lines] == [
        Money("12.50", "CNY"),
        Money("33.33", "CNY"),
    ]
    assert order.lines[0].goods_price == Money("153.29", "KGS")
    assert order.lines[0].spread_price == Money("4.60", "KGS")
    assert order.total == sum((line.total for line in order.lines), Money(0, "KGS"))
    assert order.lines[1].names["ky"] == "Мейиз WALNUTS"


async def test_the_goods_are_promised_from_the_lot_that_expires_first(market: Market) -> None:
    order = await place(market.kazakh, (market.raisins, 250))
    assert await promised() == {"R-EARLY": 200, "R-LATE": 50, "W-1": 0}
    rows = await Promise.select().order_by(Promise.id)
    assert {row["order_number"] for row in rows} == {order.number}
    assert sum(row["quantity"] for row in rows) == 250


async def test_the_first_move_says_who_and_when(market: Market) -> None:
    order = await place(market.kazakh, (market.raisins, 10))
    steps = await store.timeline(order.id)
    assert [(step.state, step.at, step.who) for step in steps] == [
        (OrderState.PLACED, NOON, "Aigerim")
    ]


async def test_the_same_request_sent_twice_is_one_order(market: Market) -> None:
    request = await placing(market.kazakh, (market.raisins, 10))
    first = await actions.place_order(request, reader=market.kazakh, at=NOON)
    again = await actions.place_order(request, reader=market.kazakh, at=NOON + timedelta(days=1))
    assert again == first
    assert await Order.count() == 1
    assert await promised() == {"R-EARLY": 10, "R-LATE": 0, "W-1": 0}


async def test_the_same_request_sent_five_times_at_once_is_one_order(market: Market) -> None:
    request = await placing(market.kazakh, (market.raisins, 10))
    sendings = [actions.place_order(request, reader=market.kazakh, at=NOON) for _ in range(5)]
    assert len({order.number for order in await asyncio.gather(*sendings)}) == 1
    assert await Order.count() == 1
    assert await promised() == {"R-EARLY": 10, "R-LATE": 0, "W-1": 0}


async def test_another_buyers_request_with_the_same_key_is_an_order_of_its_own(
    market: Market,
) -> None:
    mine = await place(market.kazakh, (market.raisins, 10), request_key="0" * 32)
    theirs = await place(market.rival, (market.raisins, 10), request_key="0" * 32)
    assert mine.number != theirs.number
    assert theirs.buyer_id == market.rival.company_id


async def test_the_basket_is_empty_afterwards_and_untouched_after_a_refusal(
    market: Market,
) -> None:
    basket = Basket(person=market.kazakh.person_id, changed_at=NOON)
    await basket.save()
    await BasketLine(basket=basket.id, product=market.raisins, quantity=10).save()
    with pytest.raises(PriceMoved):
        await place(market.kazakh, (market.raisins, 10), basket_id=basket.id, seen_total_minor=1)
    assert await BasketLine.count() == 1
    await place(market.kazakh, (market.raisins, 10), basket_id=basket.id)
    assert await BasketLine.count() == 0


async def test_a_total_that_moved_is_refused_with_the_old_and_the_new(market: Market) -> None:
    request = await placing(market.kazakh, (market.raisins, 100))
    await set_spread(market, "KZT", "5", at=NOON)
    with pytest.raises(PriceMoved) as refused:
        await actions.place_order(request, reader=market.kazakh, at=NOON + timedelta(minutes=1))
    assert refused.value.fields["old"] == "87,651.00\u00a0₸"
    assert refused.value.fields["new"] == "89,789.00\u00a0₸"
    assert await nothing_is_kept()


async def test_a_tampered_total_is_never_taken_as_a_price(market: Market) -> None:
    for tampered in (0, 1, 10**15):
        with pytest.raises(PriceMoved):
            await place(market.kazakh, (market.raisins, 100), seen_total_minor=tampered)
    assert await nothing_is_kept()


async def test_an_old_order_keeps_its_rate_and_spread_when_new_ones_hold(market: Market) -> None:
    old = await place(market.kazakh, (market.raisins, 100))
    await set_spread(market, "KZT", "10", at=NOON)
    later = NOON + timedelta(hours=1)
    new = await place(market.kazakh, (market.raisins, 100), at=later)
    assert new.total > old.total
    assert await store.get_order(old.number) == old


@pytest.mark.parametrize(
    ("quantity", "refusal"),
    [(5, BelowMinimum), (0, BelowMinimum), (-10, BelowMinimum), (12, OffMultiple)],
)
async def test_a_quantity_that_is_not_sold_is_refused(
    market: Market, quantity: int, refusal: type[Refusal]
) -> None:
    request = await placing(market.kazakh, (market.raisins, 10))
    bent = (Wanted(market.raisins, quantity),)
    for wanted in (bent, (*request.wanted, *bent)):
        with pytest.raises(refusal):
            await actions.place_order(
                replaced(request, wanted=wanted), reader=market.kazakh, at=NOON
            )
    assert await nothing_is_kept()


async def test_goods_that_are_gone_and_empty_orders_are_refused(market: Market) -> None:
    request = await placing(market.kazakh, (market.raisins, 10))
    for wanted, refusal in (((), NothingWanted), ((Wanted(10**6, 10),), GoodsGone)):
        with pytest.raises(refusal):
            await actions.place_order(
                replaced(request, wanted=wanted), reader=market.kazakh, at=NOON
            )
    assert await nothing_is_kept()


async def test_more_than_is_on_the_shelf_is_refused_and_no_line_is_promised(
    market: Market,
) -> None:
    with pytest.raises(OutOfStock):
        await place(market.kazakh, (market.raisins, 10), (market.walnuts, 41))
    assert await nothing_is_kept()
    assert (await place(market.kazakh, (market.raisins, 10))).number == "K-2026-000001"


async def test_without_a_rate_the_bank_the_currency_and_the_day_are_named(market: Market) -> None:
    request = await placing(market.kazakh, (market.raisins, 10))
    with pytest.raises(NoRate) as refused:
        await actions.place_order(request, reader=market.kazakh, at=NOON - timedelta(days=30))
    assert "National Bank of Kazakhstan has no rate for CNY in force" in str(refused.value)
    assert refused.value.fields["day"] == date(2026, 10, 24)
    with pytest.raises(NoSpread):
        await actions.place_order(request, reader=market.kazakh, at=NOON - timedelta(hours=6))
    assert await nothing_is_kept()


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"delivery": "cip-almaty"}, UnknownDelivery),
        ({"crossing": "torugart"}, UnknownCrossing),
        ({"crossing": "narnia"}, UnknownCrossing),
        ({"broker_id": 10**6}, UnknownBroker),
    ],
)
async def test_terms_that_we_do_not_offer_are_refused(
    market: Market, changes: dict[str, object], refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal):
        await place(market.kazakh, (market.raisins, 10), terms=asked(market.kazakh, **changes))
    assert await nothing_is_kept()


async def test_an_importer_is_no_broker_and_a_broker_abroad_is_none_either(market: Market) -> None:
    firm = market.broker.company_id
    for reader, named in ((market.kazakh, market.rival.company_id), (market.kyrgyz, firm)):
        with pytest.raises(UnknownBroker):
            await place(reader, (market.raisins, 10), terms=asked(reader, broker_id=named))
    terms = asked(market.kazakh, broker_id=firm)
    order = await place(market.kazakh, (market.raisins, 10), terms=terms)
    assert await store.broker_name(order.id) == "Zhol"


async def test_fifty_buyers_of_the_last_pieces_get_exactly_what_is_there(market: Market) -> None:
    readers = [market.kazakh, market.rival, market.kyrgyz]
    requests = [
        (readers[turn % 3], await placing(readers[turn % 3], (market.walnuts, 1 + turn % 3)))
        for turn in range(50)
    ]
    answers = await asyncio.gather(
        *(actions.place_order(request, reader=reader, at=NOON) for reader, request in requests),
        return_exceptions=True,
    )
    kinds = Counter(type(answer).__name__ for answer in answers)
    assert set(kinds) == {"Order", "OutOfStock"}
    sold = await OrderLine.select(OrderLine.quantity)
    assert sum(row["quantity"] for row in sold) == 40
    assert await promised() == {"R-EARLY": 0, "R-LATE": 0, "W-1": 40}
    numbers = sorted(row["number"] for row in await Order.select(Order.number))
    assert numbers == [f"K-2026-{count:06d}" for count in range(1, kinds["Order"] + 1)]
    moved = await Movement.select().where(Movement.kind == "promised")
    assert sum(abs(row["quantity"]) for row in moved) == 40


async def test_two_orders_of_the_same_goods_in_opposite_order_do_not_lock_each_other_out(
    market: Market,
) -> None:
    here = [(market.raisins, 10), (market.walnuts, 1)]
    both = [
        await placing(market.kazakh, *(here if turn % 2 else reversed(here))) for turn in range(20)
    ]
    orders = await asyncio.gather(
        *(actions.place_order(request, reader=market.kazakh, at=NOON) for request in both)
    )
    assert len({order.number for order in orders}) == 20


async def test_the_database_itself_refuses_a_total_that_does_not_add_up(market: Market) -> None:
    order = await place(market.kazakh, (market.raisins, 10))
    with pytest.raises(asyncpg.CheckViolationError):
        await Order.update({Order.total_minor: 1}).where(Order.id == order.id)
