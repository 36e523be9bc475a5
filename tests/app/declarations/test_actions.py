"""A load is frozen whole or not at all; what customs answers moves it on, and back."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.declarations import repository
from app.declarations.actions import freezing, receipts
from app.declarations.draft import draft_declaration
from app.declarations.frozen import fingerprint, from_body, to_body
from app.declarations.lodging import (
    AlreadyLodged,
    EntryNumberMissing,
    ReceiptBeforeTheFreeze,
    ReceiptFromTheFuture,
    ReceiptKnown,
    Withdrawn,
)
from app.declarations.reconcile import FiguresDiffer
from app.declarations.tables import Declaration, Snapshot
from app.declarations.tables import Receipt as ReceiptRow
from app.documents.issuing import papers_due
from app.kit import clock
from app.kit.db import DB
from app.kit.refusal import Refusal
from app.orders import repository as orders
from app.orders.order import OrderState
from app.warehouse import actions as warehouse
from app.warehouse import repository as kept_loads
from app.warehouse.load import GateShut, LoadCannotMove, LoadState
from customs.china.receipt import CustomsReceipt, DeclarationState, UnknownChannel
from tests.app.declarations.aboard import LOAD
from tests.app.orders.market import Market
from tests.app.warehouse.walk import LATER, everything, loaded, opened, packed

FROZEN = LATER + timedelta(hours=1)
ENTRY = "940220260000000017"


async def aboard(market: Market) -> str:
    one = await packed(market, market.kazakh, (market.raisins, 100))
    other = await packed(market, market.rival, (market.walnuts, 3))
    return (await loaded(market, one.number, other.number)).number


async def frozen(market: Market) -> tuple[str, list[str]]:
    number = await aboard(market)
    await freezing.freeze_load(number, by=market.declarant, at=FROZEN, due=papers_due)
    return number, [each.number for each in await repository.latest_declarations(number)]


def answer(channel: str, *, minutes: int = 0, entry: str = ENTRY) -> CustomsReceipt:
    return CustomsReceipt(
        channel=channel, noticed_at=FROZEN + timedelta(minutes=minutes), entry_number=entry
    )


async def enter(market: Market, number: str, receipt: CustomsReceipt) -> None:
    at = FROZEN + timedelta(days=1)
    await receipts.enter_receipt(number, receipt, by=market.declarant, at=at)


async def states(number: str) -> tuple[LoadState, set[OrderState]]:
    load = await kept_loads.get_load(number)
    found = {(await orders.get_order(each)).state for each in await kept_loads.orders_on(number)}
    return load.state, found


async def test_freezing_copies_every_fact_and_draws_a_declaration_for_each_order(
    market: Market,
) -> None:
    number = await aboard(market)
    snapshot = await freezing.freeze_load(number, by=market.declarant, at=FROZEN, due=papers_due)
    assert [each.order_number for each in snapshot.consignments] == [
        "K-2026-000001",
        "K-2026-000002",
    ]
    assert [each.invoice_number for each in snapshot.consignments] == [
        "INV-2026-000001",
        "INV-2026-000002",
    ]
    raisins = snapshot.consignments[0]
    assert sum(carton.net_g for carton in raisins.cartons) == 50_000
    assert sum(carton.gross_g for carton in raisins.cartons) == 52_000
    assert [each.number for each in await repository.latest_declarations(number)] == [
        "KR2026112300000001",
        "KR2026112300000002",
    ]
    assert await states(number) == (LoadState.FROZEN, {OrderState.DECLARED})


async def test_what_was_frozen_is_stored_as_it_was_and_proves_it(market: Market) -> None:
    number = await aboard(market)
    snapshot = await freezing.freeze_load(number, by=market.declarant, at=FROZEN, due=papers_due)
    row = await Snapshot.select().first()
    assert row is not None
    kept = await repository.get_frozen(row["id"])
    assert kept.snapshot == snapshot
    assert kept.sha256 == fingerprint(to_body(snapshot))
    assert from_body(to_body(LOAD)) == LOAD
    assert fingerprint(to_body(replace(LOAD, version=2))) != fingerprint(to_body(LOAD))


async def test_an_empty_truck_is_not_frozen(market: Market) -> None:
    load = await opened(market)
    before = await everything()
    with pytest.raises(Refusal):
        await freezing.freeze_load(load.number, by=market.declarant, at=FROZEN, due=papers_due)
    assert await everything() == before


async def test_figures_that_differ_keep_everything_as_it_was_and_are_named(market: Market) -> None:
    number = await aboard(market)
    pool = DB.pool
    assert pool is not None
    await pool.execute("UPDATE carton_item SET quantity = quantity - 1 WHERE id = 1")
    before = await everything()
    with pytest.raises(FiguresDiffer) as refused:
        await freezing.freeze_load(number, by=market.declarant, at=FROZEN, due=papers_due)
    assert "K-2026-000001, quantity packed and sold 1: 99 ≠ 100" in str(
        refused.value.fields["differences"]
    )
    assert await everything() == before
    assert await Snapshot.count() == await Declaration.count() == 0


async def test_a_frozen_load_is_not_frozen_twice(market: Market) -> None:
    number, _ = await frozen(market)
    with pytest.raises(LoadCannotMove):
        await freezing.freeze_load(number, by=market.declarant, at=FROZEN, due=papers_due)
    assert await Snapshot.count() == 1


async def test_a_load_opened_again_gets_its_next_version_with_the_same_invoices(
    market: Market,
) -> None:
    number, first = await frozen(market)
    await freezing.reopen_load(number, by=market.declarant, at=FROZEN, why="Пломба")
    assert await states(number) == (LoadState.OPEN, {OrderState.LOADED})
    snapshot = await freezing.freeze_load(number, by=market.declarant, at=FROZEN, due=papers_due)
    assert snapshot.version == 2
    assert [each.invoice_number for each in snapshot.consignments] == [
        "INV-2026-000001",
        "INV-2026-000002",
    ]
    latest = [each.number for each in await repository.latest_declarations(number)]
    assert set(latest).isdisjoint(first)
    assert len(await repository.declarations_aboard(number)) == 4


async def test_what_is_lodged_is_no_longer_ours_to_open(market: Market) -> None:
    number, (first, _) = await frozen(market)
    await enter(market, first, answer("7", entry=""))
    with pytest.raises(AlreadyLodged):
        await freezing.reopen_load(number, by=market.declarant, at=FROZEN, why="Пломба")
    assert await states(number) == (LoadState.FROZEN, {OrderState.DECLARED})


async def test_the_gate_opens_only_when_every_declaration_is_released(market: Market) -> None:
    number, (first, second) = await frozen(market)
    await enter(market, first, answer("P"))
    assert await states(number) == (
        LoadState.FROZEN,
        {OrderState.RELEASED, OrderState.DECLARED},
    )
    with pytest.raises(Refusal):
        await warehouse.open_gate(number, by=market.warehouse, at=FROZEN)
    await enter(market, second, answer("I"))
    assert await states(number) == (LoadState.RELEASED, {OrderState.RELEASED})
    await warehouse.open_gate(number, by=market.warehouse, at=FROZEN)
    assert await states(number) == (LoadState.DEPARTED, {OrderState.DEPARTED})


async def test_a_release_taken_back_shuts_the_gate_again(market: Market) -> None:
    number, (first, second) = await frozen(market)
    for each in (first, second):
        await enter(market, each, answer("P"))
    await enter(market, second, answer("H", minutes=5))
    assert (await repository.get_declaration(second)).state is DeclarationState.HELD
    assert (await kept_loads.get_load(number)).state is LoadState.FROZEN
    with pytest.raises((GateShut, LoadCannotMove)):
        await warehouse.open_gate(number, by=market.warehouse, at=FROZEN)


async def test_an_answer_that_arrives_late_does_not_bend_the_state(market: Market) -> None:
    _, (first, _) = await frozen(market)
    await enter(market, first, answer("P", minutes=9))
    await enter(market, first, answer("L", minutes=1))
    found = await repository.get_declaration(first)
    assert (found.state, found.entry_number) == (DeclarationState.RELEASED, ENTRY)
    assert len(await repository.receipts_of(found.id)) == 2


@pytest.mark.parametrize(("channels", "state"), [("LGP", "released"), ("PH", "held")])
async def test_of_answers_of_one_minute_the_one_entered_last_counts(
    market: Market, channels: str, state: str
) -> None:
    number, both = await frozen(market)
    for each in both:
        for channel in channels:
            await enter(market, each, answer(channel))
    assert [each.state for each in await repository.latest_declarations(number)] == [state, state]
    load, orders_aboard = await states(number)
    passes = state == "released"
    assert load is (LoadState.RELEASED if passes else LoadState.FROZEN)
    assert orders_aboard == {OrderState.RELEASED if passes else OrderState.DECLARED}


WRONG: dict[str, tuple[CustomsReceipt, type[Refusal]]] = {
    "an unknown code": (answer("q"), UnknownChannel),
    "the small letter of a known code": (answer("p"), UnknownChannel),
    "a release without its number": (answer("P", entry=""), EntryNumberMissing),
    "a number of seventeen digits": (answer("L", entry=ENTRY[:17]), EntryNumberMissing),
    "digits of a Chinese keyboard": (answer("P", entry="９" * 18), EntryNumberMissing),
    "a notice of next week": (
        replace(answer("L"), noticed_at=FROZEN + timedelta(days=7)),
        ReceiptFromTheFuture,
    ),
    "a notice of before the freeze": (answer("L", minutes=-1), ReceiptBeforeTheFreeze),
    "a notice of another age": (
        replace(answer("L"), noticed_at=datetime(1, 1, 1, tzinfo=clock.WAREHOUSE_ZONE)),
        ReceiptBeforeTheFreeze,
    ),
}


@pytest.mark.parametrize(("receipt", "refusal"), WRONG.values(), ids=WRONG)
async def test_a_wrong_answer_is_refused_by_name_and_nothing_moves(
    market: Market, receipt: CustomsReceipt, refusal: type[Refusal]
) -> None:
    number, (first, _) = await frozen(market)
    with pytest.raises(refusal):
        await enter(market, first, receipt)
    assert await ReceiptRow.count() == 0
    assert await states(number) == (LoadState.FROZEN, {OrderState.DECLARED})


async def test_an_answer_of_the_freezes_own_minute_is_taken(market: Market) -> None:
    number = await aboard(market)
    late = FROZEN + timedelta(seconds=40)
    await freezing.freeze_load(number, by=market.declarant, at=late, due=papers_due)
    [first, _] = await repository.latest_declarations(number)
    await enter(market, first.number, answer("7", entry=""))
    assert (await repository.get_declaration(first.number)).state is DeclarationState.LODGED


async def test_a_draft_of_an_earlier_freeze_takes_no_answer_and_moves_nothing(
    market: Market,
) -> None:
    number, (first, _) = await frozen(market)
    await freezing.reopen_load(number, by=market.declarant, at=FROZEN, why="Пломба")
    with pytest.raises(Withdrawn):
        await enter(market, first, answer("P"))
    await freezing.freeze_load(number, by=market.declarant, at=FROZEN, due=papers_due)
    with pytest.raises(Withdrawn):
        await enter(market, first, answer("P"))
    assert await ReceiptRow.count() == 0
    assert await states(number) == (LoadState.FROZEN, {OrderState.DECLARED})


async def test_the_same_answer_is_entered_once(market: Market) -> None:
    _, (first, _) = await frozen(market)
    await enter(market, first, answer("L"))
    with pytest.raises(ReceiptKnown):
        await enter(market, first, answer("L"))
    assert await ReceiptRow.count() == 1


def test_a_draft_is_made_from_what_was_frozen_and_nothing_else() -> None:
    day = datetime(2026, 11, 24, tzinfo=UTC).date()
    consignment = LOAD.consignments[0]
    once = draft_declaration(consignment, load=LOAD, declared_on=day)
    again = from_body(to_body(LOAD))
    assert draft_declaration(again.consignments[0], load=again, declared_on=day) == once
