"""Opening a shop of one's own: whole or not at all, once, and it says what it still lacks."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import msgspec
import pytest
from msgspec import structs

from app.accounts import actions as accounts
from app.accounts import repository
from app.accounts.person import BadEmail, Role
from app.accounts.tables import Company, OneTimeLink, Person
from app.countries.repository import list_buyers
from app.opening.actions import open_shop
from app.opening.readiness import CurrencyState, ShopState, needs_of
from app.opening.repository import read_state
from app.opening.shop import (
    NoBuyers,
    OperatorFacts,
    ShopFacts,
    ShopIsOpen,
    StaffMember,
    TooFewStaff,
    TwiceNamed,
)
from app.payments.lists import BankAccount, find_bank_account
from app.reference.tables import ReferenceRow
from customs.identifiers import WrongCheckDigit, WrongShape
from tests.app.orders.market import Market

NOON = datetime(2026, 11, 23, 6, tzinfo=UTC)
OPERATOR = StaffMember("Erlan", "erlan@firm.example", Role.OPERATOR)
RATES = StaffMember("Li", "li@firm.example", Role.RATES, "zh_Hans")
SHOP = ShopFacts(
    company=OperatorFacts(
        name="霍尔果斯商路有限公司",
        name_latin="Khorgos Road Co., Ltd.",
        uscc="91650106MADEM0011T",
        address="霍尔果斯市",
    ),
    staff=(OPERATOR, RATES),
    countries=("KZ",),
    accounts=(BankAccount("KZT", "Bank", "KZ86125KZT5004100100", "CASPKZKA"),),
)

pytestmark = pytest.mark.usefixtures("reference")


async def counts() -> tuple[int, ...]:
    tables = (Company, Person, OneTimeLink, ReferenceRow)
    return tuple([await table.count() for table in tables])


async def test_a_shop_opens_with_its_company_people_countries_and_accounts() -> None:
    invited = await open_shop(SHOP, at=NOON)
    operator = await repository.get_operator()
    assert (operator.name, operator.number) == ("霍尔果斯商路有限公司", "91650106MADEM0011T")
    assert [(each.reader.email, each.reader.role) for each in invited] == [
        ("erlan@firm.example", Role.OPERATOR),
        ("li@firm.example", Role.RATES),
    ]
    assert [country.code for country in list_buyers(on=NOON.date())] == ["KZ"]
    account = find_bank_account("KZT", on=NOON.date())
    assert account is not None
    assert account.swift == "CASPKZKA"
    link = await accounts.read_link(invited[1].link.key, at=NOON)
    assert (link.name, link.language) == ("Li", "zh_Hans")


async def test_without_a_choice_it_sells_to_every_country_that_is_known() -> None:
    known = list_buyers(on=NOON.date())
    await open_shop(structs.replace(SHOP, countries=(), accounts=()), at=NOON)
    assert list_buyers(on=NOON.date()) == known


def company(**changes: Any) -> dict[str, Any]:  # noqa: ANN401 -- fields by name
    return {"company": structs.replace(SHOP.company, **changes)}


REFUSED: dict[str, tuple[dict[str, Any], type[Exception]]] = {
    "a wrong check digit": (company(uscc="91650106MADEM0011A"), WrongCheckDigit),
    "a short code": (company(uscc="9165"), WrongShape),
    "a customs code of other signs": (company(customs_code="12"), WrongShape),
    "one person alone": ({"staff": (OPERATOR,)}, TooFewStaff),
    "no operator": ({"staff": (RATES, RATES)}, TwiceNamed),
    "nobody who lets people in": (
        {"staff": (RATES, structs.replace(RATES, email="b@firm.example"))},
        TooFewStaff,
    ),
    "a buyer among the staff": (
        {"staff": (OPERATOR, structs.replace(RATES, role=Role.IMPORTER))},
        TooFewStaff,
    ),
    "one e-mail in other letters": (
        {"staff": (OPERATOR, structs.replace(RATES, email="ERLAN@firm.example"))},
        TwiceNamed,
    ),
    "an e-mail that is none": ({"staff": (OPERATOR, structs.replace(RATES, email="li"))}, BadEmail),
    "a country that nobody buys from": ({"countries": ("KZ", "US")}, NoBuyers),
}


@pytest.mark.parametrize(("changes", "refusal"), REFUSED.values(), ids=REFUSED)
async def test_a_shop_that_cannot_be_opened_is_refused_by_name_and_nothing_is_kept(
    changes: dict[str, Any], refusal: type[Exception]
) -> None:
    before = await counts()
    with pytest.raises(refusal):
        await open_shop(structs.replace(SHOP, **changes), at=NOON)
    assert await counts() == before


async def test_a_shop_opens_once() -> None:
    await open_shop(SHOP, at=NOON)
    before = await counts()
    with pytest.raises(ShopIsOpen):
        await open_shop(SHOP, at=NOON)
    assert await counts() == before


async def test_of_two_who_open_it_at_once_one_does() -> None:
    others = tuple(structs.replace(each, email=f"b{each.email}") for each in SHOP.staff)
    other = structs.replace(
        SHOP, company=structs.replace(SHOP.company, uscc="91650402MADEM002X8"), staff=others
    )
    found = await asyncio.gather(
        open_shop(SHOP, at=NOON), open_shop(other, at=NOON), return_exceptions=True
    )
    assert sorted(type(each).__name__ for each in found) == ["ShopIsOpen", "list"]
    assert (await Company.count(), await Person.count()) == (1, 2)


def test_the_file_is_read_by_the_names_of_its_example() -> None:
    facts = msgspec.convert(
        {
            "company": {"name": "a", "name_latin": "a", "uscc": "1", "address": "a"},
            "staff": [{"name": "A", "email": "a@b.example", "role": "rates_admin"}],
        },
        ShopFacts,
    )
    assert facts.staff == (StaffMember("A", "a@b.example", Role.RATES, "ru"),)


READY = ShopState(
    people={Role.OPERATOR: 2, Role.RATES: 2, Role.WAREHOUSE: 1, Role.DECLARANT: 1},
    currencies=(CurrencyState("KZT", has_rate=True, has_terms=True, has_account=True),),
    has_month_rates=True,
    has_customs_code=True,
    malls=1,
    goods=1,
    without_code=0,
    lots=1,
)


def test_a_shop_that_has_everything_is_ready() -> None:
    assert [need.code for need in needs_of(READY) if not need.is_met] == []


LACKING: dict[str, tuple[dict[str, Any], list[str]]] = {
    "a second operator": ({"people": {**READY.people, Role.OPERATOR: 1}}, ["people.operator"]),
    "a second administrator": ({"people": {**READY.people, Role.RATES: 1}}, ["people.rates_admin"]),
    "hands": (
        {"people": {Role.OPERATOR: 2, Role.RATES: 2}},
        ["people.warehouse_hand", "people.declarant"],
    ),
    "money": (
        {"currencies": (CurrencyState("KGS", has_rate=False, has_terms=False, has_account=False),)},
        ["rate.KGS", "terms.KGS", "account.KGS"],
    ),
    "month rates": ({"has_month_rates": False}, ["month_rates"]),
    "a customs code": ({"has_customs_code": False}, ["customs_code"]),
    "goods": ({"malls": 0, "goods": 0, "lots": 0}, ["malls", "goods", "codes", "lots"]),
    "a code": ({"without_code": 1}, ["codes"]),
}


@pytest.mark.parametrize(("changes", "codes"), LACKING.values(), ids=LACKING)
def test_what_lacks_is_named(changes: dict[str, Any], codes: list[str]) -> None:
    needs = needs_of(replace(READY, **changes))
    assert [need.code for need in needs if not need.is_met] == codes


async def test_the_state_is_what_the_data_say(market: Market) -> None:
    state = await read_state(at=NOON)
    assert state.people[Role.OPERATOR] == 1
    assert (state.malls, state.goods, state.without_code, state.lots) == (0, 2, 2, 3)
    assert market.raisins
    by_currency = {each.currency: each for each in state.currencies}
    assert (by_currency["KZT"].has_rate, by_currency["KZT"].has_terms) == (True, True)
    assert (by_currency["UZS"].has_rate, by_currency["UZS"].has_account) == (False, False)


async def test_an_empty_shop_lacks_everything_but_its_first_people() -> None:
    await open_shop(SHOP, at=NOON)
    needs = needs_of(await read_state(at=NOON))
    assert [need.code for need in needs if need.is_met] == ["account.KZT"]
