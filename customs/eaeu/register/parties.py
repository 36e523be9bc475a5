"""Parties and addresses as the register's structures write them."""

from customs.eaeu.party import Address, NumberKind, Party
from customs.eaeu.register.leaves import country
from customs.xml import leaf, node


def party(name: str, who: Party | None, *more: str) -> str:
    """Will give a party's element; only `more` when it is not stated."""
    if who is None:
        return node(name, *more)
    is_person = who.number_kind is NumberKind.IIN
    return node(
        name,
        country("csdo:UnifiedCountryCode", who.address.country),
        leaf("csdo:SubjectName", who.name),
        leaf("csdo:TaxpayerId", "" if is_person else who.number),
        leaf("casdo:PersonId", who.number if is_person else ""),
        _address(who.address),
        *more,
    )


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
