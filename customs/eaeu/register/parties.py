"""Parties and addresses as the register's structures write them."""

from customs.eaeu.party import Address, NumberKind, Party
from customs.eaeu.register.formats import leaf
from customs.eaeu.register.leaves import country
from customs.xml import node


def party(name: str, who: Party | None, *more: str) -> str:
    """Will give a party's element; only `more` when it is not stated."""
    if who is None:
        return node(name, *more)
    return node(
        name,
        country("csdo:UnifiedCountryCode", who.address.country),
        leaf("csdo:SubjectName", who.name),
        numbers(who),
        _address(who.address),
        *more,
    )


def numbers(who: Party) -> str:
    """Will give the number by which the party's state knows a company or a person."""
    if who.number_kind is NumberKind.IIN:
        return leaf("casdo:PersonId", who.number)
    return leaf("csdo:TaxpayerId", who.number)


def _address(where: Address) -> str:
    return node(
        "ccdo:SubjectAddressDetails",
        leaf("csdo:AddressKindCode", "1"),
        country("csdo:UnifiedCountryCode", where.country),
        leaf("csdo:RegionName", where.region),
        leaf("csdo:CityName", where.town),
        leaf("csdo:StreetName", where.street),
        leaf("csdo:PostCode", where.postal_code),
    )


def same_as_declarant(who: Party | None) -> str:
    """Will say that a party is the declarant, when none is stated."""
    return leaf("casdo:EqualIndicator", None if who else True)
