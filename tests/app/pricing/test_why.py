"""Any shown price is explained and computed again to the coin, whatever was published since."""

from datetime import timedelta
from decimal import Decimal

import msgspec
import pytest
from moneyed import Money

from app.catalog import actions as catalog
from app.catalog import repository as goods
from app.catalog.ladder import BelowMinimum, Ladder, LadderStep, NoSuchPriceList
from app.catalog.product import BadMinimum
from app.pricing.repository import get_why, price_again
from app.pricing.why import NoSuchPrice, PriceKey
from app.rates.actions import importing
from app.rates.official import NoSuchRate
from app.rates.rounding import Direction, RoundingRule
from app.rates.selling import NoTerms
from app.web.presenters.why import why_figures, why_view
from tests.app.orders.market import NOON, RECORDINGS, Market, quoted, set_spread

LATER = NOON + timedelta(days=1)


async def set_prices(market: Market, step: LadderStep) -> None:
    await catalog.set_prices(
        "RAISINS", Ladder((step,)), holds_from=LATER.date(), by=market.seller, at=LATER
    )


async def turn_everything(market: Market) -> None:
    body = (RECORDINGS / "nbk_2026-11-24.xml").read_bytes()
    await importing.import_body("nbk", body, source="a test", at=LATER)
    await set_spread(market, "KZT", "9", at=LATER, rounding=RoundingRule(500))
    await set_prices(market, LadderStep(10, Money("20", "CNY")))


async def test_a_shown_price_is_computed_anew_to_the_coin_after_everything_changed(
    market: Market,
) -> None:
    rule = RoundingRule(1000, 900, Direction.UP)
    await set_spread(market, "KZT", "3.125", at=NOON, rounding=rule)
    shown = (await quoted(market.kazakh, (market.raisins, 100))).lines[0].price
    key = PriceKey.of(shown)
    await turn_everything(market)
    assert await price_again("RAISINS", quantity=100, key=PriceKey.read(str(key))) == shown
    why = await get_why(shown)
    assert why.is_reproduced
    assert (why.step.minimum, why.listed_since) == (100, NOON - timedelta(hours=3))
    assert (why.approval.drafted_by, why.approval.published_by) == ("Li", "Marat")
    assert why.rate_source.source == "nbk_2026-11-23.xml"
    now = (await quoted(market.kazakh, (market.raisins, 100), at=LATER)).lines[0].price
    assert now.unit_price > shown.unit_price
    assert PriceKey.of(now) != key


async def test_the_reasons_add_up_to_the_shown_figure(market: Market) -> None:
    await set_spread(market, "KZT", "2.5", at=NOON, rounding=RoundingRule(1000))
    line = (await quoted(market.kazakh, (market.raisins, 100))).lines[0].price
    figures = why_figures(await get_why(line))
    stages = msgspec.convert(figures["stages"], list[dict[str, str]])
    assert [each["stage"] for each in stages] == ["goods", "spread", "rounding"]
    assert sum(Decimal(each["line"]) for each in stages) == Decimal(str(figures["total"]))
    units = sum(Decimal(each["unit"]) for each in stages)
    assert units == Decimal(str(figures["unit_price"])) == Decimal("880.00")
    assert Decimal(str(figures["unit_price"])) * 100 == Decimal(str(figures["total"]))
    assert figures["is_reproduced"] is True
    shown = why_view(await get_why(line), name="Raisins", sales_unit="140", country="KZ")
    assert [each.amount.replace("\u00a0", " ") for each in shown.reasons] == [
        "11.90 CNY",
        "855.13 ₸",
        "21.38 ₸",
        "3.49 ₸",
        "880.00 ₸",
        "88,000.00 ₸",
    ]
    assert "published on 2026-11-23" in shown.reasons[1].how
    assert "Drafted by Li, published by Marat" in shown.reasons[2].how


@pytest.mark.parametrize("text", ["", "1", "1-2", "a-b-c", "1-2-3-4", "-1-2-3", "1-2-9999999999"])
def test_a_key_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(NoSuchPrice):
        PriceKey.read(text)


async def test_a_key_that_leads_nowhere_or_to_other_goods_is_refused(market: Market) -> None:
    line = (await quoted(market.kazakh, (market.raisins, 100))).lines[0].price
    key = PriceKey.of(line)
    for sku, quantity, wrong, refusal in (
        ("WALNUTS", 100, key, NoSuchPrice),
        ("RAISINS", 5, key, BelowMinimum),
        ("RAISINS", 100, PriceKey(10**6, key.rate_id, key.terms_id), NoSuchPriceList),
        ("RAISINS", 100, PriceKey(key.price_list_id, 10**6, key.terms_id), NoSuchRate),
        ("RAISINS", 100, PriceKey(key.price_list_id, key.rate_id, 10**6), NoTerms),
    ):
        with pytest.raises(refusal):
            await price_again(sku, quantity=quantity, key=wrong)


async def test_new_prices_hold_from_now_on_and_begin_at_the_minimum(market: Market) -> None:
    with pytest.raises(BadMinimum):
        await set_prices(market, LadderStep(5, Money("1", "CNY")))
    before = await goods.get_product("raisins")
    await set_prices(market, LadderStep(10, Money("9.99", "CNY")))
    after = await goods.get_product("raisins")
    assert after.ladder.steps == (LadderStep(10, Money("9.99", "CNY")),)
    assert (await goods.get_ladder(before.ladder.id)) == before.ladder
