"""Rules about road waybills (W)."""

from collections.abc import Iterator
from typing import Final

from customs.eaeu.party import Address
from customs.identifiers import is_digits
from customs.papers.cmr import RoadWaybill
from customs.papers.rules.book import ALBUM, PRACTICE, SINCE, is_weight
from customs.rules import Place, RuleBook, header_if

ROAD: Final[RuleBook[RoadWaybill]] = RuleBook()

_CMR: Final = "Convention on the Contract for the Carriage of Goods by Road, article 6"
_PLATE_MOST: Final = 13
_CITY_MOST: Final = 35
_STREET_MOST: Final = 50
_CODE_DIGITS: Final = range(4, 11)


@ROAD.rule(
    "W1",
    "The tractor's plate is given, and no plate has more than 13 letters (box 25).",
    source=f"{_CMR}; {ALBUM}",
    since=SINCE,
)
def plates_are_given(waybill: RoadWaybill) -> Iterator[Place]:
    """Check box 25."""
    return header_if(
        not 1 <= len(waybill.tractor) <= _PLATE_MOST or len(waybill.trailer) > _PLATE_MOST
    )


@ROAD.rule(
    "W2",
    "Every kind of goods has packages and a gross weight above zero (boxes 7 and 11).",
    source=_CMR,
    since=SINCE,
    blocks=True,
)
def road_goods_are_weighed(waybill: RoadWaybill) -> Iterator[Place]:
    """Check boxes 7 and 11."""
    for each in waybill.goods:
        if not is_weight(each.gross_kg) or each.packages.count < 0:
            yield str(each.number)


@ROAD.rule(
    "W3",
    "A statistical number has 4 to 10 digits; one that is not known stays blank (box 10).",
    source=ALBUM,
    since=SINCE,
    blocks=True,
)
def road_codes_are_digits(waybill: RoadWaybill) -> Iterator[Place]:
    """Check box 10."""
    for each in waybill.goods:
        if each.code and not is_digits(each.code, *_CODE_DIGITS):
            yield str(each.number)


@ROAD.rule(
    "W4",
    "A town has at most 35 letters, a street at most 50.",
    source=ALBUM,
    since=SINCE,
    blocks=True,
)
def road_addresses_fit(waybill: RoadWaybill) -> Iterator[Place]:
    parties = (waybill.sender, waybill.consignee, waybill.carrier)
    addresses = [who.address for who in parties] + [waybill.delivery_place, waybill.taken_at]
    return header_if(not all(map(_fits, addresses)))


def _fits(where: Address) -> bool:
    return len(where.town) <= _CITY_MOST and len(where.street) <= _STREET_MOST


@ROAD.rule(
    "W5",
    "There are goods.",
    source=PRACTICE,
    since=SINCE,
    blocks=True,
)
def road_has_goods(waybill: RoadWaybill) -> Iterator[Place]:
    return header_if(not waybill.goods)
