"""Parties and addresses as the register's structures write them."""

from customs.eaeu.party import Address, TaxIdKind, TradeParty
from customs.eaeu.register.elements import country
from customs.eaeu.register.formats import leaf
from customs.xml import node


def party(name: str, who: TradeParty | None, *more: str) -> str:
    """Return the element of a party, with only `more` when none is stated."""
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


def numbers(who: TradeParty) -> str:
    """Return the number under which the state has registered a company or a person."""
    if who.number_kind is TaxIdKind.IIN:
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


def same_as_declarant(who: TradeParty | None) -> str:
    """Return the flag that a party is the declarant, when none is stated."""
    return leaf("casdo:EqualIndicator", None if who else True)
