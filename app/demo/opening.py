"""Opening the demo shop, with the actions that people use."""

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from decimal import Decimal
from functools import partial
from typing import Final

from app.accounts import actions as accounts
from app.accounts import repository as people
from app.accounts.company import Company, CompanyKind
from app.accounts.person import Reader, Role
from app.catalog import actions as catalog
from app.catalog.product import Product
from app.demo import making
from app.demo.cast import (
    DEMO_PASSWORD,
    demo_china_lines,
    demo_companies,
    demo_goods,
    demo_lots,
    demo_malls,
    demo_people,
)
from app.demo.rates import import_demo
from app.demo.stage.buying import plan_buying
from app.demo.stage.plan import read_plan
from app.demo.stage.pricing import plan_pricing, propose
from app.demo.stage.scene import Scene
from app.demo.stage.shipping import plan_shipping
from app.demo.stage.timeline import Timeline
from app.kit import numbering
from app.kit.atomic import atomic_in_pool
from app.kit.clock import WAREHOUSE_ZONE
from app.kit.db import transaction
from app.kit.i18n import N_
from app.kit.refusal import Conflict
from app.rates.actions import terms
from app.rehearsals import actions as rehearsals
from app.stock import actions as stock
from app.stock.lot import GoodsReceipt
from app.tariff.actions import china as tariff
from app.tariff.actions.known import enter_known

_SERIES: Final = "demo-shop"
_LOCK: Final = 7_355_609
"""A number of no meaning, the same for everybody who makes the shop."""
_SPREADS: Final = {"KZT": Decimal("2.5"), "KGS": Decimal("3.0"), "UZS": Decimal("3.5")}
_REASON: Final = "Открытие магазина: перевод денег и хранение юаней"
_OPEN_FOR_DAYS: Final = 91
"""How long the shop with a stage has been open."""
_RATES_DAYS: Final = 60
_RATES_BEFORE: Final = 5
"""Days of rates before the shop opens, because banks are closed at weekends."""
_ON_THE_ROAD: Final = timedelta(days=3)
"""From a seller to our shelf."""
_MORNING: Final = time(9)


class ShopNotEmpty(Conflict):
    """The database holds companies, but not the whole demo shop."""

    code = "demo.shop_not_empty"
    sentence = N_(
        "This database holds companies already, and not the demo shop. Use an empty database;"
        " `make clean` forgets the one made here."
    )


async def seed_once(*, at: datetime, stage: bool = True) -> bool:
    """Make the demo shop in an empty database, whole or not at all; return False if it exists.

    With a stage it has traded for three months; without, it opens at this instant and has no
    orders. Raises `ShopNotEmpty`, and writes nothing, in a database with other companies.
    """
    async with atomic_in_pool() as connection:
        # Who makes the shop at the same time waits, and then finds it made.
        await connection.execute("SELECT pg_advisory_xact_lock($1)", _LOCK)
        if await numbering.is_begun(_SERIES):
            return False
        if await people.list_companies(CompanyKind.OPERATOR):
            raise ShopNotEmpty
        await (_trade(Timeline(at)) if stage else _open_bare(Timeline(at)))
        async with transaction():
            await numbering.next_number(_SERIES)
    return True


async def _open_bare(timeline: Timeline) -> None:
    """Open the shop now, without orders."""
    await _open_shop(timeline, opened=timeline.now, rates_days=_RATES_DAYS)
    await timeline.play()


async def _trade(timeline: Timeline) -> None:
    """Open the shop three months ago, and carry out the plan since then."""
    opened = timeline.when(_OPEN_FOR_DAYS, 8)
    scene = await _open_shop(timeline, opened=opened, rates_days=_OPEN_FOR_DAYS + _RATES_BEFORE)
    plan = read_plan()
    plan_pricing(scene, plan)
    plan_buying(scene, plan)
    plan_shipping(scene, plan)
    await timeline.play()


async def _open_shop(timeline: Timeline, *, opened: datetime, rates_days: int) -> Scene:
    """Make what exists when the shop opens; put the deliveries of its goods on the timeline."""
    companies = [
        await accounts.add_company(making.company_facts(company), at=opened)
        for company in demo_companies()
    ]
    firms = {company.slug: company for company in companies}
    staff = await _cast(firms, at=opened)
    await import_demo(at=timeline.now, days=rates_days)
    administrators = [reader for reader in staff.values() if reader.role is Role.RATES]
    await _first_terms(administrators, at=opened)
    await enter_known(at=opened)
    products = await _goods(at=opened)
    scene = Scene(timeline, people=staff, companies=firms, products=products)
    _plan_shelf(scene, opened=opened)
    return scene


async def _cast(firms: Mapping[str, Company], *, at: datetime) -> dict[str, Reader]:
    """Register the people; return them by e-mail address, in order."""
    people_facts = [
        making.person_facts(person, company_id=firms[person.company].id) for person in demo_people()
    ]
    readers = await accounts.add_people(people_facts, password=DEMO_PASSWORD, at=at)
    return {reader.email: reader for reader in readers}


async def _first_terms(administrators: list[Reader], *, at: datetime) -> None:
    """Publish the shop's first terms: one person drafts, another publishes."""
    maker, checker = administrators[:2]
    for currency, percent in _SPREADS.items():
        proposal = propose(currency, percent, why=_REASON)
        draft = await terms.draft_terms(proposal, by=maker, at=at)
        foretold = await rehearsals.rehearse_draft(draft.id, by=maker, at=at)
        await rehearsals.publish_draft(draft.id, seal=foretold.seal, by=checker, at=at, reason="")


async def _goods(*, at: datetime) -> dict[str, Product]:
    """Add the goods; return them by article number."""
    for line in demo_china_lines():
        await tariff.add_china_line(making.china_line(line))
    for mall in demo_malls():
        await catalog.add_mall(making.mall_facts(mall))
    products = [
        await catalog.add_product(making.product_facts(good), seller=good["seller"], at=at)
        for good in demo_goods()
    ]
    return {product.sku: product for product in products}


def _plan_shelf(scene: Scene, *, opened: datetime) -> None:
    """Receive each lot when the shop opens, or later if it was produced later."""
    timeline = scene.timeline
    for turn, lot in enumerate(demo_lots()):
        receipt = making.receipt(lot, on=timeline.today)
        made = datetime.combine(receipt.produced_on, _MORNING, tzinfo=WAREHOUSE_ZONE)
        came = min(max(opened, made + _ON_THE_ROAD), timeline.now)
        hand = scene.one_of(Role.WAREHOUSE, turn)
        timeline.add(came, partial(_receive, receipt, hand))


async def _receive(receipt: GoodsReceipt, hand: Reader, at: datetime) -> None:
    await stock.receive_lot(receipt, by=hand.person_id, at=at)
