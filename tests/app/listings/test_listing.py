"""Goods are written down step by step, submitted whole, and listed or sent back."""

from datetime import timedelta

import asyncpg
import pytest

from app.accounts.person import Reader
from app.catalog import repository as catalog
from app.catalog.product import CodeStatus, SkuTaken
from app.kit.db import DB
from app.kit.refusal import Refusal
from app.kit.tables import Letter
from app.listings import actions, repository
from app.listings.draft import (
    ListingCannotMove,
    ListingChanged,
    ListingLacks,
    ListingState,
    NoSuchListing,
    readiness,
)
from app.listings.tables import ProductDraft
from app.tariff.china_line import UnknownCode
from tests.app.listings.written import ANSWERS, CODE, ELEMENTS, open_shelf, submitted, written
from tests.app.orders.market import NOON, Market

LATER = NOON + timedelta(hours=1)
WORDS = {
    "name_en": "Dried apricots",
    "description_en": "Sweet.",
    "name_ru": "Курага",
    "description_ru": "Сладкая.",
}


async def test_a_draft_that_lacks_nothing_is_listed_with_every_fact(market: Market) -> None:
    draft_id = await submitted(market.seller, at=NOON)
    slug = await actions.list_draft(draft_id, WORDS, by=market.operator, at=LATER)
    product = await catalog.get_product(slug)
    assert (product.sku, product.seller.id) == ("APRICOT-1", market.seller.company_id)
    assert product.names == {"zh_Hans": "喀什杏干", "en": "Dried apricots", "ru": "Курага"}
    assert (product.unit_net_g, product.carton_tare_g, product.units_per_carton) == (500, 400, 20)
    assert [(step.minimum, str(step.unit_price.amount)) for step in product.ladder.steps] == [
        (20, "18.50"),
        (200, "17.20"),
    ]
    assert (product.codes[0].code, product.codes[0].status) == (CODE, CodeStatus.PROPOSED)
    assert product.elements == ("0", "0", "晾干")
    assert (product.malls, product.picture) == (("bulk",), "keruen:grapes")
    draft = await repository.get_draft_for(market.seller, draft_id)
    assert draft.state is ListingState.LISTED


async def test_what_lacks_is_named_and_nothing_is_submitted(market: Market) -> None:
    await open_shelf()
    draft_id = await written(market.seller, at=NOON, without=("name_ru", "element:制作或保存方法"))
    with pytest.raises(ListingLacks) as refused:
        await actions.submit_draft(draft_id, by=market.seller, at=LATER)
    assert refused.value.fields["what"] == ("Name in Russian", "制作或保存方法")
    draft = await repository.get_draft_for(market.seller, draft_id)
    assert draft.state is ListingState.WRITING
    assert readiness(draft, ELEMENTS).percent == 91


async def test_a_draft_just_begun_is_ready_by_nothing(market: Market) -> None:
    draft_id = await actions.begin_draft(by=market.seller, at=NOON)
    draft = await repository.get_draft_for(market.seller, draft_id)
    assert readiness(draft, ()).percent == 0


async def test_the_office_may_write_the_words_that_the_seller_asks_for(market: Market) -> None:
    await open_shelf()
    without = ("name_en", "description_en", "name_ru", "description_ru")
    draft_id = await written(market.seller, at=NOON, without=without)
    draft = await repository.get_draft_for(market.seller, draft_id)
    answers = {"translate": "yes"}
    await actions.save_step(draft_id, answers, version=draft.version, by=market.seller, at=NOON)
    await actions.submit_draft(draft_id, by=market.seller, at=NOON)
    with pytest.raises(ListingLacks):
        await actions.list_draft(draft_id, {**WORDS, "name_ru": " "}, by=market.operator, at=LATER)
    await actions.list_draft(draft_id, WORDS, by=market.operator, at=LATER)
    product = await catalog.get_product("apricot-1")
    assert product.names["ru"] == "Курага"


async def test_a_stale_page_is_refused_with_what_changed_and_nothing_is_lost(
    market: Market,
) -> None:
    await open_shelf()
    draft_id = await written(market.seller, at=NOON)
    before = await repository.get_draft_for(market.seller, draft_id)
    changed = {**ANSWERS["origin"], "shelf_life_days": "180"}
    with pytest.raises(ListingChanged) as refused:
        await actions.save_step(
            draft_id, changed, version=before.version - 1, by=market.seller, at=LATER
        )
    assert refused.value.fields["what"] == ("Good for how many days",)
    assert await repository.get_draft_for(market.seller, draft_id) == before


async def test_a_code_that_the_tariff_does_not_have_is_refused(market: Market) -> None:
    await open_shelf()
    draft_id = await written(market.seller, at=NOON)
    before = await repository.get_draft_for(market.seller, draft_id)
    with pytest.raises(UnknownCode):
        await actions.save_step(
            draft_id,
            {**ANSWERS["code"], "china_code": "9999999999"},
            version=before.version,
            by=market.seller,
            at=LATER,
        )
    assert await repository.get_draft_for(market.seller, draft_id) == before


async def test_goods_sent_back_say_why_and_everybody_of_the_company_gets_a_letter(
    market: Market,
) -> None:
    draft_id = await submitted(market.seller, at=NOON)
    await actions.send_back(draft_id, why="Weigh the carton.", by=market.operator, at=LATER)
    draft = await repository.get_draft_for(market.seller, draft_id)
    assert (draft.state, draft.why) == (ListingState.RETURNED, "Weigh the carton.")
    letters = await Letter.select(Letter.to, Letter.body)
    assert [letter["to"] for letter in letters] == [market.seller.email]
    assert "Weigh the carton." in letters[0]["body"]
    await actions.submit_draft(draft_id, by=market.seller, at=LATER)
    again = await repository.get_draft_for(market.operator, draft_id)
    assert again.state is ListingState.SUBMITTED


async def test_a_number_that_is_taken_lists_nothing(market: Market) -> None:
    draft_id = await submitted(market.seller, at=NOON)
    await actions.list_draft(draft_id, WORDS, by=market.operator, at=LATER)
    other = await written(market.other_seller, at=NOON)
    await actions.submit_draft(other, by=market.other_seller, at=NOON)
    with pytest.raises(SkuTaken):
        await actions.list_draft(other, WORDS, by=market.operator, at=LATER)
    draft = await repository.get_draft_for(market.other_seller, other)
    assert (draft.state, draft.answer("name_ru")) == (ListingState.SUBMITTED, "Курага из Кашгара")


async def test_a_company_never_comes_to_the_draft_of_another(market: Market) -> None:
    await open_shelf()
    draft_id = await written(market.seller, at=NOON)
    before = await ProductDraft.select()

    async def refused(reader: Reader) -> list[type[Refusal]]:
        found = []
        for act in (
            repository.get_draft_for(reader, draft_id),
            actions.save_step(draft_id, {}, version=8, by=reader, at=LATER),
            actions.submit_draft(draft_id, by=reader, at=LATER),
            actions.send_back(draft_id, why="No.", by=reader, at=LATER),
            actions.list_draft(draft_id, {}, by=reader, at=LATER),
        ):
            with pytest.raises(Refusal) as refusal:
                await act
            found.append(refusal.type)
        return found

    assert set(await refused(market.other_seller)) == {NoSuchListing}
    assert set(await refused(market.operator)) == {NoSuchListing}
    assert await ProductDraft.select() == before


async def test_a_listing_under_the_eyes_of_the_office_stands_still(market: Market) -> None:
    draft_id = await submitted(market.seller, at=NOON)
    with pytest.raises(ListingCannotMove):
        await actions.save_step(draft_id, {}, version=8, by=market.seller, at=LATER)


async def test_goods_like_others_begin_with_their_facts_and_no_number(market: Market) -> None:
    first = await submitted(market.seller, at=NOON)
    await actions.list_draft(first, WORDS, by=market.operator, at=LATER)
    copy_id = await actions.copy_product("APRICOT-1", by=market.seller, at=LATER)
    copied = await repository.get_draft_for(market.seller, copy_id)
    assert copied.answer("sku") == ""
    assert [each.question.field for each in readiness(copied, ELEMENTS).lacks] == ["sku"]
    with pytest.raises(Refusal):
        await actions.copy_product("APRICOT-1", by=market.other_seller, at=LATER)


async def test_moves_of_a_listing_are_only_added(market: Market) -> None:
    await submitted(market.seller, at=NOON)
    pool = DB.pool
    assert pool is not None
    with pytest.raises(asyncpg.RestrictViolationError):
        await pool.execute("DELETE FROM draft_move")
