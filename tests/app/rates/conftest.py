"""The people of the rates desk, in a real database."""

from datetime import UTC, datetime

import pytest

from app.accounts.person import Reader, Role
from app.accounts.tables import Company, Person

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture
async def administrator(database: str) -> Reader:
    """Li Na, who minds the rates."""
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
    person = Person(
        email="rates@keruen.example",
        name="Li Na",
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
