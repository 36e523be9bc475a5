"""A quote holds price, rate and goods until an instant; or nothing at all is held."""

import asyncio
from collections import Counter
from datetime import date, timedelta
from decimal import Decimal

import asyncpg
import pytest
from moneyed import Money

from app.catalog.ladder import BelowMinimum, OffMultiple
from app.kit.refusal import Refusal
from app.quotes import actions, repository
from app.quotes.quote import (
    GoodsGone,
    NoSuchQuote,
    NothingWanted,
    QuoteCannotMove,
    QuoteState,
    WantedGoods,
)
from app.quotes.tables import Quote, QuoteLine, QuoteMove
from app.rates.actions.terms import stop_selling
from app.rates.official import NoRate
from app.rates.rounding import RoundingRule
from app.rates.stop import SellingStopped
from app.stock.lot import OutOfStock
from app.stock.tables import Lot, Movement, Reservation
from tests.app.orders.market import NOON, Market, crowd, quoted, set_spread


async def nothing_is_kept() -> bool:
    kept = [await table.count() for table in (Quote, QuoteLine, QuoteMove, Reservation)]
    return kept == [0, 0, 0, 0] and not any((await reserved()).values())


async def reserved() -> dict[str, int]:
    return {row["batch"]: row["reserved"] for row in await Lot.select(Lot.batch, Lot.reserved)}


async def test_a_quote_keeps_every_stage_and_holds_the_goods(market: Market) -> None:
    quote = await quoted(market.kazakh, (market.raisins, 250), (market.walnuts, 3))
    assert (quote.number, quote.state) == ("Q-2026-000001", QuoteState.HELD)
    assert quote.held_until == NOON + timedelta(hours=1)
    assert await repository.get_quote_for(market.kazakh, quote.number) == quote
    first = quote.lines[0].price
    assert (first.list_price, first.unit_price) == (Money("11.90", "CNY"), Money("876.51", "KZT"))
    assert [each.amount for each in first.unit.stages] == [
        Money("855.13", "KZT"),
        Money("21.38", "KZT"),
        Money("0.00", "KZT"),
    ]
    assert quote.total == sum((line.price.total for line in quote.lines), Money(0, "KZT"))
    assert await reserved() == {"R-EARLY": 200, "R-LATE": 50, "W-1": 3}


async def test_a_quote_holds_to_its_very_instant_and_no_longer(market: Market) -> None:
    quote = await quoted(market.kazakh, (market.raisins, 10))
    assert quote.holds(quote.held_until)
    assert not quote.holds(quote.held_until + timedelta(microseconds=1))
    assert await actions.expire_quotes(at=quote.held_until) == 0
    assert await actions.expire_quotes(at=quote.held_until + timedelta(microseconds=1)) == 1
    assert await actions.expire_quotes(at=quote.held_until + timedelta(days=1)) == 0
    kept = await repository.get_quote_for(market.kazakh, quote.number)
    assert kept.state is QuoteState.EXPIRED
    assert not any((await reserved()).values())
    moves = await QuoteMove.select().order_by(QuoteMove.id)
    assert [(row["from_state"], row["to_state"]) for row in moves] == [
        ("", "held"),
        ("held", "expired"),
    ]


async def test_price_tags_are_rounded_after_conversion_and_rounding_is_its_own_line(
    market: Market,
) -> None:
    await set_spread(market, "KZT", "2.5", at=NOON, rounding=RoundingRule(1000))
    quote = await quoted(market.kazakh, (market.raisins, 100))
    price = quote.lines[0].price
    assert price.unit_price == Money("880.00", "KZT")
    assert price.unit.amount("rounding") == Money("3.49", "KZT")
    sums = quote.sums
    assert [each.amount for each in sums.breakdown.stages] == [
        Money("85513.00", "KZT"),
        Money("2138.00", "KZT"),
        Money("349.00", "KZT"),
    ]
    assert sums.total == Money("88000.00", "KZT")


async def test_a_second_quote_lets_the_first_go(market: Market) -> None:
    first = await quoted(market.kazakh, (market.raisins, 500))
    second = await quoted(market.kazakh, (market.raisins, 300))
    kept = await repository.get_quote_for(market.kazakh, first.number)
    assert kept.state is QuoteState.WITHDRAWN
    assert sum((await reserved()).values()) == 300
    assert await repository.list_numbers_held_by(market.kazakh.person_id) == [second.number]


async def test_a_second_quote_that_is_refused_leaves_the_first(market: Market) -> None:
    first = await quoted(market.kazakh, (market.raisins, 100))
    with pytest.raises(OutOfStock):
        await quoted(market.kazakh, (market.raisins, 505))
    kept = await repository.get_quote_for(market.kazakh, first.number)
    assert kept.state is QuoteState.HELD
    assert sum((await reserved()).values()) == 100


async def test_ten_openings_at_once_hold_the_goods_once(market: Market) -> None:
    await asyncio.gather(*(quoted(market.kazakh, (market.raisins, 300)) for _ in range(10)))
    assert sum((await reserved()).values()) == 300
    assert len(await repository.list_numbers_held_by(market.kazakh.person_id)) == 1


async def test_a_withdrawn_quote_lets_go_and_moves_no_more(market: Market) -> None:
    quote = await quoted(market.kazakh, (market.raisins, 10))
    with pytest.raises(NoSuchQuote):
        await actions.withdraw_quote(quote.number, reader=market.rival, at=NOON)
    assert sum((await reserved()).values()) == 10
    await actions.withdraw_quote(quote.number, reader=market.kazakh, at=NOON)
    assert not any((await reserved()).values())
    with pytest.raises(QuoteCannotMove, match="Its state: Withdrawn"):
        await actions.withdraw_quote(quote.number, reader=market.kazakh, at=NOON)


@pytest.mark.parametrize(
    ("quantity", "refusal"),
    [(5, BelowMinimum), (0, BelowMinimum), (-10, BelowMinimum), (12, OffMultiple)],
)
async def test_a_quantity_that_is_not_sold_is_refused(
    market: Market, quantity: int, refusal: type[Refusal]
) -> None:
    for wanted in (
        [(market.raisins, quantity)],
        [(market.raisins, 10), (market.raisins, quantity)],
    ):
        with pytest.raises(refusal):
            await quoted(market.kazakh, *wanted)
    assert await nothing_is_kept()


async def test_goods_that_are_gone_and_empty_wishes_are_refused(market: Market) -> None:
    with pytest.raises(NothingWanted):
        await quoted(market.kazakh)
    with pytest.raises(GoodsGone):
        await quoted(market.kazakh, (10**6, 10))
    assert await nothing_is_kept()


async def test_more_than_is_on_the_shelf_is_refused_and_no_line_is_reserved(
    market: Market,
) -> None:
    with pytest.raises(OutOfStock):
        await quoted(market.kazakh, (market.raisins, 10), (market.walnuts, 41))
    assert await nothing_is_kept()
    assert (await quoted(market.kazakh, (market.raisins, 10))).number == "Q-2026-000001"


async def test_without_a_rate_the_bank_the_currency_and_the_day_are_named(market: Market) -> None:
    with pytest.raises(NoRate) as refused:
        await quoted(market.kazakh, (market.raisins, 10), at=NOON - timedelta(days=30))
    assert "National Bank of Kazakhstan has no rate for CNY in force" in str(refused.value)
    assert refused.value.fields["day"] == date(2026, 10, 24)
    assert await nothing_is_kept()


async def test_a_stopped_currency_is_not_quoted_and_the_other_is(market: Market) -> None:
    await stop_selling("KZT", by=market.rates, at=NOON, why="The bank's site shows nonsense")
    with pytest.raises(SellingStopped, match="Prices in KZT are paused"):
        await quoted(market.kazakh, (market.raisins, 10))
    assert await nothing_is_kept()
    assert (await quoted(market.kyrgyz, (market.raisins, 10))).selling.currency == "KGS"


async def test_fifty_buyers_of_the_last_pieces_get_exactly_what_is_there(market: Market) -> None:
    readers = await crowd(50)
    answers = await asyncio.gather(
        *(quoted(each, (market.walnuts, 1 + turn % 3)) for turn, each in enumerate(readers)),
        return_exceptions=True,
    )
    kinds = Counter(type(answer).__name__ for answer in answers)
    assert set(kinds) == {"Quote", "OutOfStock"}
    held = await QuoteLine.select(QuoteLine.quantity)
    assert sum(row["quantity"] for row in held) == 40
    assert await reserved() == {"R-EARLY": 0, "R-LATE": 0, "W-1": 40}
    numbers = sorted(row["number"] for row in await Quote.select(Quote.number))
    assert numbers == [f"Q-2026-{count:06d}" for count in range(1, kinds["Quote"] + 1)]
    moved = await Movement.select().where(Movement.kind == "promised")
    assert sum(row["quantity"] for row in moved) == 40


async def test_quotes_of_the_same_goods_in_opposite_order_do_not_lock_each_other_out(
    market: Market,
) -> None:
    readers = await crowd(10)
    here = [(market.raisins, 10), (market.walnuts, 1)]
    for _ in range(3):
        quotes = await asyncio.gather(
            *(
                quoted(each, *(here if turn % 2 else reversed(here)))
                for turn, each in enumerate(readers)
            )
        )
        assert len({quote.number for quote in quotes}) == 10
    assert await reserved() == {"R-EARLY": 100, "R-LATE": 0, "W-1": 10}


async def test_a_quotes_lines_are_sealed_in_the_database(market: Market) -> None:
    await quoted(market.kazakh, (market.raisins, 10))
    with pytest.raises(asyncpg.RestrictViolationError, match="only added"):
        await QuoteLine.update({QuoteLine.unit_price_minor: 0}, force=True)


async def test_a_quote_is_in_the_currency_of_the_buyers_country(market: Market) -> None:
    quote = await actions.open_quote(
        (WantedGoods(market.raisins, 10),), reader=market.kyrgyz, at=NOON, language="ky"
    )
    assert (quote.selling.official.bank, quote.selling.official.value) == (
        "nbkr",
        Decimal("12.2630"),
    )
