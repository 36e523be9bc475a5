"""A rehearsal predicts to the coin; publishing takes a second person and unchanged data."""

import asyncio
from datetime import timedelta
from decimal import Decimal

import pytest
from moneyed import Money

from app.countries.clocks import say_instant
from app.kit.db import DB
from app.orders import actions as ordering
from app.payments import actions as payments
from app.payments.proforma import Received
from app.quotes import actions as quoting
from app.quotes.quote import WantedGoods
from app.rates.actions.terms import draft_terms, withdraw_draft
from app.rates.draft import Draft, DraftCannotMove, DraftState, SameHands
from app.rates.objections import ReasonNeeded
from app.rates.official import NoRate
from app.rates.piccolo_migrations.rates_2026_11_28t13_06_00_000001 import FILL
from app.rates.repository import drafts, selling
from app.rates.rounding import Direction, RoundingRule
from app.rates.selling import Limits
from app.rates.tables import RatesLog, SellingTerms, TermsDraft
from app.rehearsals import repository
from app.rehearsals.actions import get_objections, publish_draft, rehearse_draft
from app.rehearsals.outcome import UnderCost
from app.rehearsals.rehearsal import DataMoved, OpenKind
from app.rehearsals.tables import Rehearsal
from app.shop.tables import Basket, BasketLine
from app.web.office.rates.draft_presenter import DraftView, draft_view
from app.web.office.rates.pages import read_draft_page
from tests.app.agreeing import proposal
from tests.app.orders.market import NOON, Market, place, quoted

LATER = NOON + timedelta(minutes=5)


async def fill_basket(person_id: int | None, *lines: tuple[int, int]) -> int:
    basket = Basket(person=person_id, changed_at=NOON)
    await basket.save()
    for product, quantity in lines:
        await BasketLine(basket=basket.id, product=product, quantity=quantity).save()
    return basket.id


async def drafted(market: Market, percent: str = "5", **changes: object) -> Draft:
    return await draft_terms(proposal("KZT", percent, **changes), by=market.rates, at=NOON)


async def test_baskets_follow_and_quotes_and_proformas_keep_their_price(market: Market) -> None:
    await fill_basket(market.kazakh.person_id, (market.raisins, 100), (market.walnuts, 3))
    await fill_basket(market.kyrgyz.person_id, (market.raisins, 100))
    await fill_basket(None, (market.walnuts, 1))
    await place(market.rival, (market.raisins, 10))
    await quoted(market.rival, (market.raisins, 20))
    draft = await drafted(market)
    predicted = await rehearse_draft(draft.id, by=market.rates, at=LATER)
    by_buyer = {(each.kind, each.buyer): each for each in predicted.buyers}
    assert set(by_buyer) == {
        (OpenKind.BASKET, "Dastan"),
        (OpenKind.BASKET, ""),
        (OpenKind.QUOTE, "Rival"),
        (OpenKind.PROFORMA, "Rival"),
    }
    basket = by_buyer[OpenKind.BASKET, "Dastan"]
    assert basket.before == Money("87651.00", "KZT") + 3 * Money("2454.97", "KZT")
    assert basket.after == Money("89789.00", "KZT") + 3 * Money("2514.84", "KZT")
    for kept in (by_buyer[OpenKind.QUOTE, "Rival"], by_buyer[OpenKind.PROFORMA, "Rival"]):
        assert (kept.difference, kept.lines) == (Money(0, "KZT"), 1)
    assert predicted.after - predicted.before == sum(
        (each.difference for each in predicted.buyers), Money(0, "KZT")
    )
    assert predicted.under_cost == ()


async def test_what_was_predicted_comes_true_to_the_coin(market: Market) -> None:
    await fill_basket(market.kazakh.person_id, (market.raisins, 100), (market.walnuts, 7))
    rule = RoundingRule(1000, 900, Direction.UP)
    draft = await drafted(market, "3.125", rounding=rule)
    predicted = await rehearse_draft(draft.id, by=market.rates, at=LATER)
    terms = await publish_draft(
        draft.id, seal=predicted.seal, by=market.second, at=LATER, reason="Agreed"
    )
    assert terms.effective_from == LATER
    wanted = (WantedGoods(market.raisins, 100), WantedGoods(market.walnuts, 7))
    offered = await quoting.price(wanted, country="KZ", at=LATER)
    assert offered.quote.total == predicted.after
    assert [line.total for line in offered.quote.lines] == [
        each.after for each in predicted.effects
    ]


async def test_who_made_a_draft_does_not_publish_it(market: Market) -> None:
    draft = await drafted(market)
    predicted = await rehearse_draft(draft.id, by=market.second, at=LATER)
    with pytest.raises(SameHands):
        await publish_draft(draft.id, seal=predicted.seal, by=market.rates, at=LATER, reason="Mine")
    assert (await drafts.get_draft(draft.id)).state is DraftState.REHEARSED
    assert await SellingTerms.count() == 2


async def test_a_draft_is_rehearsed_before_it_is_published(market: Market) -> None:
    draft = await drafted(market)
    with pytest.raises(DraftCannotMove):
        await publish_draft(draft.id, seal="0" * 64, by=market.second, at=LATER, reason="")
    await withdraw_draft(draft.id, by=market.rates, at=LATER, why="")
    with pytest.raises(DraftCannotMove):
        await rehearse_draft(draft.id, by=market.rates, at=LATER)
    assert await Rehearsal.count() == 2


@pytest.mark.parametrize("moved", ["basket", "quote", "expired", "order", "paid", "terms"])
async def test_publishing_is_refused_when_anything_moved_since(market: Market, moved: str) -> None:
    basket = await fill_basket(market.kazakh.person_id, (market.raisins, 100))
    order = await place(market.kyrgyz, (market.walnuts, 1))
    mine = await place(market.rival, (market.raisins, 10))
    await quoted(market.rival, (market.raisins, 20))
    draft = await drafted(market)
    predicted = await rehearse_draft(draft.id, by=market.rates, at=LATER)
    await move(market, moved, basket=basket, numbers=(order.number, mine.number))
    with pytest.raises(DataMoved):
        await publish_draft(
            draft.id, seal=predicted.seal, by=market.second, at=LATER, reason="Agreed"
        )
    assert (await drafts.get_draft(draft.id)).state is DraftState.REHEARSED
    assert (await selling.terms_in_force("KZT", LATER)).spread_percent != Decimal(5)
    again = await rehearse_draft(draft.id, by=market.second, at=LATER)
    await publish_draft(draft.id, seal=again.seal, by=market.second, at=LATER, reason="Agreed")
    assert (await selling.terms_in_force("KZT", LATER)).spread_percent == Decimal(5)


async def move(market: Market, what: str, *, basket: int, numbers: tuple[str, str]) -> None:
    _, mine = numbers
    if what == "basket":
        await BasketLine.update({BasketLine.quantity: 105}).where(BasketLine.basket == basket)
    elif what == "quote":
        await quoted(market.kazakh, (market.walnuts, 2))
    elif what == "expired":
        await quoting.expire_quotes(at=NOON + timedelta(hours=2))
    elif what == "order":
        await ordering.cancel_order(mine, reader=market.rival, at=LATER, why="")
    elif what == "paid":
        proforma = await payments.issue_proforma(mine, at=LATER)
        money = Received(proforma.reference, proforma.amount.amount, "KZT", NOON.date(), "B-1")
        await payments.enter_payment(money, by=market.operator, at=LATER)
    else:
        other = await draft_terms(proposal("KZT", "4"), by=market.rates, at=NOON)
        seal = (await rehearse_draft(other.id, by=market.rates, at=NOON)).seal
        at = NOON + timedelta(minutes=1)
        await publish_draft(other.id, seal=seal, by=market.second, at=at, reason="Agreed")


async def test_what_moves_in_another_currency_does_not_matter(market: Market) -> None:
    draft = await drafted(market)
    predicted = await rehearse_draft(draft.id, by=market.rates, at=LATER)
    await place(market.kyrgyz, (market.walnuts, 1))
    await fill_basket(market.kyrgyz.person_id, (market.raisins, 10))
    await publish_draft(draft.id, seal=predicted.seal, by=market.second, at=LATER, reason="Agreed")


async def test_another_seal_than_that_of_the_latest_rehearsal_is_refused(market: Market) -> None:
    draft = await drafted(market)
    await rehearse_draft(draft.id, by=market.rates, at=LATER)
    with pytest.raises(DataMoved):
        await publish_draft(draft.id, seal="f" * 64, by=market.second, at=LATER, reason="Agreed")


async def test_two_who_publish_at_once_publish_once(market: Market) -> None:
    draft = await drafted(market)
    predicted = await rehearse_draft(draft.id, by=market.rates, at=LATER)
    outcomes = await asyncio.gather(
        *(
            publish_draft(
                draft.id, seal=predicted.seal, by=market.second, at=LATER, reason="Agreed"
            )
            for _ in range(2)
        ),
        return_exceptions=True,
    )
    assert sorted(type(each).__name__ for each in outcomes) == ["DraftCannotMove", "SellingTerms"]
    assert await SellingTerms.count() == 3


async def test_a_spread_below_the_floor_and_a_jump_need_a_reason(market: Market) -> None:
    guarded = proposal("KZT", "3", limits=Limits(4, 10, Decimal(1), Decimal("2.5")))
    first = await draft_terms(guarded, by=market.rates, at=NOON)
    seal = (await rehearse_draft(first.id, by=market.rates, at=NOON)).seal
    at = NOON + timedelta(minutes=1)
    await publish_draft(first.id, seal=seal, by=market.second, at=at, reason="")
    draft = await draft_terms(proposal("KZT", "1"), by=market.rates, at=at)
    against = await get_objections(draft, at=LATER)
    assert [each.fields for each in against] == [
        {"percent": "1", "floor": "2.5"},
        {"percent": "-1.94", "limit": "1"},
    ]
    seal = (await rehearse_draft(draft.id, by=market.rates, at=LATER)).seal
    with pytest.raises(ReasonNeeded):
        await publish_draft(draft.id, seal=seal, by=market.second, at=LATER, reason="  ")
    assert (await selling.terms_in_force("KZT", LATER)).spread_percent == Decimal(3)
    because = "A rival sells below us this week"
    terms = await publish_draft(draft.id, seal=seal, by=market.second, at=LATER, reason=because)
    kept = await selling.terms_in_force("KZT", LATER)
    assert (await selling.get_approval(kept.id)).confirmed_because == because
    assert terms.spread_percent == Decimal(1)


async def test_who_falls_under_cost_is_named(market: Market) -> None:
    await fill_basket(market.kazakh.person_id, (market.raisins, 100))
    rule = RoundingRule(10_000, 0, Direction.DOWN)
    draft = await drafted(market, "1", rounding=rule)
    predicted = await rehearse_draft(draft.id, by=market.rates, at=LATER)
    (effect,) = predicted.under_cost
    assert (effect.line.buyer, effect.line.sku) == ("Dastan", "RAISINS")
    assert (effect.after, effect.cost) == (Money("80000", "KZT"), Money("85513.40", "KZT"))
    (kept,) = await repository.list_rehearsals(draft.id)
    assert kept.outcome.under_cost == [
        UnderCost(
            kind=OpenKind.BASKET,
            reference=effect.line.reference,
            buyer="Dastan",
            sku="RAISINS",
            after=8_000_000,
            cost=8_551_340,
        )
    ]


async def test_without_an_official_rate_there_is_nothing_to_rehearse(market: Market) -> None:
    draft = await drafted(market)
    with pytest.raises(NoRate):
        await rehearse_draft(draft.id, by=market.rates, at=NOON - timedelta(days=30))
    assert (await drafts.get_draft(draft.id)).state is DraftState.DRAFTED


async def test_a_rehearsal_changes_nothing_but_the_draft_and_the_log(market: Market) -> None:
    await fill_basket(market.kazakh.person_id, (market.raisins, 100))
    draft = await drafted(market)
    lines = await RatesLog.count()
    await rehearse_draft(draft.id, by=market.rates, at=LATER)
    assert await RatesLog.count() == lines + 1
    assert await SellingTerms.count() == 2
    assert (await BasketLine.select(BasketLine.quantity))[0]["quantity"] == 100


async def test_a_published_draft_shows_the_figures_that_held_before_it(market: Market) -> None:
    first = await drafted(market, "5")
    seal = (await rehearse_draft(first.id, by=market.rates, at=LATER)).seal
    await publish_draft(first.id, seal=seal, by=market.second, at=LATER, reason="Agreed")
    another = LATER + timedelta(minutes=5)
    second = await draft_terms(proposal("KZT", "7"), by=market.rates, at=another)
    seal = (await rehearse_draft(second.id, by=market.rates, at=another)).seal
    await publish_draft(second.id, seal=seal, by=market.second, at=another, reason="Agreed")
    shown = await page_of(market, first.id)
    assert (shown.beside, spread_cells(shown)) == ("Before", ("2.5", "5"))
    assert ("In force", say_instant(LATER, "CN"), "") in shown.facts
    assert spread_cells(await page_of(market, second.id)) == ("5", "7")


async def test_a_withdrawn_draft_shows_what_held_when_it_was_drafted(market: Market) -> None:
    given_up = await drafted(market, "9")
    other = await drafted(market, "5")
    seal = (await rehearse_draft(other.id, by=market.rates, at=LATER)).seal
    await publish_draft(other.id, seal=seal, by=market.second, at=LATER, reason="Agreed")
    assert spread_cells(await page_of(market, given_up.id)) == ("5", "9")
    await withdraw_draft(given_up.id, by=market.rates, at=LATER, why="")
    shown = await page_of(market, given_up.id)
    assert (shown.beside, spread_cells(shown)) == ("Before", ("2.5", "9"))
    assert "In force" not in [label for label, _, _ in shown.facts]


async def test_drafts_of_before_take_their_former_figures_from_the_log(market: Market) -> None:
    kept, given_up = await drafted(market, "5"), await drafted(market, "9")
    seal = (await rehearse_draft(kept.id, by=market.rates, at=LATER)).seal
    await publish_draft(kept.id, seal=seal, by=market.second, at=LATER, reason="Agreed")
    await withdraw_draft(given_up.id, by=market.rates, at=LATER, why="")
    wanted = [await drafts.get_draft(each.id) for each in (kept, given_up)]
    await TermsDraft.update({TermsDraft.former: {}, TermsDraft.published_at: None}, force=True)
    for statement in FILL:
        await DB.run_ddl(statement)
    assert [await drafts.get_draft(each.id) for each in (kept, given_up)] == wanted
    assert [each.former["spread_percent"] for each in wanted] == ["2.5", "2.5"]


async def page_of(market: Market, draft_id: int) -> DraftView:
    reader = (market.second.person_id, "CN")
    return draft_view(await read_draft_page(draft_id, at=LATER), reader=reader)


def spread_cells(shown: DraftView) -> tuple[str, ...]:
    return next(cells for cells, _ in shown.changes if cells[0] == "Spread, %")[1:]
