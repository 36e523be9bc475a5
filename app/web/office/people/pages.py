"""Read model of a person's page."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.accounts import repository
from app.accounts.company import Company
from app.accounts.register import KeptChange
from app.accounts.repository import register
from app.accounts.repository.register import RegisteredPerson


@dataclass(frozen=True, slots=True)
class PersonPage:
    """A person with their company, and what was changed of them."""

    registered: RegisteredPerson
    company: Company
    changes: Sequence[KeptChange]


async def read_person_page(person_id: int) -> PersonPage:
    """Read a person; raises `NobodyThere`."""
    registered = await register.get_registered_person(person_id)
    return PersonPage(
        registered=registered,
        company=await repository.get_company(registered.reader.company_id),
        changes=await register.changes_of_person(person_id),
    )
