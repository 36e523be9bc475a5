"""One-time links: who was let in or has forgotten sets a password, once, in time."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from app.accounts import actions, repository
from app.accounts.company import CompanyFacts, CompanyKind, WrongCompany
from app.accounts.one_time_link import LIFETIMES, PASSWORD_LINKS, LinkPurpose, LinkSpent
from app.accounts.person import (
    BadEmail,
    EmailTaken,
    LastOperator,
    NoName,
    NoSuchPerson,
    PersonBlocked,
    PersonFacts,
    Reader,
    Role,
    WrongSignIn,
)
from app.accounts.repository import visits
from app.accounts.session import hash_key
from app.accounts.tables import OneTimeLink, Person, Session
from app.kit.tables import Letter
from app.kit.throttle import TooManyTries

NOON = datetime(2026, 11, 23, 6, tzinfo=UTC)
PASSWORD = "the caravan rests at noon"
SITE = "https://keruen.example"


@pytest.fixture
async def firm(database: str) -> int:
    assert database
    facts = CompanyFacts(
        slug="operator",
        kind=CompanyKind.OPERATOR,
        country="CN",
        name="Operator",
        name_latin="Operator",
        number="91650106MADEM0011T",
        number_kind="uscc",
        address="Urumqi",
    )
    return (await actions.add_company(facts, at=NOON)).id


def somebody(
    firm: int,
    email: str = "Erlan@firm.example",
    role: Role = Role.OPERATOR,
    name: str = "Erlan",
) -> PersonFacts:
    return PersonFacts(email=email, name=name, role=role, company_id=firm, language="ru")


async def sign_in(
    password: str, *, email: str = "erlan@firm.example", at: datetime = NOON
) -> Reader:
    return await actions.sign_in(email, password, address="192.0.2.1", at=at)


async def letters() -> list[tuple[str, str]]:
    rows = await Letter.select(Letter.to, Letter.body).order_by(Letter.id)
    return [(row["to"], row["body"]) for row in rows]


async def test_who_is_let_in_signs_in_with_nothing_before_a_password_is_set(firm: int) -> None:
    made = await actions.invite_person(somebody(firm), at=NOON)
    assert made.link.path == f"/ru/links/{made.link.key}"
    for guess in ("", PASSWORD):
        with pytest.raises(WrongSignIn):
            await sign_in(guess)
    link = await actions.set_password(made.link.key, PASSWORD, at=NOON)
    assert (link.email, link.purpose) == ("erlan@firm.example", LinkPurpose.INVITATION)
    assert (await sign_in(PASSWORD)).name == "Erlan"


async def test_only_the_hash_of_a_links_key_is_kept(firm: int) -> None:
    made = await actions.invite_person(somebody(firm), at=NOON)
    (row,) = await OneTimeLink.select()
    assert bytes(row["key_hash"]) == hash_key(made.link.key)
    assert made.link.key not in str(row)


REFUSED = {
    "an e-mail that is none": ({"email": "erlan"}, BadEmail),
    "an e-mail that no browser lets in": ({"email": "ерлан@firm.example"}, BadEmail),
    "a name of signs that nobody sees": ({"email": "b@firm.example", "name": " \u200b"}, NoName),
    "an e-mail that is taken": ({}, EmailTaken),
    "a role of other companies": ({"email": "b@firm.example", "role": Role.BROKER}, WrongCompany),
}


@pytest.mark.parametrize(("changes", "refusal"), REFUSED.values(), ids=REFUSED)
async def test_who_cannot_be_let_in_is_refused_by_name_and_nothing_is_kept(
    firm: int, changes: dict[str, object], refusal: type[Exception]
) -> None:
    await actions.invite_person(somebody(firm), at=NOON)
    with pytest.raises(refusal):
        await actions.invite_person(somebody(firm, **changes), at=NOON)  # type: ignore[arg-type]
    assert (await Person.count(), await OneTimeLink.count()) == (1, 1)


async def test_a_link_is_used_once(firm: int) -> None:
    made = await actions.invite_person(somebody(firm), at=NOON)
    await actions.set_password(made.link.key, PASSWORD, at=NOON)
    with pytest.raises(LinkSpent):
        await actions.set_password(made.link.key, "another password", at=NOON)
    with pytest.raises(LinkSpent):
        await actions.read_link(made.link.key, at=NOON)
    assert (await sign_in(PASSWORD)).name == "Erlan"


async def test_of_two_who_use_a_link_at_once_one_sets_the_password(firm: int) -> None:
    made = await actions.invite_person(somebody(firm), at=NOON)
    tried = [f"{PASSWORD} {number}" for number in range(4)]
    found = await asyncio.gather(
        *(actions.set_password(made.link.key, each, at=NOON) for each in tried),
        return_exceptions=True,
    )
    won = [each for each, came in zip(tried, found, strict=True) if not isinstance(came, Exception)]
    assert len(won) == 1
    assert [type(each) for each in found if isinstance(each, Exception)] == [LinkSpent] * 3
    assert (await sign_in(won[0])).name == "Erlan"


@pytest.mark.parametrize("purpose", PASSWORD_LINKS)
async def test_a_link_ends_with_its_time(firm: int, purpose: LinkPurpose) -> None:
    made = await actions.invite_person(somebody(firm), at=NOON)
    key = made.link.key
    if purpose is LinkPurpose.RESET:
        await actions.ask_reset("erlan@firm.example", address="a", site=SITE, at=NOON)
        key = (await letters())[-1][1].partition("/links/")[2].split()[0]
    end = NOON + LIFETIMES[purpose]
    assert (await actions.read_link(key, at=end - timedelta(seconds=1))).purpose is purpose
    with pytest.raises(LinkSpent):
        await actions.set_password(key, PASSWORD, at=end)


async def test_a_later_link_replaces_the_earlier_ones(firm: int) -> None:
    made = await actions.invite_person(somebody(firm), at=NOON)
    later = await actions.issue_link("ERLAN@firm.example", at=NOON)
    with pytest.raises(LinkSpent):
        await actions.read_link(made.link.key, at=NOON)
    assert (await actions.read_link(later.key, at=NOON)).name == "Erlan"
    with pytest.raises(NoSuchPerson):
        await actions.issue_link("nobody@firm.example", at=NOON)


async def test_setting_a_password_ends_every_visit_and_is_told_by_letter(firm: int) -> None:
    made = await actions.invite_person(somebody(firm), at=NOON)
    await actions.open_visit(made.reader, data={}, old_key="", at=NOON)
    await actions.set_password(made.link.key, PASSWORD, at=NOON)
    assert await Session.count() == 0
    ((to, body),) = await letters()
    assert to == "erlan@firm.example"
    assert "erlan@firm.example" in body


async def test_who_has_forgotten_gets_a_letter_and_nobody_else_learns_who_signs_in(
    firm: int,
) -> None:
    await actions.invite_person(somebody(firm), at=NOON)
    for email in ("Erlan@firm.example", "nobody@firm.example"):
        await actions.ask_reset(email, address="192.0.2.1", site=SITE, at=NOON)
    ((to, body),) = await letters()
    assert to == "erlan@firm.example"
    key = body.partition(f"{SITE}/ru/links/")[2].split()[0]
    assert (await actions.set_password(key, PASSWORD, at=NOON)).purpose is LinkPurpose.RESET


async def test_letters_to_one_address_are_few(firm: int) -> None:
    await actions.invite_person(somebody(firm), at=NOON)
    for turn in range(3):
        await actions.ask_reset("erlan@firm.example", address=f"{turn}", site=SITE, at=NOON)
    with pytest.raises(TooManyTries):
        await actions.ask_reset("erlan@firm.example", address="other", site=SITE, at=NOON)
    assert len(await letters()) == 3


async def test_who_is_blocked_comes_in_no_more_and_may_be_let_in_again(firm: int) -> None:
    await actions.invite_person(somebody(firm), at=NOON)
    made = await actions.invite_person(somebody(firm, "aidar@firm.example"), at=NOON)
    await actions.set_password(made.link.key, PASSWORD, at=NOON)
    link = await actions.issue_link("aidar@firm.example", at=NOON)
    key = await actions.open_visit(made.reader, data={}, old_key="", at=NOON)
    await actions.block_person("Aidar@firm.example", at=NOON)
    assert await visits.find_visit(key, at=NOON) is None
    with pytest.raises(LinkSpent):
        await actions.read_link(link.key, at=NOON)
    with pytest.raises(PersonBlocked):
        await actions.issue_link("aidar@firm.example", at=NOON)
    with pytest.raises(WrongSignIn):
        await sign_in(PASSWORD, email="aidar@firm.example")
    await actions.unblock_person("aidar@firm.example", at=NOON)
    assert (await sign_in(PASSWORD, email="aidar@firm.example")).name == "Erlan"


async def test_the_last_operator_is_not_blocked(firm: int) -> None:
    await actions.invite_person(somebody(firm), at=NOON)
    with pytest.raises(LastOperator):
        await actions.block_person("erlan@firm.example", at=NOON)
    assert [each.email for each in await repository.list_people(Role.OPERATOR)] == [
        "erlan@firm.example"
    ]


async def test_two_operators_who_block_each_other_at_once_leave_one(firm: int) -> None:
    emails = ["erlan@firm.example", "aidar@firm.example"]
    for email in emails:
        await actions.invite_person(somebody(firm, email), at=NOON)
    found = await asyncio.gather(
        *(actions.block_person(email, at=NOON) for email in emails), return_exceptions=True
    )
    assert sorted(type(each).__name__ for each in found) == ["LastOperator", "Reader"]
    assert len(await repository.list_people(Role.OPERATOR)) == 1


async def test_nobody_is_blocked_by_a_wrong_e_mail(firm: int) -> None:
    await actions.invite_person(somebody(firm), at=NOON)
    with pytest.raises(NoSuchPerson):
        await actions.block_person("nobody@firm.example", at=NOON)
