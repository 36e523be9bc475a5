"""People and companies: joining, signing in, and visits."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.accounts import actions, repository
from app.accounts.actions import Joining
from app.accounts.company import CompanyKnown
from app.accounts.password import check_password, hash_password
from app.accounts.person import EmailTaken, Reader, Role, WrongSignIn
from app.accounts.repository import visits
from app.accounts.session import ABSOLUTE, IDLE, hash_key
from app.accounts.tables import Company, Person, Session
from app.countries.country import CountryNotServed
from app.kit.throttle import TooManyTries
from customs.identifiers import WrongCheckDigit, WrongShape

NOON = datetime(2026, 11, 23, 6, tzinfo=UTC)
JOINING = Joining(
    country="KZ",
    company_name="ТОО «Проба»",
    number="970 740 000 838",
    address="Алматы, Абай 1",
    name="Айгерім",
    email="Aigerim@Proba.example",
    password="long enough 1",
    language="kk",
)


@pytest.fixture
async def reader(database: str) -> Reader:
    assert database
    return await actions.join(JOINING, at=NOON)


async def test_a_company_joins_with_its_first_person(reader: Reader) -> None:
    assert reader.role is Role.IMPORTER
    assert (reader.country, reader.language) == ("KZ", "kk")
    company = await repository.get_company(reader.company_id)
    assert (company.number, company.number_kind) == ("970740000838", "bin")
    assert company.slug == "kz-970740000838"


REFUSED = {
    "a mistyped digit": (replace(JOINING, number="970740000837"), WrongCheckDigit),
    "eleven digits": (replace(JOINING, number="97074000083"), WrongShape),
    "another country's number": (replace(JOINING, country="KG"), WrongShape),
    "a country we do not serve": (replace(JOINING, country="US"), CountryNotServed),
}


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize(("joining", "refusal"), REFUSED.values(), ids=REFUSED)
async def test_a_wrong_number_is_refused_and_nobody_is_kept(
    joining: Joining, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        await actions.join(joining, at=NOON)
    assert await Company.count() == await Person.count() == 0


async def test_a_known_company_or_e_mail_does_not_join_twice(reader: Reader) -> None:
    assert reader.company_id
    with pytest.raises(CompanyKnown):
        await actions.join(replace(JOINING, email="other@proba.example"), at=NOON)
    other = replace(JOINING, country="KG", number="01503199910123", email="AIGERIM@proba.example")
    with pytest.raises(EmailTaken):
        await actions.join(other, at=NOON)
    assert await Company.count() == await Person.count() == 1


async def sign_in(email: str, password: str, *, at: datetime = NOON) -> Reader:
    return await actions.sign_in(email, password, address="192.0.2.1", at=at)


async def test_the_right_password_signs_in_whatever_the_letters_of_the_e_mail(
    reader: Reader,
) -> None:
    assert await sign_in("AIGERIM@PROBA.EXAMPLE", "long enough 1") == reader


async def test_a_wrong_password_and_an_unknown_e_mail_are_refused_alike(reader: Reader) -> None:
    for email in (reader.email, "nobody@proba.example"):
        with pytest.raises(WrongSignIn) as refused:
            await sign_in(email, "guess")
        assert refused.value.fields == {}


async def test_who_was_shut_out_does_not_sign_in(reader: Reader) -> None:
    await Person.update({Person.active: False}).where(Person.id == reader.person_id)
    with pytest.raises(WrongSignIn):
        await sign_in(reader.email, "long enough 1")


async def test_a_guesser_is_slowed_and_the_right_one_comes_in_later(reader: Reader) -> None:
    for _ in range(10):
        with pytest.raises(WrongSignIn):
            await sign_in(reader.email, "guess")
    with pytest.raises(TooManyTries):
        await sign_in(reader.email, "long enough 1")
    later = NOON + timedelta(seconds=30)
    assert await sign_in(reader.email, "long enough 1", at=later) == reader


async def test_a_whole_office_signs_in_from_one_address(reader: Reader) -> None:
    for _ in range(15):
        assert await sign_in(reader.email, "long enough 1") == reader


async def test_a_visit_is_kept_by_the_hash_of_its_key_and_a_new_one_ends_the_old(
    reader: Reader,
) -> None:
    first = await actions.open_visit(None, data={"basket": 1}, old_key="", at=NOON)
    second = await actions.open_visit(reader, data={"basket": 1}, old_key=first, at=NOON)
    assert first != second
    rows = await Session.select(Session.key_hash)
    assert [bytes(row["key_hash"]) for row in rows] == [hash_key(second)]
    assert await visits.find_visit(first, at=NOON) is None
    visit = await visits.find_visit(second, at=NOON)
    assert visit is not None
    assert (visit.reader, visit.row.data) == (reader, {"basket": 1})


async def test_a_visit_ends_when_nobody_asks_and_at_the_latest_after_two_weeks(
    reader: Reader,
) -> None:
    key = await actions.open_visit(reader, data={}, old_key="", at=NOON)
    assert await visits.find_visit(key, at=NOON + IDLE - timedelta(seconds=1))
    assert await visits.find_visit(key, at=NOON + IDLE) is None
    seen = NOON
    while seen < NOON + ABSOLUTE - IDLE:
        found = await visits.find_visit(key, at=seen)
        assert found is not None
        await visits.touch_visit(found.row, at=seen)
        seen += IDLE / 2
    assert await visits.find_visit(key, at=NOON + ABSOLUTE) is None
    await visits.drop_ended_visits(at=NOON + ABSOLUTE)
    assert await Session.count() == 0


async def test_signing_out_ends_the_visit(reader: Reader) -> None:
    key = await actions.open_visit(reader, data={}, old_key="", at=NOON)
    await actions.sign_out(key)
    assert await visits.find_visit(key, at=NOON) is None


async def test_a_password_is_kept_as_argon2_and_checked_against_it() -> None:
    hashed = await hash_password("long enough 1")
    assert hashed.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert await check_password(hashed, "long enough 1")
    assert not await check_password(hashed, "long enough 2")
    assert not await check_password(None, "long enough 1")


@pytest.mark.usefixtures("database")
async def test_a_company_of_a_country_that_is_not_served_is_refused_by_name() -> None:
    with pytest.raises(CountryNotServed, match="companies from CN"):
        await actions.join(replace(JOINING, country="CN"), at=NOON)
    assert await Company.count() == 0
