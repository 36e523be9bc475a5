"""Opening the demo shop, with the same actions as people call."""

from datetime import datetime
from decimal import Decimal
from typing import Final

from app.accounts import actions as accounts
from app.accounts import store as people
from app.accounts.company import CompanyKind
from app.accounts.person import Reader, Role
from app.catalog import actions as catalog
from app.kit import numbering
from app.kit.clock import day_at
from app.kit.db import transaction
from app.kit.refusal import Conflict
from app.kit.words import N_
from app.rates.actions import demo, terms
from app.rates.rounding import RoundingRule
from app.rates.selling import Limits
from app.rehearsals import actions as rehearsals
from app.seeds import making
from app.seeds.reading import (
    DEMO_PASSWORD,
    demo_china_lines,
    demo_companies,
    demo_goods,
    demo_lots,
    demo_malls,
    demo_people,
)
from app.stock import actions as stock
from app.tariff.actions import china as tariff
from app.tariff.actions.known import enter_known

_SERIES: Final = "demo-shop"
_SPREADS: Final = {"KZT": Decimal("2.5"), "KGS": Decimal("3.0")}
_FLOOR: Final = Decimal(1)
_REASON: Final = "Opening of the shop: cost of transfer and of holding yuan"


class ShopNotEmpty(Conflict):
    """The database holds companies, but not the whole demo shop."""

    code = "demo.shop_not_empty"
    sentence = N_(
        "This database holds companies already, and not the demo shop. Use an empty database;"
        " `make clean` forgets the one made here."
    )


async def seed_once(*, at: datetime) -> bool:
    """Will make the demo shop in an empty database; False when it was there already.

    Raises `ShopNotEmpty`, and writes nothing, where somebody trades already or a seeding was
    cut off.
    """
    if await numbering.is_begun(_SERIES):
        return False
    if await people.list_companies(CompanyKind.OPERATOR):
        raise ShopNotEmpty
    staff = await _cast(at=at)
    await _rates(staff[Role.RATES], at=at)
    await enter_known(at=at)
    await _goods(at=at)
    await _shelf(staff[Role.WAREHOUSE][0], at=at)
    async with transaction():
        await numbering.next_number(_SERIES)
    return True


async def _cast(*, at: datetime) -> dict[Role, list[Reader]]:
    """Will register companies and people; gives the people of each role, in their order."""
    for company in demo_companies():
        await accounts.add_company(making.company_facts(company), at=at)
    cast: dict[Role, list[Reader]] = {}
    for person in demo_people():
        firm = await people.get_company_by_slug(person.company)
        facts = making.person_facts(person, company_id=firm.id)
        reader = await accounts.add_person(facts, password=DEMO_PASSWORD, at=at)
        cast.setdefault(reader.role, []).append(reader)
    return cast


async def _rates(administrators: list[Reader], *, at: datetime) -> None:
    """Will publish the shop's first terms as people do: one drafts, another publishes."""
    maker, checker = administrators[:2]
    await demo.import_demo(at=at)
    for proposal in _first_terms():
        draft = await terms.draft_terms(proposal, by=maker, at=at)
        foretold = await rehearsals.rehearse_draft(draft.id, by=maker, at=at)
        await rehearsals.publish_draft(draft.id, seal=foretold.seal, by=checker, at=at, reason="")


def _first_terms() -> list[terms.Proposal]:
    return [
        terms.Proposal(
            currency=currency,
            spread_percent=percent,
            rounding=RoundingRule(),
            limits=Limits(floor_percent=_FLOOR),
            holds_from=None,
            why=_REASON,
        )
        for currency, percent in _SPREADS.items()
    ]


async def _goods(*, at: datetime) -> None:
    for line in demo_china_lines():
        await tariff.add_china_line(making.china_line(line))
    for mall in demo_malls():
        await catalog.add_mall(making.mall_facts(mall))
    for good in demo_goods():
        await catalog.add_product(making.product_facts(good), seller=good["seller"], at=at)


async def _shelf(hand: Reader, *, at: datetime) -> None:
    for lot in demo_lots():
        await stock.receive_lot(making.receipt(lot, on=day_at(at)), by=hand.person_id, at=at)
