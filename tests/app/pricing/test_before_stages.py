"""A database from before stages were data migrates, and every price is what it was."""

import json
from collections.abc import AsyncIterator
from operator import itemgetter
from typing import Any

import asyncpg
import pytest
from moneyed import Money

from app.declarations.frozen import from_body
from app.declarations.tables import Snapshot
from app.documents.kinds.invoice import invoice_paper
from app.kit.clock import day_at
from app.kit.db import connected
from app.kit.formats import money
from app.kit.money import to_minor
from app.orders import repository as orders
from app.orders.order import NoReasons, Order, OrderLine, OrderState
from app.payments import repository as payments
from app.pricing.breakdown import Multiplied, PriceBreakdown
from app.pricing.repository import get_why, price_again
from app.pricing.why import PriceKey
from app.quotes import repository as quotes
from app.quotes.quote import QuoteLine
from app.quotes.tables import QuoteLine as QuoteLineRow
from app.rehearsals import repository as rehearsals
from app.rehearsals.rehearsal import OpenLine
from app.web.presenters.orders import order_sums
from app.web.presenters.prices import price_sums
from app.web.presenters.why import why_figures, why_view
from tests.app.recorded import RECORDINGS, migrated_from, read_rows

FIGURES: dict[str, Any] = json.loads((RECORDINGS / "before_stages" / "figures.json").read_text())
NAMES = {"goods_price": "goods", "spread_amount": "spread", "rounding_amount": "rounding"}
"""Stage codes by their names in the recorded figures."""


@pytest.fixture(scope="module")
async def migrated(postgres: str) -> AsyncIterator[str]:
    """The recorded database, brought to the tables of now, with the pool open on it."""
    async with (
        migrated_from("before_stages", admin=postgres) as address,
        connected(address, size=2, name="keruen-test"),
    ):
        yield address


def written(amount: Money) -> str:
    return f"{amount.amount} {amount.currency.code}"


def stages(breakdown: PriceBreakdown) -> list[str]:
    assert [each.code for each in breakdown.stages] == list(NAMES.values())
    return [written(each.amount) for each in breakdown.stages]


def figures_of(priced: Multiplied, list_price: Money) -> dict[str, object]:
    return {
        "list": written(list_price),
        "stages": stages(priced.unit),
        "unit": written(priced.unit_price),
        "total": written(priced.total),
    }


async def test_a_database_of_before_says_every_price_to_the_coin(migrated: str) -> None:
    assert migrated
    for number, then in FIGURES["quotes"].items():
        quote = await quotes.lock_quote(number)
        sums = quote.sums
        assert (stages(sums.breakdown), written(sums.total)) == (then["sums"], then["total"])
        assert [figures_of(each.price, each.price.list_price) for each in quote.lines] == then[
            "lines"
        ]
        shown = price_sums(sums.breakdown, by=sums.selling)
        assert [amount for _, amount, _, _ in shown] == then["shown"]
        for line, why, reasons in zip(quote.lines, then["why"], then["reasons"], strict=True):
            await check_why(line, why, reasons)
    for order in await orders.list_orders_in(OrderState):
        await check_order(order, FIGURES["orders"][order.number])
    open_lines = [
        trace(line)
        for currency in ("KZT", "KGS")
        for line in await rehearsals.list_open_lines(currency)
    ]
    assert open_lines == FIGURES["open"]
    with pytest.raises(asyncpg.RestrictViolationError, match="only added"):
        await QuoteLineRow.update({QuoteLineRow.total_minor: 0}, force=True)


async def check_why(line: QuoteLine, then: dict[str, Any], reasons: list[str]) -> None:
    """Compare the reasons of the saved price and of the one computed again by its key."""
    price = line.price
    again = await price_again(price.sku, quantity=price.quantity, key=PriceKey.of(price))
    assert again == price
    why = await get_why(price)
    now = why_figures(why)
    units = [then[name] for name in NAMES]
    assert [each["unit"] for each in now["stages"]] == units  # type: ignore[attr-defined] # a list
    assert {name: now[name] for name in then if name not in NAMES} == {
        name: figure for name, figure in then.items() if name not in NAMES
    }
    shown = why_view(why, name="x", sales_unit="140", country="KZ")
    assert [each.amount for each in shown.reasons] == reasons


async def check_order(order: Order, then: dict[str, Any]) -> None:
    assert (stages(order.breakdown), written(order.total)) == (then["sums"], then["total"])
    assert [figures_of(line, line.list_price) for line in order.lines] == then["lines"]
    assert [amount for _, amount, _, _ in order_sums(order)] == then["shown"]
    proforma = await payments.find_proforma(order.id)
    assert (written(proforma.amount) if proforma else None) == then["proforma"]
    assert [
        [each.refund.quantity, written(each.refund.amount), written(each.refund.fx_difference)]
        for each in await payments.list_refunds(order.id)
    ] == then["refunds"]
    for line in order.lines:
        await check_reasons(order, line)


async def check_reasons(order: Order, line: OrderLine) -> None:
    if order.quote_id is None:
        with pytest.raises(NoReasons):
            await orders.price_of(order, line)
    else:
        assert (await get_why(await orders.price_of(order, line))).is_reproduced


def trace(line: OpenLine) -> list[object]:
    assert line.held is not None
    steps = [[step.minimum, to_minor(step.unit_price)] for step in line.ladder.steps]
    held = to_minor(line.held.total)
    return [line.kind.value, line.reference, line.buyer, line.sku, line.quantity, steps, held]


async def test_a_load_frozen_before_prints_the_invoice_of_then(migrated: str) -> None:
    assert migrated
    (row,) = await Snapshot.select(Snapshot.body)
    load = from_body(row["body"])
    for consignment in load.consignments:
        assert [line.stages for line in consignment.lines] == [(), ()]
        invoice = invoice_paper(
            load, consignment, issued_on=day_at(load.frozen_at), version=load.version
        )
        assert {
            "number": invoice.head.number,
            "currency": invoice.currency,
            "lines": [[e.sku, e.quantity, e.unit_price, e.total] for e in invoice.lines],
            "total": invoice.total,
        } == FIGURES["invoices"][consignment.order_number]
    order = await orders.get_order("K-2026-000001")
    assert money(order.total) == "95,015.91\u00a0₸"


async def test_promises_of_before_are_the_reservations_of_now_and_nothing_has_the_old_name(
    migrated: str,
) -> None:
    rows = read_rows("before_stages")
    connection = await asyncpg.connect(migrated)
    try:
        held = await connection.fetch("SELECT * FROM reservation ORDER BY id")
        assert [dict(row) for row in held] == rows["promise"]
        lots = await connection.fetch("SELECT id, reserved FROM lot ORDER BY id")
        assert [tuple(row) for row in lots] == [
            (row["id"], row["promised"]) for row in sorted(rows["lot"], key=itemgetter("id"))
        ]
        old = await connection.fetch(
            "SELECT relname FROM pg_class WHERE relname ~ 'promise'"
            " UNION SELECT conname FROM pg_constraint WHERE conname ~ 'promise'"
            " UNION SELECT column_name FROM information_schema.columns"
            " WHERE table_schema = 'public' AND column_name ~ 'promise'"
        )
        assert old == []
    finally:
        await connection.close()
