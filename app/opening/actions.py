"""Opening a shop: the operator's company with its first people, all or nothing."""

from datetime import datetime

from app.accounts import repository as accounts
from app.accounts.actions.joining import save_company
from app.accounts.actions.links import new_link
from app.accounts.actions.people import Invitation, save_person
from app.accounts.one_time_link import LinkPurpose
from app.accounts.person import PersonFacts
from app.countries.repository import list_buyers
from app.kit.clock import day_at
from app.kit.db import transaction
from app.opening.shop import SOURCE, ShopFacts, ShopIsOpen, StaffMember, check_shop, rows_of
from app.reference import current
from app.reference.actions import save_rows


async def open_shop(facts: ShopFacts, *, at: datetime) -> list[Invitation]:
    """Open the shop, and return its first people with their links.

    Raises `ShopIsOpen`, and what `check_shop` raises; then nothing is saved.
    """
    on = day_at(at)
    buyers = list_buyers(on=on)
    company = check_shop(facts, known=[country.code for country in buyers])
    async with transaction():
        # Locks the lists first: who opens the shop at the same time waits, and finds it open.
        await save_rows(rows_of(facts, buyers=buyers, on=on), at=at, by=SOURCE)
        await check_closed()
        saved = await save_company(company, at=at)
        invited = [await _invite(each, company_id=saved.id, at=at) for each in facts.staff]
    await current.load()
    return invited


async def check_closed() -> None:
    """Raise `ShopIsOpen` when the database has an operator's company."""
    operator = await accounts.find_operator()
    if operator is not None:
        raise ShopIsOpen(company=operator.name)


async def _invite(each: StaffMember, *, company_id: int, at: datetime) -> Invitation:
    facts = PersonFacts(
        email=each.email,
        name=each.name,
        role=each.role,
        company_id=company_id,
        language=each.language,
    )
    reader = await save_person(facts, at=at)
    return Invitation(reader, await new_link(reader, LinkPurpose.INVITATION, at=at))
