"""An order is placed whole, once, at the price that was seen; or nothing at all happens."""

import asyncio
from datetime import timedelta
from decimal import Decimal

import asyncpg
import pytest
from moneyed import Money

from app.kit.money import to_minor
from app.kit.refusal import Refusal
from app.orders import actions, repository
from app.orders.order import OrderState
from app.orders.placing import PriceRose
from app.orders.tables import Order, OrderLine, OrderMove
from app.orders.terms import UnknownBroker, UnknownCrossing, UnknownDelivery
from app.quotes import actions as quoting
from app.quotes import repository as quotes
from app.quotes.quote import NoSuchQuote, QuoteState
from app.shop.tables import Basket, BasketLine
from app.stock.lot import OutOfStock
from app.stock.tables import Lot, Reservation
from tests.app.orders.market import (
    NOON,
    Market,
    crowd,
    place,
    placing,
    quoted,
    requested_terms,
    set_spread,
)


async def nothing_is_ordered() -> bool:
    return [await table.count() for table in (Order, OrderLine, OrderMove)] == [0, 0, 0]


async def reserved() -> dict[str, int]:
    return {row["batch"]: row["reserved"] for row in await Lot.select(Lot.batch, Lot.reserved)}


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
    assert line.unit.amount("goods") == Money("855.13", "KZT")
    assert line.unit.amount("spread") == Money("21.38", "KZT")
    assert line.unit_price == Money("876.51", "KZT")
    assert order.breakdown.amount("goods") == Money("85513.00", "KZT")
    assert order.breakdown.amount("spread") == Money("2138.00", "KZT")
    assert order.total == Money("87651.00", "KZT")
    assert await repository.get_order(order.number) == order


async def test_an_order_from_kyrgyzstan_is_in_som_at_its_own_banks_rate(market: Market) -> None:
    order = await place(market.kyrgyz, (market.raisins, 10), (market.walnuts, 3))
    assert order.rate.bank == "nbkr"
    assert order.rate.value == Decimal("12.2630")
    assert [line.list_price for line in order.lines] == [
        Money("12.50", "CNY"),
        Money("33.33", "CNY"),
    ]
    assert order.lines[0].unit.amount("goods") == Money("153.29", "KGS")
    assert order.lines[0].unit.amount("spread") == Money("4.60", "KGS")
    assert order.total == sum((line.total for line in order.lines), Money(0, "KGS"))
    assert order.lines[1].names["ky"] == "Мейиз WALNUTS"


async def test_the_goods_are_reserved_from_the_lot_that_expires_first(market: Market) -> None:
    order = await place(market.kazakh, (market.raisins, 250))
    assert await reserved() == {"R-EARLY": 200, "R-LATE": 50, "W-1": 0}
    rows = await Reservation.select().order_by(Reservation.id)
    assert {row["order_number"] for row in rows} == {order.number}
    assert sum(row["quantity"] for row in rows) == 250


async def test_the_first_move_says_who_and_when(market: Market) -> None:
    order = await place(market.kazakh, (market.raisins, 10))
    steps = await repository.timeline(order.id)
    assert [(step.state, step.at, step.who) for step in steps] == [
        (OrderState.PLACED, NOON, "Aigerim")
    ]


async def test_the_same_quote_ordered_twice_is_one_order(market: Market) -> None:
    request = placing(await quoted(market.kazakh, (market.raisins, 10)), market.kazakh)
    first = await actions.place_order(request, reader=market.kazakh, at=NOON)
    again = await actions.place_order(request, reader=market.kazakh, at=NOON + timedelta(days=1))
    assert again == first
    assert await Order.count() == 1
    assert await reserved() == {"R-EARLY": 10, "R-LATE": 0, "W-1": 0}


async def test_the_same_quote_ordered_five_times_at_once_is_one_order(market: Market) -> None:
    request = placing(await quoted(market.kazakh, (market.raisins, 10)), market.kazakh)
    sendings = [actions.place_order(request, reader=market.kazakh, at=NOON) for _ in range(5)]
    assert len({order.number for order in await asyncio.gather(*sendings)}) == 1
    assert await Order.count() == 1
    assert await reserved() == {"R-EARLY": 10, "R-LATE": 0, "W-1": 0}


async def test_another_companys_quote_is_answered_as_if_there_were_none(market: Market) -> None:
    quote = await quoted(market.kazakh, (market.raisins, 10))
    with pytest.raises(NoSuchQuote):
        await actions.place_order(placing(quote, market.rival), reader=market.rival, at=NOON)
    assert await Order.count() == 0


async def test_an_order_copies_its_quote_and_takes_over_its_very_pieces(market: Market) -> None:
    quote = await quoted(market.kazakh, (market.raisins, 250))
    before = await reserved()
    order = await actions.place_order(
        placing(quote, market.kazakh), reader=market.kazakh, at=quote.held_until
    )
    assert (order.quote_id, order.total) == (quote.id, quote.total)
    assert (order.rate.official_id, order.rate.terms_id) == (
        quote.selling.official.id,
        quote.selling.terms.id,
    )
    assert await reserved() == before
    held = await Reservation.select().order_by(Reservation.id)
    assert {row["order_number"] for row in held} == {order.number}
    assert (await quotes.get_quote_for(market.kazakh, quote.number)).state is QuoteState.ORDERED


async def test_only_what_was_ordered_leaves_the_basket(market: Market) -> None:
    basket = Basket(person=market.kazakh.person_id, changed_at=NOON)
    await basket.save()
    for product in (market.raisins, market.walnuts):
        await BasketLine(basket=basket.id, product=product, quantity=10).save()
    quote = await quoted(market.kazakh, (market.raisins, 10), basket_id=basket.id)
    wrong = placing(quote, market.kazakh, terms=requested_terms(market.kazakh, crossing="narnia"))
    with pytest.raises(UnknownCrossing):
        await actions.place_order(wrong, reader=market.kazakh, at=NOON)
    assert await BasketLine.count() == 2
    await actions.place_order(placing(quote, market.kazakh), reader=market.kazakh, at=NOON)
    left = await BasketLine.select(BasketLine.product)
    assert [row["product"] for row in left] == [market.walnuts]


async def test_while_it_holds_a_quote_keeps_its_price_whatever_is_published(
    market: Market,
) -> None:
    quote = await quoted(market.kazakh, (market.raisins, 100))
    await set_spread(market, "KZT", "5", at=NOON)
    order = await actions.place_order(
        placing(quote, market.kazakh), reader=market.kazakh, at=quote.held_until
    )
    assert order.total == Money("87651.00", "KZT")


async def test_after_its_time_a_rise_asks_with_the_old_and_the_new_total(market: Market) -> None:
    quote = await quoted(market.kazakh, (market.raisins, 100))
    await set_spread(market, "KZT", "5", at=NOON)
    late = quote.held_until + timedelta(seconds=1)
    with pytest.raises(PriceRose) as refused:
        await actions.place_order(placing(quote, market.kazakh), reader=market.kazakh, at=late)
    assert refused.value.fields["old"] == Money("87651.00", "KZT")
    assert refused.value.fields["new"] == Money("89789.00", "KZT")
    assert await Order.count() == 0
    assert (await quotes.get_quote_for(market.kazakh, quote.number)).state is QuoteState.HELD
    agreed = placing(quote, market.kazakh, agreed_minor=8_978_900)
    order = await actions.place_order(agreed, reader=market.kazakh, at=late)
    assert order.total == Money("89789.00", "KZT")
    assert order.rate.spread_percent == Decimal(5)
    assert await reserved() == {"R-EARLY": 100, "R-LATE": 0, "W-1": 0}


async def test_a_tampered_agreement_is_never_taken_as_a_price(market: Market) -> None:
    quote = await quoted(market.kazakh, (market.raisins, 100))
    at = quote.held_until + timedelta(seconds=1)
    request = placing(quote, market.kazakh, agreed_minor=10**15)
    order = await actions.place_order(request, reader=market.kazakh, at=at)
    assert order.total == Money("87651.00", "KZT")


async def test_after_its_time_a_fall_is_passed_on_without_a_question(market: Market) -> None:
    quote = await quoted(market.kazakh, (market.raisins, 100))
    await set_spread(market, "KZT", "1", at=NOON)
    late = quote.held_until + timedelta(minutes=1)
    assert await quoting.expire_quotes(at=late) == 1
    assert await reserved() == {"R-EARLY": 0, "R-LATE": 0, "W-1": 0}
    order = await actions.place_order(placing(quote, market.kazakh), reader=market.kazakh, at=late)
    assert order.total < quote.total
    assert order.total == Money("86368.00", "KZT")
    assert await reserved() == {"R-EARLY": 100, "R-LATE": 0, "W-1": 0}


async def test_after_its_time_a_quote_whose_goods_are_sold_is_refused(market: Market) -> None:
    quote = await quoted(market.kazakh, (market.walnuts, 40))
    late = quote.held_until + timedelta(seconds=1)
    await quoting.expire_quotes(at=late)
    await place(market.rival, (market.walnuts, 1), at=late)
    with pytest.raises(OutOfStock):
        await actions.place_order(placing(quote, market.kazakh), reader=market.kazakh, at=late)
    assert await Order.count() == 1
    assert await reserved() == {"R-EARLY": 0, "R-LATE": 0, "W-1": 1}


async def test_an_old_order_keeps_its_rate_and_spread_when_new_ones_hold(market: Market) -> None:
    old = await place(market.kazakh, (market.raisins, 100))
    await set_spread(market, "KZT", "10", at=NOON)
    later = NOON + timedelta(hours=1)
    new = await place(market.kazakh, (market.raisins, 100), at=later)
    assert new.total > old.total
    assert await repository.get_order(old.number) == old


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
        await place(
            market.kazakh, (market.raisins, 10), terms=requested_terms(market.kazakh, **changes)
        )
    assert await nothing_is_ordered()


async def test_an_importer_is_no_broker_and_a_broker_abroad_is_none_either(market: Market) -> None:
    firm = market.broker.company_id
    for reader, named in ((market.kazakh, market.rival.company_id), (market.kyrgyz, firm)):
        with pytest.raises(UnknownBroker):
            await place(
                reader, (market.raisins, 10), terms=requested_terms(reader, broker_id=named)
            )
    terms = requested_terms(market.kazakh, broker_id=firm)
    order = await place(market.kazakh, (market.raisins, 10), terms=terms)
    assert await repository.broker_name(order.id) == "Zhol"


async def test_two_orders_of_the_same_goods_in_opposite_order_do_not_lock_each_other_out(
    market: Market,
) -> None:
    here = [(market.raisins, 10), (market.walnuts, 1)]
    readers = await crowd(20)
    orders = await asyncio.gather(
        *(
            place(reader, *(here if turn % 2 else reversed(here)))
            for turn, reader in enumerate(readers)
        )
    )
    assert len({order.number for order in orders}) == 20


async def test_the_database_itself_refuses_a_total_that_does_not_add_up(market: Market) -> None:
    order = await place(market.kazakh, (market.raisins, 10))
    with pytest.raises(asyncpg.CheckViolationError):
        await Order.update({Order.total_minor: 1}).where(Order.id == order.id)


@pytest.mark.parametrize(
    "stages",
    [
        "[]",
        '[{"stage": "goods", "minor": 15359}]',
        '[{"stage": "goods", "minor": 92070}, {"stage": "goods", "minor": 1}]',
        '[{"stage": "goods", "minor": 92071}, {"stage": "spread"}]',
        '[{"stage": "goods", "minor": 92071}, {"minor": 0}]',
    ],
)
async def test_the_database_itself_refuses_stages_that_do_not_add_up(
    market: Market, stages: str
) -> None:
    order = await place(market.kazakh, (market.raisins, 10))
    assert to_minor(order.lines[0].unit_price) == 92_071
    with pytest.raises(asyncpg.CheckViolationError):
        await OrderLine.update({OrderLine.stages: stages}).where(OrderLine.order == order.id)
    assert await repository.get_order(order.number) == order
