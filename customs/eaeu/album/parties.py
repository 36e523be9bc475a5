"""Parties and addresses as the album writes them."""

from customs.eaeu.album.formats import leaf
from customs.eaeu.party import Address, TaxIdKind, TradeParty
from customs.xml import node


def party(name: str, who: TradeParty | None, *more: str) -> str:
    """Return the element of a party, with only `more` when none is stated."""
    if who is None:
        return node(name, *more)
    return node(
        name,
        leaf("cat_ru:OrganizationName", who.name),
        features(who),
        leaf("RUScat_ru:CountryA2Code", who.address.country),
        _address(who.address),
        *more,
    )


def features(who: TradeParty, prefix: str = "cat_ru") -> str:
    """Return the number under which the state has registered the party."""
    if who.number_kind is TaxIdKind.KG_INN:
        return node(
            f"{prefix}:KGOrganizationFeatures",
            leaf("cat_ru:KGINN", who.number),
            leaf("cat_ru:KGOKPO", who.okpo),
        )
    if who.number_kind is TaxIdKind.FOREIGN:
        return ""
    return node(f"{prefix}:RKOrganizationFeatures", leaf(f"cat_ru:{who.number_kind}", who.number))


def _address(where: Address) -> str:
    return node(
        "RUScat_ru:SubjectAddressDetails",
        leaf("RUScat_ru:AddressKindCode", "1"),
        leaf("RUScat_ru:PostalCode", where.postal_code),
        leaf("RUScat_ru:CountryCode", where.country),
        leaf("RUScat_ru:Region", where.region),
        leaf("RUScat_ru:Town", where.town),
        leaf("RUScat_ru:StreetHouse", where.street),
    )
