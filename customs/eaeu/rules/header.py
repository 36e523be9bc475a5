"""Rules about the header of the goods declaration."""

import re
from collections.abc import Iterator
from typing import Final

from customs import identifiers
from customs.eaeu.declaration import GOODS_MOST, GoodsDeclaration, Transport
from customs.eaeu.party import Address, TaxIdKind, TradeParty
from customs.eaeu.rules.book import DECLARATION, FORM, FORMAT, SINCE
from customs.refusal import CustomsRefusal
from customs.rules import Place, header_if
from customs.valuation.incoterms import INCOTERMS

OFFICE_DIGITS: Final = (2, 5, 8)
_COUNTRY: Final = re.compile(r"[A-Z]{2}")
_NUMBERS: Final = {
    TaxIdKind.BIN: identifiers.parse_bin,
    TaxIdKind.IIN: identifiers.parse_iin,
    TaxIdKind.KG_INN: identifiers.parse_kg_inn,
}
_POST_CODE: Final = re.compile(r"[A-Z0-9][A-Z0-9 -]{1,7}[A-Z0-9]")
_ADDRESS_MOST: Final = 120
_PLATE_MOST: Final = 40
_NAME_MOST: Final = 150
_PLACE_MOST: Final = 50


@DECLARATION.rule(
    "E1",
    "A declaration has from 1 to 999 goods, numbered from 1 without gaps (boxes 5 and 32).",
    source=FORM,
    since=SINCE,
    blocks=True,
)
def goods_are_numbered(declaration: GoodsDeclaration) -> Iterator[Place]:
    """Check boxes 5 and 32."""
    numbers = [good.number for good in declaration.goods]
    counts = 1 <= len(numbers) <= GOODS_MOST
    return header_if(not counts or numbers != list(range(1, len(numbers) + 1)))


@DECLARATION.rule(
    "E2",
    "The declarant is a company or person of the country of release, by a right number (box 14).",
    source="Customs Code of the EAEU, article 83; " + FORM,
    since=SINCE,
)
def declarant_is_known(declaration: GoodsDeclaration) -> Iterator[Place]:
    """Check box 14."""
    who = declaration.declarant
    return header_if(who.address.country != declaration.country or not _has_number(who))


def _has_number(who: TradeParty) -> bool:
    if who.number_kind is TaxIdKind.FOREIGN:
        return False
    try:
        _NUMBERS[who.number_kind](who.number)
    except CustomsRefusal:
        return False
    return True


@DECLARATION.rule(
    "E3", "Every country is given by the two letters of its code.", source=FORMAT, since=SINCE
)
def countries_have_codes(declaration: GoodsDeclaration) -> Iterator[Place]:
    """Check boxes 2, 8, 9, 11, 14, 15, 17, 18, 21 and 30."""
    countries = [
        declaration.country,
        declaration.trading_country,
        declaration.dispatch_country,
        declaration.destination_country,
        *(who.address.country for who in _parties(declaration)),
        *(vehicle.country for by in _transports(declaration) for vehicle in by.vehicles),
    ]
    if declaration.place is not None:
        countries.append(declaration.place.country)
    return header_if(not all(map(_COUNTRY.fullmatch, countries)))


def _parties(declaration: GoodsDeclaration) -> list[TradeParty]:
    stated = (
        declaration.consignor,
        declaration.consignee,
        declaration.financially_responsible,
        declaration.declarant,
    )
    return [who for who in stated if who is not None]


def _transports(declaration: GoodsDeclaration) -> list[Transport]:
    stated = (declaration.arrival, declaration.border)
    return [by for by in stated if by is not None]


@DECLARATION.rule(
    "E4",
    "A customs office has 2, 5 or 8 digits; one that is not known stays blank (boxes 29 and 30).",
    source=FORMAT,
    since=SINCE,
    blocks=True,
)
def offices_have_their_digits(declaration: GoodsDeclaration) -> Iterator[Place]:
    """Check boxes 29 and 30."""
    offices = [declaration.border_office]
    if declaration.place is not None:
        offices.append(declaration.place.customs_office)
    stated = filter(None, offices)
    return header_if(not all(identifiers.is_digits(office, *OFFICE_DIGITS) for office in stated))


@DECLARATION.rule(
    "E5",
    "The delivery term is one of Incoterms 2020, with a place of at most 50 letters (box 20).",
    source=FORM,
    since=SINCE,
)
def term_is_known(declaration: GoodsDeclaration) -> Iterator[Place]:
    """Check box 20."""
    terms = declaration.terms
    return header_if(terms.code not in INCOTERMS or not 1 <= len(terms.place) <= _PLACE_MOST)


@DECLARATION.rule(
    "E6",
    "Means of transport are given by their plates, of at most 40 letters (boxes 18 and 21).",
    source=FORM,
    since=SINCE,
)
def transport_is_named(declaration: GoodsDeclaration) -> Iterator[Place]:
    """Check boxes 18 and 21."""
    return header_if(not all(map(_is_named, _transports(declaration))))


def _is_named(by: Transport) -> bool:
    plates = [vehicle.plate for vehicle in by.vehicles]
    return bool(plates) and all(1 <= len(plate) <= _PLATE_MOST for plate in plates)


@DECLARATION.rule(
    "E7",
    "Containers are named when there are any, and only then (box 19 and box 31, element 3).",
    source=FORM,
    since=SINCE,
)
def containers_agree(declaration: GoodsDeclaration) -> Iterator[Place]:
    """Check box 19 against box 31."""
    named = any(good.containers for good in declaration.goods)
    return header_if(named != declaration.is_in_containers)


@DECLARATION.rule(
    "E8",
    "A party's name has from 1 to 150 letters (boxes 2, 8, 9 and 14).",
    source=FORMAT,
    since=SINCE,
    blocks=True,
)
def names_fit(declaration: GoodsDeclaration) -> Iterator[Place]:
    """Check boxes 2, 8, 9 and 14."""
    names = [who.name for who in _parties(declaration)]
    return header_if(not all(1 <= len(name) <= _NAME_MOST for name in names))


@DECLARATION.rule(
    "E9",
    "A post code has from 3 to 9 Latin letters and digits; a region, a town and a street have at"
    " most 120 letters (boxes 2, 8, 9 and 14).",
    source=FORMAT,
    since=SINCE,
    blocks=True,
)
def addresses_fit(declaration: GoodsDeclaration) -> Iterator[Place]:
    """Check boxes 2, 8, 9 and 14."""
    return header_if(not all(_is_address(who.address) for who in _parties(declaration)))


def _is_address(where: Address) -> bool:
    is_code = not where.postal_code or _POST_CODE.fullmatch(where.postal_code) is not None
    return is_code and all(
        len(part) <= _ADDRESS_MOST for part in (where.region, where.town, where.street)
    )


@DECLARATION.rule(
    "E10",
    "A customs representative is named by the number in the register and the contract with the"
    " declarant (box 54).",
    source=FORM,
    since=SINCE,
    blocks=True,
)
def representative_is_named(declaration: GoodsDeclaration) -> Iterator[Place]:
    """Check box 54."""
    by = declaration.representative
    return header_if(by is not None and not (by.register_number and by.contract.number))
