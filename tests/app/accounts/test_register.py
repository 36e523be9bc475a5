"""Companies and people are added, changed, retired and blocked; who did it is kept."""

import asyncio
from dataclasses import replace

import pytest

from app.accounts import actions, repository
from app.accounts.company import CompanyFacts, CompanyKind, CompanyKnown, WrongCompany
from app.accounts.person import EmailTaken, LastOperator, Role
from app.accounts.register import (
    ChangedMeanwhile,
    ChangeKind,
    CompanyChange,
    NumberNeedsReason,
    OperatorStays,
    PersonChange,
    RetiredAlready,
)
from app.accounts.repository import NoSuchCompany, register, visits
from app.accounts.repository.register_lists import (
    WantedCompanies,
    WantedPeople,
    list_persons,
    list_register,
)
from app.kit.listing import Asked
from app.kit.texts import refusal_text
from customs.identifiers import WrongCheckDigit, WrongShape, parse_bin
from tests.app.orders.market import NOON, Market
from tests.app.web.every_page.unmoved import held

SOLE_TRADER = "850612300995"
COMPANY = CompanyFacts(
    slug="",
    kind=CompanyKind.IMPORTER,
    country="KZ",
    name="ИП Сериков",
    name_latin="IP Serikov",
    number=SOLE_TRADER,
    number_kind="iin",
    address="Алматы, Абая 1",
)
CHANGE = CompanyChange(
    name="ИП Сериков",
    name_latin="IP Serikov",
    number=SOLE_TRADER,
    number_kind="iin",
    address="Алматы, Абая 1",
    customs_code="",
    version=1,
)


async def added(market: Market) -> int:
    return await actions.register_company(COMPANY, by=market.operator, at=NOON)


async def test_a_sole_trader_is_added_by_the_personal_number_and_kept_in_the_log(
    market: Market,
) -> None:
    company_id = await added(market)
    company = (await register.get_registered(company_id)).company
    assert (company.number, company.number_kind, company.slug) == (
        SOLE_TRADER, "iin", f"kz-{SOLE_TRADER}"
    )  # fmt: skip
    (entry,) = await register.changes_of_company(company_id)
    assert (entry.kind, entry.who, entry.at) == (ChangeKind.ADDED, market.operator.name, NOON)
    assert entry.after["name"] == "ИП Сериков"


@pytest.mark.parametrize(
    ("change", "refusal", "field"),
    [
        ({"number": "850612300996"}, WrongCheckDigit, "number"),
        ({"number": "1"}, WrongShape, "number"),
        ({"customs_code": "1"}, WrongShape, "customs_code"),
    ],
)
async def test_a_company_that_is_wrong_is_refused_beside_its_field(
    market: Market, change: dict[str, str], refusal: type[WrongShape], field: str
) -> None:
    before = await held()
    with pytest.raises(refusal) as refused:
        await actions.register_company(replace(COMPANY, **change), by=market.operator, at=NOON)  # type: ignore[arg-type] # changes by name
    assert refused.value.fields["field"] == field
    assert await held() == before


async def test_a_company_is_added_once(market: Market) -> None:
    await added(market)
    before = await held()
    with pytest.raises(CompanyKnown):
        await added(market)
    assert await held() == before


async def test_a_change_says_from_what_to_what(market: Market) -> None:
    company_id = await added(market)
    change = replace(CHANGE, address="Астана, Сарыарка 2")
    await actions.change_company(company_id, change, by=market.operator, at=NOON)
    *_, entry = await register.changes_of_company(company_id)
    assert (entry.kind, entry.version) == (ChangeKind.CHANGED, 2)
    assert (entry.before, entry.after) == (
        {"address": "Алматы, Абая 1"},
        {"address": "Астана, Сарыарка 2"},
    )
    before = await held()
    await actions.change_company(
        company_id, replace(change, version=2), by=market.operator, at=NOON
    )
    assert await held() == before, "a change that changes nothing is not kept"


async def test_the_second_of_two_sees_what_the_first_changed(market: Market) -> None:
    company_id = await added(market)
    mine = replace(CHANGE, address="Астана, Сарыарка 2")
    await actions.change_company(company_id, mine, by=market.operator, at=NOON)
    before = await held()
    late = replace(CHANGE, name="ИП Серикова")
    with pytest.raises(ChangedMeanwhile) as refused:
        await actions.change_company(company_id, late, by=market.operator, at=NOON)
    assert "Address: “Алматы, Абая 1” became “Астана, Сарыарка 2”" in refusal_text(refused.value)
    assert await held() == before


async def test_of_two_at_once_one_is_kept(market: Market) -> None:
    company_id = await added(market)
    done = await asyncio.gather(
        *(
            actions.change_company(
                company_id, replace(CHANGE, name=name), by=market.operator, at=NOON
            )
            for name in ("A", "B")
        ),
        return_exceptions=True,
    )
    assert [type(each) for each in done if each is not None] == [ChangedMeanwhile]
    assert (await register.get_registered(company_id)).version == 2


async def test_another_number_needs_a_reason(market: Market) -> None:
    company_id = await added(market)
    change = replace(CHANGE, number="050140000018", number_kind="bin")
    before = await held()
    number = next(f"05014000001{digit}" for digit in range(10) if _is_bin(f"05014000001{digit}"))
    change = replace(change, number=number)
    with pytest.raises(NumberNeedsReason):
        await actions.change_company(company_id, change, by=market.operator, at=NOON)
    assert await held() == before
    why = replace(change, why="Became a company")
    await actions.change_company(company_id, why, by=market.operator, at=NOON)
    *_, entry = await register.changes_of_company(company_id)
    assert (entry.after["number"], entry.why) == (number, "Became a company")


def _is_bin(number: str) -> bool:
    try:
        parse_bin(number)
    except WrongCheckDigit:
        return False
    return True


async def test_people_of_a_retired_company_come_in_no_more_until_it_is_back(
    market: Market,
) -> None:
    key = await actions.open_visit(market.broker, data={}, old_key="", at=NOON)
    firm = market.broker.company_id
    assert [each.id for each in await repository.list_companies(CompanyKind.BROKER)] == [firm]
    await actions.retire_company(firm, why="Closed", by=market.operator, at=NOON)
    assert await visits.find_visit(key, at=NOON) is None
    assert await repository.find_person(market.broker.email) == (None, None)
    assert await repository.list_companies(CompanyKind.BROKER) == []
    with pytest.raises(RetiredAlready):
        await actions.retire_company(firm, why="Closed", by=market.operator, at=NOON)
    await actions.restore_company(firm, by=market.operator, at=NOON)
    reader, _ = await repository.find_person(market.broker.email)
    assert reader == market.broker
    kinds = [each.kind for each in await register.changes_of_company(firm)]
    assert kinds == [ChangeKind.RETIRED, ChangeKind.RESTORED]
    with pytest.raises(RetiredAlready):
        await actions.restore_company(firm, by=market.operator, at=NOON)


async def test_the_company_that_runs_the_market_stays(market: Market) -> None:
    with pytest.raises(OperatorStays):
        await actions.retire_company(
            market.operator.company_id, why="x", by=market.operator, at=NOON
        )


async def change_of(market: Market, **changes: object) -> PersonChange:
    reader = market.broker
    company = await repository.get_company(reader.company_id)
    fitting = PersonChange(
        name=reader.name,
        email=reader.email,
        role=reader.role,
        company_number=company.number,
        language=reader.language,
        version=1,
    )
    return replace(fitting, **changes)  # type: ignore[arg-type] # changes by name


async def test_a_person_is_changed_and_it_is_kept(market: Market) -> None:
    change = await change_of(market, name="Aliya", email="Aliya@firm.example", language="ru")
    await actions.change_person(market.broker.person_id, change, by=market.operator, at=NOON)
    standing = await register.get_registered_person(market.broker.person_id)
    assert (standing.reader.name, standing.reader.email, standing.version) == (
        "Aliya", "aliya@firm.example", 2
    )  # fmt: skip
    (entry,) = await register.changes_of_person(market.broker.person_id)
    assert entry.before == {
        "full_name": market.broker.name, "email": market.broker.email, "language": "en"
    }  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"email": "TAKEN"}, EmailTaken),
        ({"company_number": "0"}, NoSuchCompany),
        ({"role": Role.SELLER}, WrongCompany),
    ],
)
async def test_a_change_of_a_person_that_cannot_be_moves_nothing(
    market: Market, changes: dict[str, object], refusal: type[Exception]
) -> None:
    wanted = {k: market.kazakh.email if v == "TAKEN" else v for k, v in changes.items()}
    change = await change_of(market, **wanted)
    before = await held()
    with pytest.raises(refusal):
        await actions.change_person(market.broker.person_id, change, by=market.operator, at=NOON)
    assert await held() == before


async def test_the_last_operator_stays_one(market: Market) -> None:
    company = await repository.get_company(market.operator.company_id)
    change = await change_of(
        market,
        name=market.operator.name,
        email=market.operator.email,
        role=Role.DECLARANT,
        company_number=company.number,
    )
    with pytest.raises(LastOperator):
        await actions.change_person(market.operator.person_id, change, by=market.operator, at=NOON)


async def test_the_second_to_change_a_person_sees_the_role_by_its_name(market: Market) -> None:
    company = await repository.get_company(market.declarant.company_id)
    change = await change_of(
        market,
        name=market.declarant.name,
        email=market.declarant.email,
        role=Role.WAREHOUSE,
        company_number=company.number,
    )
    await actions.change_person(market.declarant.person_id, change, by=market.operator, at=NOON)
    with pytest.raises(ChangedMeanwhile) as refused:
        await actions.change_person(market.declarant.person_id, change, by=market.operator, at=NOON)
    text = refusal_text(refused.value)
    assert "Role: “Export declarant” became “Warehouse hand”" in text


async def test_blocking_is_kept_with_its_reason_and_counts_as_a_change(market: Market) -> None:
    key = await actions.open_visit(market.broker, data={}, old_key="", at=NOON)
    await actions.block_registered(
        market.broker.person_id, why="Left the firm", by=market.operator, at=NOON
    )
    assert await visits.find_visit(key, at=NOON) is None
    await actions.unblock_registered(market.broker.person_id, by=market.operator, at=NOON)
    entries = await register.changes_of_person(market.broker.person_id)
    assert [(each.kind, each.why, each.version) for each in entries] == [
        (ChangeKind.BLOCKED, "Left the firm", 2),
        (ChangeKind.UNBLOCKED, "", 3),
    ]


async def test_companies_and_people_are_found_by_what_is_known_of_them(market: Market) -> None:
    company = await repository.get_company(market.broker.company_id)
    for words in (company.name[1:5].upper(), company.number):
        page, count = await list_register(WantedCompanies(words=words, kind="broker"), Asked())
        assert ([each.id for each in page.items], count) == ([company.id], 1)
        found, _ = await list_persons(WantedPeople(words=words, role="broker"), Asked())
        assert [each.id for each in found.items] == [market.broker.person_id]
    retired, _ = await list_register(WantedCompanies(is_retired=True), Asked())
    assert retired.items == ()
    blocked, _ = await list_persons(WantedPeople(is_active=False), Asked())
    assert blocked.items == ()
    newest, count = await list_persons(WantedPeople(), Asked("newest"))
    assert [each.id for each in newest.items] == sorted(
        (each.id for each in newest.items), reverse=True
    )
    assert count == len(newest.items)
