"""A company as trade papers print it."""

from dataclasses import dataclass

from app.declarations.snapshot import Party
from app.documents.names import Pair, company_number, country


@dataclass(frozen=True, slots=True)
class PrintedParty:
    """Words only: a template sets them one under the other."""

    name: str
    name_latin: str
    """Empty when it is the same as `name`."""
    address: str
    country: Pair
    number_name: Pair
    number: str
    customs_code: str


def printed_party(party: Party) -> PrintedParty:
    """Will put a company into words; raises `NoWordOnPapers` for a country papers do not know."""
    return PrintedParty(
        name=party.name,
        name_latin="" if party.name_latin == party.name else party.name_latin,
        address=party.address,
        country=country(party.country),
        number_name=company_number(party.country),
        number=party.number,
        customs_code=party.customs_code,
    )
