"""Orders are found by what staff know of them, a page at a time, and nothing is missed."""

from datetime import date
from decimal import Decimal

import pytest

from app.kit.listing import PAGE_SIZE, Asked, BadPlace, NoSuchSort, Place
from app.orders.order import OrderState
from app.orders.order_list import DaysReversed, SumNeedsCurrency, WantedOrders
from app.orders.repository.listing import every_order, list_orders
from app.orders.tables import Order as OrderRow
from app.orders.tables import OrderLine as OrderLineRow
from tests.app.orders.market import Market, place

EVERYTHING = WantedOrders()
FIRST = Asked()


async def numbers(wanted: WantedOrders, asked: Asked = FIRST) -> list[str]:
    return [each.number for each in (await list_orders(wanted, asked)).page.items]


async def copies(number: str, count: int) -> None:
    """Copy an order's rows under numbers of their own."""
    row = (await OrderRow.select().where(OrderRow.number == number))[0]
    (line,) = await OrderLineRow.select().where(OrderLineRow.order == row["id"])
    for each in range(count):
        facts = {**row, "number": f"T-{each:04}", "quote": None}
        copy = OrderRow(**{name: value for name, value in facts.items() if name != "id"})
        await copy.save()
        facts = {**line, "order": copy.id}
        await OrderLineRow(**{name: value for name, value in facts.items() if name != "id"}).save()


async def test_an_order_is_found_by_number_buyer_and_goods(market: Market) -> None:
    first = await place(market.kazakh, (market.raisins, 20))
    second = await place(market.kyrgyz, (market.walnuts, 20))
    assert await numbers(EVERYTHING) == [second.number, first.number]
    buyer = (await list_orders(EVERYTHING, FIRST)).page.items[1]
    for words in (first.number.lower(), buyer.buyer[:4].upper(), buyer.buyer_number, "raisin"):
        assert await numbers(WantedOrders(words=words)) == [first.number], words
    assert await numbers(WantedOrders(words="walnut")) == [second.number]
    assert await numbers(WantedOrders(words="%")) == []
    assert await numbers(WantedOrders(words="_-2026")) == []


async def test_filters_narrow_and_totals_follow_them(market: Market) -> None:
    first = await place(market.kazakh, (market.raisins, 20))
    second = await place(market.rival, (market.raisins, 40))
    third = await place(market.kyrgyz, (market.raisins, 20))
    found = await list_orders(EVERYTHING, FIRST)
    assert [(each.orders, each.sum) for each in found.totals] == [
        (2, first.total + second.total),
        (1, third.total),
    ]
    assert found.count == 3
    tenge = WantedOrders(currency="KZT", least=first.total.amount + Decimal("0.01"))
    assert await numbers(tenge) == [second.number]
    assert await numbers(WantedOrders(currency="KZT", most=first.total.amount)) == [first.number]
    assert await numbers(WantedOrders(state=OrderState.PAID)) == []
    day = date(2026, 11, 23)
    assert len(await numbers(WantedOrders(since=day, until=day))) == 3
    assert await numbers(WantedOrders(until=date(2026, 11, 22))) == []
    assert await numbers(WantedOrders(since=date.max, until=date.max)) == []
    assert len(await numbers(WantedOrders(since=date.min, until=date.max))) == 3
    largest = WantedOrders(currency="KZT", sort="largest")
    assert await numbers(largest, Asked("largest")) == [second.number, first.number]


async def test_what_cannot_be_compared_is_refused_by_name(market: Market) -> None:
    assert market.raisins
    with pytest.raises(SumNeedsCurrency):
        await list_orders(WantedOrders(least=Decimal(1)), FIRST)
    with pytest.raises(SumNeedsCurrency):
        await list_orders(WantedOrders(sort="largest"), Asked("largest"))
    with pytest.raises(DaysReversed):
        await list_orders(WantedOrders(since=date(2026, 2, 1), until=date(2026, 1, 1)), FIRST)


@pytest.mark.parametrize("sort", ["newest", "oldest", "largest"])
async def test_pages_miss_nothing_and_lead_back(market: Market, sort: str) -> None:
    order = await place(market.kazakh, (market.raisins, 20))
    await copies(order.number, 2 * PAGE_SIZE)
    wanted = WantedOrders(currency="KZT", sort=sort)
    pages, at = [], Asked(sort)
    while True:
        page = (await list_orders(wanted, at)).page
        pages.append(page)
        if not page.next:
            break
        at = Asked(sort, page.next)
    assert [len(page.items) for page in pages] == [PAGE_SIZE, PAGE_SIZE, 1]
    walked = [each.number for page in pages for each in page.items]
    assert len(set(walked)) == 2 * PAGE_SIZE + 1
    assert (pages[0].previous, pages[-1].next) == ("", "")
    back = (await list_orders(wanted, Asked(sort, pages[2].previous))).page
    assert back == pages[1]
    assert (await list_orders(wanted, Asked(sort, back.previous))).page == pages[0]
    whole = [each.number async for part in every_order(wanted, Asked(sort)) for each in part]
    assert whole == walked


async def test_an_order_that_comes_meanwhile_moves_no_page(market: Market) -> None:
    order = await place(market.kazakh, (market.raisins, 20))
    await copies(order.number, PAGE_SIZE + 5)
    first = (await list_orders(EVERYTHING, FIRST)).page
    later = await place(market.rival, (market.raisins, 20))
    second = (await list_orders(EVERYTHING, Asked("", first.next))).page
    shown = {each.number for each in (*first.items, *second.items)}
    assert (len(shown), later.number in shown) == (PAGE_SIZE + 6, False)


@pytest.mark.parametrize(
    "place_text",
    [
        "x",
        "€",
        "bm9uZQ",
        str(Place("oldest", 1, 1, is_backwards=False)),
        str(Place("newest", "one", 1, is_backwards=False)),
        str(Place("newest", 2**63, 1, is_backwards=False)),
        str(Place("newest", 1, -1, is_backwards=False)),
        str(Place("newest", 1, 2**31, is_backwards=True)),
    ],
)
async def test_a_place_that_is_none_is_refused_by_name(market: Market, place_text: str) -> None:
    assert market.raisins
    with pytest.raises(BadPlace):
        await list_orders(EVERYTHING, Asked("", place_text))


async def test_an_order_of_the_list_that_is_none_is_refused_by_name(market: Market) -> None:
    assert market.raisins
    with pytest.raises(NoSuchSort):
        await list_orders(EVERYTHING, Asked("by colour"))
