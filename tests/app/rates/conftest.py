"""The people of the rates desk, in a real database."""

from datetime import UTC, datetime

import pytest

from app.accounts.person import Reader, Role
from app.accounts.tables import Company, Person

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


async def keep_administrator(name: str, company: Company) -> Reader:
    person = Person(
        email=f"{name.split(maxsplit=1)[0].lower()}@keruen.example",
        name=name,
        password_hash="",
        role=Role.RATES.value,
        company=company.id,
        language="en",
        created_at=NOON,
    )
    await person.save()
    return Reader(
        person_id=person.id,
        name=person.name,
        email=person.email,
        role=Role.RATES,
        language="en",
        company_id=company.id,
        company=company.name,
        country="CN",
    )


@pytest.fixture
async def company(database: str) -> Company:
    assert database
    company = Company(
        slug="keruen",
        kind="operator",
        country="CN",
        name="克鲁恩",
        name_latin="Keruen",
        number="91650100MA0000000X",
        number_kind="uscc",
        address="Urumqi",
        created_at=NOON,
    )
    await company.save()
    return company


@pytest.fixture
async def administrator(company: Company) -> Reader:
    """Return Li Na, a rates administrator."""
    return await keep_administrator("Li Na", company)


@pytest.fixture
async def second(company: Company) -> Reader:
    """Return Marat, a second rates administrator."""
    return await keep_administrator("Marat Yusupov", company)
