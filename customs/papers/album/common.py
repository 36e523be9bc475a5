"""Parties, addresses and documents in the album's transport and commercial documents."""

from typing import Final

from customs.eaeu.album.parties import features
from customs.eaeu.goods import Document
from customs.eaeu.party import Address, TradeParty
from customs.papers.album.formats import leaf, required
from customs.xml import node

CATALOG: Final = {"cat_ru": "urn:customs.ru:CommonAggregateTypes:5.22.0"}


def party(name: str, who: TradeParty, *more: str) -> str:
    """Return a party with its number and address."""
    return node(
        name,
        required("cat_ru:OrganizationName", who.name),
        features(who),
        address("cat_ru:Address", who.address),
        *more,
    )


def address(name: str, where: Address) -> str:
    return node(name, *located(where))


def located(where: Address) -> tuple[str, ...]:
    """Return the parts of an address."""
    return (
        leaf("cat_ru:PostalCode", where.postal_code),
        leaf("cat_ru:CountryCode", where.country),
        leaf("cat_ru:Region", where.region),
        leaf("cat_ru:City", where.town),
        leaf("cat_ru:StreetHouse", where.street),
    )


def paper(name: str, shown: Document, *more: str) -> str:
    """Return a document by name, number and day."""
    return node(
        name,
        leaf("cat_ru:PrDocumentName", shown.name),
        leaf("cat_ru:PrDocumentNumber", shown.number),
        leaf("cat_ru:PrDocumentDate", shown.issued_on),
        *more,
    )
