"""A new stage of a price is one entry of the registry; everything else finds it there."""

from dataclasses import replace
from datetime import timedelta

import pytest
from moneyed import Money

from app.declarations.actions import freezing
from app.declarations.frozen import from_body
from app.declarations.tables import Snapshot
from app.documents.issuing import papers_due
from app.documents.kinds.invoice import invoice_paper
from app.kit.clock import day_at
from app.kit.db import transaction
from app.orders import repository as orders
from app.orders.order import Order
from app.payments.actions import RefundRequest, issue_proforma, refund
from app.pricing import stages
from app.pricing.breakdown import PriceBreakdown
from app.pricing.repository import get_why, price_again
from app.pricing.stages import Costing, StageKind
from app.pricing.why import PriceKey
from app.quotes import repository as quotes
from app.rates.actions import importing
from app.rates.actions.terms import draft_terms
from app.rates.official import convert
from app.rates.rounding import RoundingRule
from app.rehearsals.actions import rehearse_draft
from app.rehearsals.rehearsal import OpenKind
from app.shop.tables import Basket, BasketLine
from app.web.presenters.orders import order_sums, price_note
from app.web.presenters.prices import stage_sums
from app.web.presenters.why import why_figures, why_view
from tests.app.agreeing import proposal
from tests.app.orders.market import (
    NOON,
    RECORDINGS,
    Market,
    open_market,
    place,
    quoted,
    set_spread,
)
from tests.app.warehouse.walk import KHORGOS, LATER, loaded, pack_all, pick_all

BEGINS = NOON + timedelta(minutes=1)
"""From the terms of this instant on freight is part of a price."""


def freight_of(costing: Costing) -> Money:
    return convert(Money("0.40", "CNY"), costing.selling.official)


FREIGHT = StageKind(
    code="freight",
    label="Freight to the border",
    compute=freight_of,
    note=lambda _: ("0.40 CNY a unit", {}),
    reason=lambda _, __: ("%(each)s a unit at the official rate", {"each": Money("0.40", "CNY")}),
    applies=lambda selling: selling.terms.effective_from >= BEGINS,
)


@pytest.fixture
async def market(database: str, monkeypatch: pytest.MonkeyPatch) -> Market:
    """The market, where freight is a stage between the spread and the rounding."""
    assert database
    goods, spread, rounding = stages.STAGES
    monkeypatch.setattr(stages, "STAGES", (goods, spread, FREIGHT, rounding))
    market = await open_market()
    await set_spread(market, "KZT", "2.5", at=BEGINS, rounding=RoundingRule(1000))
    return market


def figures(breakdown: PriceBreakdown) -> list[tuple[str, str]]:
    assert breakdown.currency == "KZT"
    return [(each.code, str(each.amount.amount)) for each in breakdown.stages]


UNIT = [("goods", "855.13"), ("spread", "21.38"), ("freight", "28.74"), ("rounding", "4.75")]
LINE = [
    ("goods", "85513.00"),
    ("spread", "2138.00"),
    ("freight", "2874.00"),
    ("rounding", "475.00"),
]


async def test_a_quote_and_its_order_keep_the_new_stage_to_the_coin(market: Market) -> None:
    quote = await quoted(market.kazakh, (market.raisins, 100), at=BEGINS)
    kept = await quotes.get_quote_for(market.kazakh, quote.number)
    assert kept == quote
    price = kept.lines[0].price
    assert (figures(price.unit), figures(price.breakdown)) == (UNIT, LINE)
    order = await place(market.kazakh, (market.raisins, 100), (market.walnuts, 2), at=BEGINS)
    assert await orders.get_order(order.number) == order
    assert figures(order.lines[0].unit) == UNIT
    # Walnuts: 33.33 CNY are 2,395.09, 59.88 and 28.74: 2,483.71, on the tag 2,480.
    assert figures(order.breakdown) == [
        ("goods", "90303.18"),
        ("spread", "2257.76"),
        ("freight", "2931.48"),
        ("rounding", "467.58"),
    ]
    assert order.total == Money("95960.00", "KZT")
    assert (await issue_proforma(order.number, at=BEGINS)).amount == order.total


async def test_pages_name_the_new_stage_in_its_place(market: Market) -> None:
    order = await place(market.kazakh, (market.raisins, 100), at=BEGINS)
    rows = [
        (label, amount.replace("\u00a0", " "), note) for label, amount, note, _ in order_sums(order)
    ]
    assert rows[1:] == [
        ("Spread", "2,138.00 ₸", "2.5% of the goods"),
        ("Freight to the border", "2,874.00 ₸", "0.40 CNY a unit"),
        ("Rounding", "475.00 ₸", "to the price tag"),
        ("Total", "91,000.00 ₸", ""),
    ]
    line = order.lines[0]
    shown = stage_sums(line.breakdown, by=order.rate)
    assert [label for label, *_ in shown] == [row[0] for row in rows[:-1]]
    assert "Spread 21.38\u00a0₸ · Freight to the border 28.74\u00a0₸ · Rounding" in price_note(line)


async def test_the_new_stage_has_its_reason_and_is_computed_anew(market: Market) -> None:
    order = await place(market.kazakh, (market.raisins, 100), at=BEGINS)
    price = await orders.price_of(order, order.lines[0])
    why = await get_why(price)
    assert why.is_reproduced
    figures = why_figures(why)
    assert figures["stages"] == [
        {"stage": code, "unit": unit, "line": whole}
        for (code, unit), (_, whole) in zip(UNIT, LINE, strict=True)
    ]
    shown = why_view(why, name="Raisins", sales_unit="140", country="KZ")
    assert [each.name for each in shown.reasons][3] == "Freight to the border"
    assert shown.reasons[3].how == "0.40\u00a0CNY a unit at the official rate"
    assert shown.reasons[5].how.replace("\u00a0", " ") == "855.13 ₸ + 21.38 ₸ + 28.74 ₸ + 4.75 ₸"


async def test_a_price_of_before_stays_without_the_new_stage_and_is_computed_anew(
    market: Market,
) -> None:
    old = (await quoted(market.kazakh, (market.raisins, 100))).lines[0].price
    assert [each.code for each in old.unit.stages] == ["goods", "spread", "rounding"]
    assert old.unit_price == Money("876.51", "KZT")
    assert (await get_why(old)).is_reproduced
    assert await price_again("RAISINS", quantity=100, key=PriceKey.of(old)) == old


async def packed_at(market: Market, order: Order) -> None:
    paid = order.paid()
    async with transaction():
        by_id = market.operator.person_id
        await orders.save_state(paid, was=order.state, at=BEGINS, by_id=by_id)
    await pick_all(market, order.number)
    await pack_all(market, order.number)


async def test_a_frozen_load_and_its_invoice_carry_the_new_stage(market: Market) -> None:
    order = await place(market.kazakh, (market.raisins, 100), at=BEGINS)
    await packed_at(market, order)
    number = (await loaded(market, order.number, vehicle=replace(KHORGOS))).number
    frozen = await freezing.freeze_load(number, by=market.declarant, at=LATER, due=papers_due)
    (row,) = await Snapshot.select(Snapshot.body)
    load = from_body(row["body"])
    assert load == frozen
    (consignment,) = load.consignments
    assert figures(PriceBreakdown(consignment.lines[0].stages)) == UNIT
    invoice = invoice_paper(load, consignment, issued_on=day_at(LATER), version=1)
    assert (invoice.lines[0].unit_price, invoice.total) == ("910.00", "91\u202f000.00\u00a0KZT")


async def test_a_refund_gives_the_new_stage_back_too(market: Market) -> None:
    order = await place(market.kazakh, (market.raisins, 100), at=BEGINS)
    async with transaction():
        by_id = market.operator.person_id
        await orders.save_state(order.paid(), was=order.state, at=BEGINS, by_id=by_id)
    body = (RECORDINGS / "nbk_2026-11-24.xml").read_bytes()
    await importing.import_body("nbk", body, source="a test", at=BEGINS)
    request = RefundRequest(order.number, 1, 10, "OUT-1", "Torn bags")
    booked = await refund(request, by=market.operator, at=NOON + timedelta(days=1))
    assert booked.amount == Money("9100.00", "KZT")
    assert booked.fx_difference == Money("21.50", "KZT")


async def test_a_rehearsal_foretells_the_new_stage_and_holds_what_is_held(market: Market) -> None:
    basket = Basket(person=market.rival.person_id, changed_at=NOON)
    await basket.save()
    await BasketLine(basket=basket.id, product=market.raisins, quantity=100).save()
    held = await quoted(market.kazakh, (market.raisins, 100), at=BEGINS)
    later = BEGINS + timedelta(minutes=1)
    draft = await draft_terms(
        proposal("KZT", "5", rounding=RoundingRule(1000)), by=market.rates, at=later
    )
    effects = {
        each.line.kind: each
        for each in (await rehearse_draft(draft.id, by=market.rates, at=later)).effects
    }
    # 855.13 + 42.76 + 28.74 = 926.63, on the tag 930.
    mine = effects[OpenKind.BASKET]
    assert (mine.before, mine.after) == (Money("91000.00", "KZT"), Money("93000.00", "KZT"))
    quote = effects[OpenKind.QUOTE]
    assert quote.before == quote.after == held.total == Money("91000.00", "KZT")
    assert quote.line.held is not None
    assert figures(quote.line.held) == LINE
