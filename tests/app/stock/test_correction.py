"""A wrongly entered batch is corrected with a reason, and never below what is reserved."""

import asyncio
from collections.abc import AsyncIterator
from datetime import date

import pytest

from app.kit.catalogues import compile_catalogues
from app.stock import actions
from app.stock.correction import BelowReserved, NoSuchLot, NothingToCorrect, correct
from app.stock.lot import Lot as LotNoun
from app.stock.tables import Lot, Movement
from tests.app.orders.market import NOON, Market
from tests.app.web.browser import Browser, browsing, page_text
from tests.app.web.storefront.test_twice import key_on

RECEIPT = {
    "sku": "raisins",
    "batch": "NEW-1",
    "produced_on": "01.10.2026",
    "best_before": "2027年9月1日",
    "quantity": "１ 000",
}


@pytest.fixture(scope="module", autouse=True)
def catalogues() -> None:
    compile_catalogues()


@pytest.fixture
async def browser(market: Market) -> AsyncIterator[Browser]:
    async with browsing() as opened:
        await opened.sign_in(market.warehouse)
        yield opened


async def on_hand(lot_id: int) -> int:
    rows = await Lot.select(Lot.on_hand).where(Lot.id == lot_id)
    return int(rows[0]["on_hand"])


async def walnuts() -> int:
    rows = await Lot.select(Lot.id).where(Lot.batch == "W-1")
    return int(rows[0]["id"])


def test_a_lot_may_be_counted_down_to_what_is_held_for_orders() -> None:
    lot = LotNoun(1, 1, "A", date(2026, 9, 1), None, on_hand=100, reserved=40)
    assert [correct(lot, counted) for counted in (40, 99, 130)] == [-60, -1, 30]
    with pytest.raises(NothingToCorrect):
        correct(lot, 100)
    with pytest.raises(BelowReserved):
        correct(lot, 39)


async def test_two_taps_on_goods_receipt_receive_once(browser: Browser) -> None:
    before = await Movement.count()
    once = await key_on(browser, "/warehouse/receipts/new")
    answers = await asyncio.gather(
        *(browser.post("/warehouse/receipts", **RECEIPT, _once=once) for _ in range(2))
    )
    assert [each.headers["location"] for each in answers] == ["/warehouse/receipts/new"] * 2
    [lot] = await Lot.select().where(Lot.batch == "NEW-1")
    assert lot["on_hand"] == 1000
    assert (lot["produced_on"], lot["best_before"]) == (date(2026, 10, 1), date(2027, 9, 1))
    assert await Movement.count() == before + 1


async def test_a_wrong_receipt_is_corrected_with_a_reason(market: Market, browser: Browser) -> None:
    lot_id = await walnuts()
    assert "W-1" in page_text(await browser.get("/warehouse/receipts/new"))
    answer = await browser.post(
        f"/warehouse/receipts/{lot_id}", counted="35", why="Five boxes were counted twice"
    )
    assert answer.status_code == 303
    assert await on_hand(lot_id) == 35
    [move] = await Movement.select().where(Movement.lot == lot_id)
    assert (move["kind"], move["quantity"], move["why"], move["by"]) == (
        "corrected",
        -5,
        "Five boxes were counted twice",
        market.warehouse.person_id,
    )
    page = page_text(await browser.get(f"/warehouse/receipts/{lot_id}"))
    assert "Corrected -5 Ma Five boxes were counted twice" in page


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"counted": "40", "why": "counted again"}, "there is nothing to correct"),
        ({"counted": "35", "why": "a"}, "Too short: at least 3 characters"),
        ({"counted": "-1", "why": "counted again"}, "Write a number of at least 0."),
        ({"counted": "1,234", "why": "counted again"}, "can be read in two ways"),
    ],
)
async def test_a_correction_that_cannot_be_is_refused_by_name_and_nothing_moves(
    browser: Browser, fields: dict[str, str], sentence: str
) -> None:
    lot_id = await walnuts()
    answer = await browser.post(f"/warehouse/receipts/{lot_id}", **fields)
    assert answer.status_code == 422
    assert sentence in page_text(answer)
    assert (await on_hand(lot_id), await Movement.count()) == (40, 0)


async def test_a_lot_is_never_corrected_below_what_is_held_for_orders(
    market: Market, browser: Browser
) -> None:
    lot_id = await walnuts()
    await Lot.update({Lot.reserved: 30}).where(Lot.id == lot_id)
    answer = await browser.post(f"/warehouse/receipts/{lot_id}", counted="29", why="counted again")
    assert answer.status_code == 409
    assert "30 of this batch are held for orders" in page_text(answer)
    assert (await on_hand(lot_id), await Movement.count()) == (40, 0)
    with pytest.raises(NoSuchLot):
        await actions.correct_lot(
            10**6, counted=1, by=market.warehouse.person_id, at=NOON, why="none"
        )
