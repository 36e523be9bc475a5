"""The warehouse's pages as a hand sees them: real forms, a real database."""

import re
from collections.abc import AsyncIterator, Callable
from html import unescape
from typing import Any

import httpx
import pytest
from litestar import Litestar, Request, Response
from litestar.datastructures import State
from markupsafe import Markup

from app.accounts import actions as accounts
from app.accounts.person import Reader
from app.accounts.session import Visit
from app.kit import clock
from app.kit.refusal import NotAllowed, NotFound
from app.orders import repository as orders
from app.orders.order import OrderState
from app.stock.tables import Lot
from app.warehouse import repository
from app.warehouse.load import LoadState
from app.web import visits
from app.web.warehouse import ROUTERS
from tests.app.orders.market import Market
from tests.app.warehouse.walk import (
    everything,
    freeze,
    loaded,
    packed,
    paid,
    picked,
    release,
    released,
)

HOME = "/warehouse"


async def shared_context(request: Request[Any, Any, Any]) -> dict[str, object]:
    """Return the context that every page has, as little as the layout needs."""
    return {
        "language": "en",
        "html_lang": "en",
        "languages": [("en", "English", "?language=en")],
        "link": lambda path: path,
        "path": request.url.path,
        "csrf": Markup(""),
        "nonce": "nonce",
        "asset": lambda name: name,
        "reader": None,
        "notices": await visits.take_notices(request.scope["state"]["visit"]),
    }


def status(code: int) -> Callable[[Request[Any, Any, Any], Exception], Response[str]]:
    """Return the application's answer to a refusal that no page handles."""
    return lambda _, refusal: Response(str(refusal), status_code=code)


async def browser_of(reader: Reader) -> httpx.AsyncClient:
    """Return a browser in which the reader has signed in."""
    key = await accounts.open_visit(reader, data={}, old_key="", at=clock.now())
    visit = Visit(key=key, reader=reader)
    litestar = Litestar(
        route_handlers=[*ROUTERS],
        state=State({"shared_context": shared_context}),
        exception_handlers={NotFound: status(404), NotAllowed: status(403)},
    )

    async def app(scope: Any, receive: Any, send: Any) -> None:  # noqa: ANN401 -- plain ASGI
        scope.setdefault("state", {})["visit"] = visit
        await litestar(scope, receive, send)

    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://test")


@pytest.fixture
async def browser(market: Market) -> AsyncIterator[httpx.AsyncClient]:
    """The phone of Ma, the warehouse hand."""
    async with await browser_of(market.warehouse) as client:
        yield client


def text_of(page: httpx.Response) -> str:
    """Return a page's text without tags, with single spaces."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", page.text)))


def hidden(page: httpx.Response, name: str) -> str:
    found = re.search(rf'type="hidden" name="{name}" value="([^"]*)"', page.text)
    assert found is not None
    return found[1]


async def test_only_the_warehouse_comes_in(market: Market) -> None:
    for reader in (market.kazakh, market.broker, market.declarant, market.operator, market.rates):
        async with await browser_of(reader) as client:
            for path in ("", "/receipts/new", "/picks", "/loads", "/loads/L-2026-000001"):
                assert (await client.get(HOME + path)).status_code == 403
            before = await everything()
            departure = await client.post(f"{HOME}/loads/L-2026-000001/departure")
            assert departure.status_code == 403
            assert await everything() == before


async def test_the_tasks_are_counted(market: Market, browser: httpx.AsyncClient) -> None:
    await paid(market, market.kazakh, (market.raisins, 20))
    await paid(market, market.kazakh, (market.raisins, 20))
    await picked(market, market.kazakh, (market.raisins, 20))
    await packed(market, market.kazakh, (market.raisins, 20))
    order = await packed(market, market.rival, (market.raisins, 20))
    await released(market, order.number)
    text = text_of(await browser.get(HOME))
    assert "2 Orders to pick 1 Orders to pack and weigh" in text
    assert "1 Orders waiting for a truck 1 Trucks waiting at the gate" in text


# Receiving.


def batch(**changes: str) -> dict[str, str]:
    sent = {
        "sku": "WALNUTS",
        "batch": "W-2",
        "produced_on": "2026-10-01",
        "best_before": "2099-10-01",
        "quantity": "25",
    }
    return {**sent, **changes}


async def test_a_batch_that_came_is_on_the_shelf(
    market: Market, browser: httpx.AsyncClient
) -> None:
    assert (await browser.get(f"{HOME}/receipts/new")).status_code == 200
    taken = await browser.post(f"{HOME}/receipts", data=batch())
    assert (taken.status_code, taken.headers["location"]) == (303, f"{HOME}/receipts/new")
    assert "Batch W-2 is on the shelf." in text_of(await browser.get(f"{HOME}/receipts"))
    row = await Lot.select().where(Lot.batch == "W-2").first()
    assert row is not None
    assert (row["product"], row["on_hand"]) == (market.walnuts, 25)
    assert (
        await browser.post(f"{HOME}/receipts", data=batch(batch="W-3", best_before=""))
    ).is_redirect
    row = await Lot.select().where(Lot.batch == "W-3").first()
    assert row is not None
    assert row["best_before"] is None


@pytest.mark.parametrize(
    ("sent", "field", "sentence", "status"),
    [
        (batch(sku="NOTHING"), "sku", "no goods with the article number NOTHING", 422),
        (batch(quantity="0"), "quantity", "a whole number above zero", 422),
        (batch(quantity="many"), "quantity", "Write a whole number.", 422),
        (batch(quantity=str(10**30)), "quantity", "The number is too long", 422),
        (batch(produced_on="2099-01-01"), "produced_on", "lies in the future", 422),
        (batch(best_before="2026-10-01"), "best_before", "must lie after", 422),
        (batch(best_before="2026-02-30"), "best_before", "Write a day", 422),
        (batch(batch="W-1"), "batch", "is on the shelf with other dates", 409),
        ({}, "batch", "Fill this in.", 422),
    ],
)
async def test_a_wrong_receipt_is_refused_beside_its_field_and_kept(
    browser: httpx.AsyncClient, sent: dict[str, str], field: str, sentence: str, status: int
) -> None:
    before = await everything()
    page = await browser.post(f"{HOME}/receipts", data=sent)
    assert page.status_code == status
    assert sentence in text_of(page)
    assert f'id="{field}-error"' in page.text
    for value in sent.values():
        assert f'value="{value}"' in page.text
    assert await everything() == before


# Picking and packing.


async def test_an_order_is_picked_reservation_by_reservation_and_goes_on_to_packing(
    market: Market, browser: httpx.AsyncClient
) -> None:
    order = await paid(market, market.kazakh, (market.raisins, 250))
    assert order.number in text_of(await browser.get(f"{HOME}/picks"))
    path = f"{HOME}/picks/{order.number}"
    for position, what in ((1, "R-EARLY Raisins RAISINS 200"), (2, "R-LATE Raisins RAISINS 50")):
        page = await browser.get(path)
        assert f"{position} of 2" in text_of(page)
        assert what in text_of(page)
        taken = await browser.post(path, data={"reservation": hidden(page, "reservation")})
        assert (taken.status_code, taken.headers["location"]) == (303, path)
    onward = await browser.get(path)
    assert onward.headers["location"] == f"{HOME}/packing/{order.number}"


async def test_a_second_tap_on_picked_is_refused_and_the_screen_goes_on(
    market: Market, browser: httpx.AsyncClient
) -> None:
    order = await paid(market, market.kazakh, (market.raisins, 250))
    path = f"{HOME}/picks/{order.number}"
    first = hidden(await browser.get(path), "reservation")
    await browser.post(path, data={"reservation": first})
    before = await everything()
    page = await browser.post(path, data={"reservation": first})
    assert page.status_code == 409
    assert "are picked already" in text_of(page)
    assert hidden(page, "reservation") != first
    for nonsense in ("x", "0", str(10**12)):
        assert (await browser.post(path, data={"reservation": nonsense})).status_code == 422
    assert (await browser.post(path, data={"reservation": "999"})).status_code == 404
    assert (await browser.get(f"{HOME}/picks/K-2026-9")).status_code == 404
    assert await everything() == before


async def test_cartons_are_weighed_one_after_another_with_comma_or_point(
    market: Market, browser: httpx.AsyncClient
) -> None:
    order = await picked(market, market.kazakh, (market.raisins, 30))
    path = f"{HOME}/packing/{order.number}"
    for position, gross in ((1, "10,4"), (2, " 5.395 ")):
        page = await browser.get(path)
        assert f"Carton {position} of 2" in text_of(page)
        sent = {name: hidden(page, name) for name in ("position", "pieces")}
        taken = await browser.post(path, data={**sent, "packing": "22", "gross": gross})
        assert (taken.status_code, taken.headers["location"]) == (303, path)
    page = await browser.get(path)
    assert "Carton C-2026-000002 is packed. Write this number on the box." in text_of(page)
    assert "Every piece of this order is in a carton." in text_of(page)
    grams = [carton.gross_g for carton in await repository.cartons_of(order.number)]
    assert grams == [10_400, 5_395]
    assert (await orders.get_order(order.number)).state is OrderState.PACKED


@pytest.mark.parametrize(
    ("changes", "sentence", "status"),
    [
        ({"gross": "12"}, "12 kg, but 10.4 kg is expected, give or take 0.312 kg", 422),
        ({"gross": "9,9"}, "the goods alone weigh 10 kg", 422),
        ({"gross": "10.4001"}, "at most three digits after the point", 422),
        ({"gross": "NaN"}, "Write a number", 422),
        ({"gross": "heavy"}, "Write a number", 422),
        ({"gross": ""}, "Fill this in.", 422),
        ({"packing": "77"}, "There is no packing with the code 77.", 422),
        ({"position": "2"}, "cartons already. Look at it again.", 409),
        ({"pieces": "1:31"}, "are left to pack, not 31", 409),
        ({"pieces": "999:1"}, "are not held for order", 409),
        ({"pieces": "1:0"}, "There is nothing in this carton.", 422),
        ({"pieces": "1;2"}, "Choose one of those that the page offers.", 422),
    ],
)
async def test_a_wrong_carton_is_refused_with_what_was_typed_and_nothing_moves(
    market: Market,
    browser: httpx.AsyncClient,
    changes: dict[str, str],
    sentence: str,
    status: int,
) -> None:
    order = await picked(market, market.kazakh, (market.raisins, 30))
    path = f"{HOME}/packing/{order.number}"
    shown = await browser.get(path)
    sent = {
        "packing": "22",
        "gross": "10.4",
        **{n: hidden(shown, n) for n in ("position", "pieces")},
    }
    before = await everything()
    page = await browser.post(path, data={**sent, **changes})
    assert page.status_code == status
    assert sentence in text_of(page)
    assert f'value="{changes.get("gross", "10.4").replace(",", ".")}"' in page.text
    assert await everything() == before


# Loads and the gate.


TRUCK = {
    "truck_plate": "新a12345",
    "trailer_plate": "",
    "driver": "Ma Long",
    "border_crossing": "KZ-khorgos",
}


async def test_a_truck_is_loaded_and_unloaded_order_by_order(
    market: Market, browser: httpx.AsyncClient
) -> None:
    order = await packed(market, market.kazakh, (market.raisins, 30))
    await packed(market, market.kyrgyz, (market.raisins, 20))
    assert "Khorgos – Nur Zholy" in text_of(await browser.get(f"{HOME}/loads/new"))
    opened = await browser.post(f"{HOME}/loads", data=TRUCK)
    path = opened.headers["location"]
    assert (opened.status_code, path) == (303, f"{HOME}/loads/L-2026-000001")
    page = await browser.get(path)
    assert "新A12345" in text_of(page)
    assert f"{order.number} 2 15.8 kg Put on the truck" in text_of(page)
    assert page.text.count('name="order"') == 1
    put = await browser.post(f"{path}/orders", data={"order": order.number})
    assert (put.status_code, put.headers["location"]) == (303, path)
    page = await browser.get(path)
    assert "Cartons 2 Gross weight 15.8 kg" in text_of(page)
    assert f"{order.number} 2 15.8 kg Take off" in text_of(page)
    assert "15.8 kg" in text_of(await browser.get(f"{HOME}/loads"))
    await browser.post(f"{path}/removals", data={"order": order.number})
    assert (await orders.get_order(order.number)).state is OrderState.PACKED


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"truck_plate": ""}, "truck_plate"),
        ({"driver": " "}, "driver"),
        ({"border_crossing": "KG-khorgos"}, "border_crossing"),
        ({"border_crossing": "khorgos"}, "border_crossing"),
        ({"truck_plate": "A" * 21}, "truck_plate"),
    ],
)
async def test_a_wrong_truck_is_refused_beside_its_field_and_kept(
    browser: httpx.AsyncClient, changes: dict[str, str], field: str
) -> None:
    page = await browser.post(f"{HOME}/loads", data={**TRUCK, "trailer_plate": "B7", **changes})
    assert page.status_code == 422
    assert f'id="{field}-error"' in page.text
    assert 'value="B7"' in page.text
    assert await repository.list_loads(LoadState) == []


async def test_a_truck_that_stands_here_already_is_refused(browser: httpx.AsyncClient) -> None:
    await browser.post(f"{HOME}/loads", data=TRUCK)
    page = await browser.post(f"{HOME}/loads", data=TRUCK)
    assert page.status_code == 409
    assert "Truck 新A12345 carries load L-2026-000001, which has not left yet." in text_of(page)


async def test_what_cannot_go_aboard_or_off_is_refused_on_the_loads_page(
    market: Market, browser: httpx.AsyncClient
) -> None:
    kyrgyz = await packed(market, market.kyrgyz, (market.raisins, 20))
    load = await loaded(market)
    path = f"{HOME}/loads/{load.number}"
    before = await everything()
    page = await browser.post(f"{path}/orders", data={"order": kyrgyz.number})
    assert page.status_code == 409
    assert "leaves through another border crossing" in text_of(page)
    page = await browser.post(f"{path}/removals", data={"order": kyrgyz.number})
    assert page.status_code == 409
    assert "is not on load" in text_of(page)
    assert (await browser.post(f"{path}/orders", data={"order": "?"})).status_code == 422
    assert (await browser.post(f"{path}/orders", data={"order": "K-2026-9"})).status_code == 404
    assert (await browser.get(f"{HOME}/loads/L-2026-9")).status_code == 404
    for address in ("orders", "removals", "departure"):
        assert (await browser.get(f"{path}/{address}")).status_code == 200
    assert await everything() == before


async def test_the_gate_opens_when_customs_has_released_all_and_not_before(
    market: Market, browser: httpx.AsyncClient
) -> None:
    order = await packed(market, market.kazakh, (market.raisins, 20))
    load = await loaded(market, order.number)
    path = f"{HOME}/loads/{load.number}"
    gate = f'action="{path}/departure"'
    assert gate not in (await browser.get(path)).text
    await freeze(market, load.number)
    before = await everything()
    page = await browser.post(f"{path}/departure")
    assert page.status_code == 409
    assert f"Customs has not released these orders: {order.number}." in text_of(page)
    assert gate not in page.text
    assert "Take off" not in text_of(page)
    assert await everything() == before
    await release(market, load.number)
    assert gate in (await browser.get(path)).text
    gone = await browser.post(f"{path}/departure")
    assert (gone.status_code, gone.headers["location"]) == (303, path)
    assert f"Load {load.number} has left the gate." in text_of(await browser.get(path))
    assert (await repository.get_load(load.number)).state is LoadState.DEPARTED
    assert load.number not in text_of(await browser.get(f"{HOME}/loads"))


async def test_words_that_people_typed_are_only_words(browser: httpx.AsyncClient) -> None:
    opened = await browser.post(f"{HOME}/loads", data={**TRUCK, "driver": "<script>x</script>"})
    page = await browser.get(opened.headers["location"])
    assert "&lt;script&gt;x" in page.text
    assert "<script>x" not in page.text
