"""Companies on trade papers."""

from dataclasses import dataclass
from datetime import date

from app.countries.repository import get_country
from app.declarations.snapshot import ShipmentParty
from app.documents.names import Pair


@dataclass(frozen=True, slots=True)
class PrintedParty:
    """A company as text for the templates."""

    name: str
    name_latin: str
    """Empty when it is the same as `name`."""
    address: str
    country: Pair
    number_name: Pair
    number: str
    customs_code: str


def printed_party(party: ShipmentParty, *, on: date) -> PrintedParty:
    """Return a company as printed on papers of the day.

    Raises `NoRow` for an unknown country, `UnknownNumber` for one without a company number.
    """
    country = get_country(party.country, on=on)
    number = country.company_number.paper
    return PrintedParty(
        name=party.name,
        name_latin="" if party.name_latin == party.name else party.name_latin,
        address=party.address,
        country=Pair(country.paper_names.zh, country.paper_names.ru),
        number_name=Pair(number.zh, number.ru),
        number=party.number,
        customs_code=party.customs_code,
    )
