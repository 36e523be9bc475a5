"""Rules about rail waybills (R)."""

from collections.abc import Iterator
from typing import Final

from customs.identifiers import is_digits
from customs.papers.rules.book import PRACTICE, SINCE, is_weight
from customs.papers.smgs import RailWaybill
from customs.rules import Place, RuleBook, header_if

RAIL: Final[RuleBook[RailWaybill]] = RuleBook()

_SMGS: Final = "Agreement on International Railway Freight Traffic, waybill"
_GNG_DIGITS: Final = 8


@RAIL.rule(
    "R1",
    "The list's number has eight digits; one that is not known stays blank (box 15).",
    source=_SMGS,
    since=SINCE,
    blocks=True,
)
def gng_has_eight_digits(waybill: RailWaybill) -> Iterator[Place]:
    """Check box 15."""
    for each in waybill.goods:
        if each.gng and not is_digits(each.gng, _GNG_DIGITS):
            yield str(each.number)


@RAIL.rule(
    "R2",
    "Goods lie in a wagon of the waybill, with a mass above zero (boxes 7, 17 and 18).",
    source=_SMGS,
    since=SINCE,
    blocks=True,
)
def rail_goods_have_their_wagon(waybill: RailWaybill) -> Iterator[Place]:
    """Check boxes 7, 17 and 18."""
    wagons = {wagon.number for wagon in waybill.wagons}
    for each in waybill.goods:
        if not is_weight(each.gross_kg) or each.packages < 0 or each.wagon not in wagons:
            yield str(each.number)


@RAIL.rule(
    "R3",
    "Carriers follow each other from the station of departure to that of destination (box 22).",
    source=_SMGS,
    since=SINCE,
)
def carriers_follow_each_other(waybill: RailWaybill) -> Iterator[Place]:
    """Check box 22."""
    stops = [waybill.departure]
    ends = [carrier.destination for carrier in waybill.carriers]
    starts = [carrier.origin for carrier in waybill.carriers]
    return header_if(not starts or starts != stops + ends[:-1] or ends[-1] != waybill.destination)


@RAIL.rule(
    "R4",
    "There are goods, and carriers from station to station.",
    source=PRACTICE,
    since=SINCE,
    blocks=True,
)
def rail_has_goods(waybill: RailWaybill) -> Iterator[Place]:
    return header_if(not waybill.goods or not waybill.carriers)
