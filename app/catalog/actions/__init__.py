"""Opening malls and listing products."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from app.accounts import repository as accounts
from app.accounts.company import CompanyKind
from app.accounts.person import Reader
from app.catalog import repository
from app.catalog.folding import index_terms
from app.catalog.ladder import Ladder
from app.catalog.mall import MallFacts, MallTaken, check_accent
from app.catalog.on_sale import PRODUCT_STATES, ProductState
from app.catalog.prefectures import get_prefecture, prefecture_names
from app.catalog.price_plan import PlanState, check_first_day
from app.catalog.product import (
    NotASeller,
    Product,
    ProductFacts,
    Seller,
    SkuTaken,
    Tariff,
    check_elements,
    check_facts,
    check_minimum,
    check_texts,
)
from app.catalog.repository import malls as mall_rows
from app.catalog.repository import owned, plans
from app.catalog.units import get_packing, get_unit
from app.kit import clock, once
from app.kit.db import transaction
from app.tariff.repository import china as tariff
from customs.china.elements import Slots
from customs.china.permits import permit_requirements


async def add_mall(facts: MallFacts) -> None:
    """Open a mall; raises `TextsMissing`, `BadAccent` or `MallTaken`."""
    check_texts(facts.code, facts.names, facts.intros)
    check_accent(facts.accent)
    async with transaction():
        if await mall_rows.find_sheet(facts.code) is not None:
            raise MallTaken(code=facts.code)
        await mall_rows.save_mall(facts)


async def add_product(facts: ProductFacts, *, seller: str, at: datetime) -> Product:
    """List a product of the seller, a company's slug, with all its parts or not at all.

    Raises what `check_facts` raises, `UnknownUnit`, `UnknownPacking`, `UnknownPrefecture`,
    `UnknownCode`, `ExportProhibited`, `UnknownControlLetter`, `WrongElements`, `PipeInElement`,
    `NotOfTheList`, `NoSuchCompany`, `NotASeller`, `NoSuchMall` or `SkuTaken`.
    """
    async with transaction():
        return await enter_product(facts, seller=seller, at=at)


async def enter_product(facts: ProductFacts, *, seller: str, at: datetime) -> Product:
    """List a product in the caller's transaction; raises as `add_product`."""
    slots = await check_product(facts, at=at)
    facts = replace(facts, element_names=slots.names)
    if await repository.is_product_known(facts.sku, facts.slug):
        raise SkuTaken(field="sku", sku=facts.sku, slug=facts.slug)
    company = await _seller(seller)
    place = get_prefecture(facts.prefecture, on=clock.day_at(at)).names["en"]
    terms = index_terms(facts, seller=company, place=place)
    return await repository.save_product(facts, seller_id=company.id, terms=terms, at=at)


async def check_product(facts: ProductFacts, *, at: datetime) -> Slots:
    """Check the facts of a new product as `add_product` does; return the slots of its elements."""
    check_facts(facts)
    _check_lists(facts)
    get_prefecture(facts.prefecture, on=clock.day_at(at))
    return await _slots(facts, on=clock.day_at(at))


async def set_texts(
    slug: str, names: Mapping[str, str], descriptions: Mapping[str, str], *, at: datetime
) -> Product:
    """Set a product's names and descriptions in the languages that are given; others stay.

    Raises `NoSuchProduct` or `TextsMissing`.
    """
    async with transaction():
        product = await repository.get_product(slug)
        changed = replace(
            product,
            names={**product.names, **names},
            descriptions={**product.descriptions, **descriptions},
        )
        check_texts(product.sku, changed.names, changed.descriptions)
        place = prefecture_names(product.prefecture, on=clock.day_at(at))["en"]
        terms = index_terms(changed, seller=product.seller, place=place)
        await repository.save_texts(changed, terms=terms)
        return await repository.get_product(slug)


async def set_prices(
    sku: str, ladder: Ladder, *, holds_from: date, by: Reader, at: datetime
) -> None:
    """Set the prices of the reader's product from today on, or plan them for a later day.

    Earlier prices stay as they were. Raises `NoSuchProduct`, `BadMinimum` when the ladder does
    not begin at the minimum, `DayGone` or `DayPlanned`.
    """
    today = clock.day_at(at)
    check_first_day(holds_from, today=today)
    async with transaction():
        await once.claim()
        product = await owned.lock_own(sku, seller_id=by.company_id)
        check_minimum(product, ladder)
        if holds_from == today:
            await repository.save_ladder(product.id, ladder, at=at)
        else:
            await plans.save_plan(
                product.id, ladder, holds_from=holds_from, by_id=by.person_id, at=at
            )


async def enter_prices(slug: str, ladder: Ladder, *, at: datetime) -> None:
    """Set a product's prices at once, as its seller's workbook has them; earlier ones stay.

    Raises `NoSuchProduct` or `BadMinimum`.
    """
    async with transaction():
        product = await repository.get_product(slug)
        check_minimum(product, ladder)
        await repository.save_ladder(product.id, ladder, at=at)


async def take_back_prices(sku: str, plan_id: int, *, by: Reader) -> None:
    """Take back planned prices before their day.

    Raises `NoSuchProduct`, `NoSuchPlan` or `PlanBegun`.
    """
    async with transaction():
        product = await owned.lock_own(sku, seller_id=by.company_id)
        plan = await plans.lock_plan(plan_id, product_id=product.id)
        plan.check_waiting()
        await plans.save_plan_state(plan.id, PlanState.TAKEN_BACK)


async def begin_due_prices(*, at: datetime) -> int:
    """Turn the planned prices whose day has come into price lists; return how many."""
    async with transaction():
        due = await plans.lock_due_plans(on=clock.day_at(at))
        for plan in due:
            await repository.save_ladder(plan.product_id, plan.ladder, at=at)
            await plans.save_plan_state(plan.id, PlanState.HELD)
    return len(due)


async def move_product(sku: str, to: ProductState, *, by: Reader, at: datetime, why: str) -> None:
    """Pause, retire or bring back the reader's product; open quotes and orders go on.

    Raises `NoSuchProduct` or `ProductCannotMove`.
    """
    async with transaction():
        product = await owned.lock_own(sku, seller_id=by.company_id)
        PRODUCT_STATES.move(product.state, to, sku=sku)
        await owned.save_state(product, to=to, by_id=by.person_id, at=at, why=why)


def _check_lists(facts: ProductFacts) -> None:
    get_unit(facts.sales_unit)
    get_packing(facts.packing)


async def _slots(facts: ProductFacts, *, on: date) -> Slots:
    """Return the slots of the Chinese code, which the elements must fill; none without a code."""
    for each in facts.codes:
        if each.tariff == Tariff.CHINA:
            line = await tariff.get_china_line(each.code, on)
            permit_requirements(each.code, line.supervision_letters)
            check_elements(facts, expected=len(line.element_names))
            slots = Slots(line.element_names)
            slots.check(facts.elements)
            return slots
    return Slots(())


async def _seller(slug: str) -> Seller:
    company = await accounts.get_company_by_slug(slug)
    if company.kind is not CompanyKind.SELLER:
        raise NotASeller(company=company.name)
    return Seller(company.id, company.name, company.name_latin, company.address)
