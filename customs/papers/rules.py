"""What is asked of papers that travel with goods: W road, R rail, V invoice, K packing list."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final

from customs.eaeu.party import Address
from customs.identifiers import is_digits
from customs.papers.cmr import RoadWaybill
from customs.papers.smgs import RailWaybill
from customs.papers.trade import Invoice, PackingList
from customs.refusal import N_
from customs.rounding import MASS_DECIMALS, MONEY_DECIMALS, half_up, has_decimals, is_figure
from customs.rules import Place, RuleBook
from customs.valuation.terms import TERMS

ROAD: Final[RuleBook[RoadWaybill]] = RuleBook()
RAIL: Final[RuleBook[RailWaybill]] = RuleBook()
INVOICE: Final[RuleBook[Invoice]] = RuleBook()
PACKING: Final[RuleBook[PackingList]] = RuleBook()

_HEADER: Final[Place] = N_("header")
_SINCE: Final = date(2022, 1, 1)
_ALBUM: Final = "Album of formats 5.23.0"
_CMR: Final = "Convention on the Contract for the Carriage of Goods by Road, article 6"
_SMGS: Final = "Agreement on International Railway Freight Traffic, waybill"
_PRACTICE: Final = "What preliminary information and brokers compare"
_PLATE_MOST: Final = 13
_CITY_MOST: Final = 35
_STREET_MOST: Final = 50
_GNG_DIGITS: Final = 8
_CODE_DIGITS: Final = range(4, 11)


def _fits(where: Address) -> bool:
    return len(where.town) <= _CITY_MOST and len(where.street) <= _STREET_MOST


def _is_weight(kilograms: Decimal) -> bool:
    return has_decimals(kilograms, MASS_DECIMALS) and kilograms > 0


def _are_weights(net_kg: Decimal, gross_kg: Decimal) -> bool:
    return _is_weight(net_kg) and _is_weight(gross_kg) and net_kg <= gross_kg


@ROAD.rule(
    "W1",
    "The tractor's plate is given, and no plate has more than 13 letters (box 25).",
    source=f"{_CMR}; {_ALBUM}",
    since=_SINCE,
)
def plates_are_given(waybill: RoadWaybill) -> Iterator[Place]:
    """Will check box 25."""
    if not 1 <= len(waybill.tractor) <= _PLATE_MOST or len(waybill.trailer) > _PLATE_MOST:
        yield _HEADER


@ROAD.rule(
    "W2",
    "Every kind of goods has packages and a gross weight above zero (boxes 7 and 11).",
    source=_CMR,
    since=_SINCE,
    blocks=True,
)
def road_goods_are_weighed(waybill: RoadWaybill) -> Iterator[Place]:
    """Will check boxes 7 and 11."""
    for each in waybill.goods:
        if not _is_weight(each.gross_kg) or each.packages.count < 0:
            yield str(each.number)


@ROAD.rule(
    "W3",
    "A statistical number has 4 to 10 digits; one that is not known stays blank (box 10).",
    source=_ALBUM,
    since=_SINCE,
    blocks=True,
)
def road_codes_are_digits(waybill: RoadWaybill) -> Iterator[Place]:
    """Will check box 10."""
    for each in waybill.goods:
        if each.code and not is_digits(each.code, *_CODE_DIGITS):
            yield str(each.number)


@ROAD.rule(
    "W4",
    "A town has at most 35 letters, a street at most 50.",
    source=_ALBUM,
    since=_SINCE,
    blocks=True,
)
def road_addresses_fit(waybill: RoadWaybill) -> Iterator[Place]:
    """Will check all addresses."""
    parties = (waybill.sender, waybill.consignee, waybill.carrier)
    addresses = [who.address for who in parties] + [waybill.delivery_place, waybill.taken_at]
    if not all(map(_fits, addresses)):
        yield _HEADER


@RAIL.rule(
    "R1",
    "The list's number has eight digits; one that is not known stays blank (box 15).",
    source=_SMGS,
    since=_SINCE,
    blocks=True,
)
def gng_has_eight_digits(waybill: RailWaybill) -> Iterator[Place]:
    """Will check box 15."""
    for each in waybill.goods:
        if each.gng and not is_digits(each.gng, _GNG_DIGITS):
            yield str(each.number)


@RAIL.rule(
    "R2",
    "Goods lie in a wagon of the waybill, with a mass above zero (boxes 7, 17 and 18).",
    source=_SMGS,
    since=_SINCE,
    blocks=True,
)
def rail_goods_have_their_wagon(waybill: RailWaybill) -> Iterator[Place]:
    """Will check boxes 7, 17 and 18."""
    wagons = {wagon.number for wagon in waybill.wagons}
    for each in waybill.goods:
        if not _is_weight(each.gross_kg) or each.packages < 0 or each.wagon not in wagons:
            yield str(each.number)


@RAIL.rule(
    "R3",
    "Carriers follow each other from the station of departure to that of destination (box 22).",
    source=_SMGS,
    since=_SINCE,
)
def carriers_follow_each_other(waybill: RailWaybill) -> Iterator[Place]:
    """Will check box 22."""
    stops = [waybill.departure]
    ends = [carrier.destination for carrier in waybill.carriers]
    starts = [carrier.origin for carrier in waybill.carriers]
    if not starts or starts != stops + ends[:-1] or ends[-1] != waybill.destination:
        yield _HEADER


@INVOICE.rule(
    "V1",
    "A line's total is its price by its quantity, settled to two decimals.",
    source=_PRACTICE,
    since=_SINCE,
    blocks=True,
)
def lines_multiply(invoice: Invoice) -> Iterator[Place]:
    """Will check every line's total."""
    for number, line in enumerate(invoice.lines, start=1):
        exact = line.price.amount * line.quantity
        if not is_figure(exact) or half_up(exact, MONEY_DECIMALS) != line.total.amount:
            yield str(number)


@INVOICE.rule(
    "V2",
    "All sums are in one currency.",
    source=_PRACTICE,
    since=_SINCE,
    blocks=True,
)
def invoice_has_one_currency(invoice: Invoice) -> Iterator[Place]:
    """Will check the currencies."""
    sums = [each for line in invoice.lines for each in (line.price, line.total)]
    sums += [each for each in (invoice.freight, invoice.insurance) if each is not None]
    if len({each.currency for each in sums}) > 1:
        yield _HEADER


@INVOICE.rule(
    "V3",
    "The delivery term is one of Incoterms 2020, with its place.",
    source=_PRACTICE,
    since=_SINCE,
)
def invoice_term_is_known(invoice: Invoice) -> Iterator[Place]:
    """Will check the delivery term."""
    if invoice.terms.code not in TERMS or not invoice.terms.place:
        yield _HEADER


@INVOICE.rule(
    "V4",
    "Net weight is above zero and at most the gross weight.",
    source=_PRACTICE,
    since=_SINCE,
    blocks=True,
)
def invoice_is_weighed(invoice: Invoice) -> Iterator[Place]:
    """Will check weights."""
    for number, line in enumerate(invoice.lines, start=1):
        if not _are_weights(line.net_kg, line.gross_kg):
            yield str(number)


@PACKING.rule(
    "K1",
    "Net weight is above zero and at most the gross weight, and there are packages.",
    source=_PRACTICE,
    since=_SINCE,
    blocks=True,
)
def packed_goods_are_weighed(listed: PackingList) -> Iterator[Place]:
    """Will check weights and packages."""
    for number, each in enumerate(listed.goods, start=1):
        if not _are_weights(each.net_kg, each.gross_kg) or each.packages.count < 0:
            yield str(number)


@ROAD.rule(
    "W5",
    "There are goods.",
    source=_PRACTICE,
    since=_SINCE,
    blocks=True,
)
def road_has_goods(waybill: RoadWaybill) -> Iterator[Place]:
    """Will check that the paper is of something."""
    if not waybill.goods:
        yield _HEADER


@RAIL.rule(
    "R4",
    "There are goods, and carriers from station to station.",
    source=_PRACTICE,
    since=_SINCE,
    blocks=True,
)
def rail_has_goods(waybill: RailWaybill) -> Iterator[Place]:
    """Will check that the paper is of something."""
    if not waybill.goods or not waybill.carriers:
        yield _HEADER


@INVOICE.rule(
    "V5",
    "There are goods.",
    source=_PRACTICE,
    since=_SINCE,
    blocks=True,
)
def invoice_has_lines(invoice: Invoice) -> Iterator[Place]:
    """Will check that the paper is of something."""
    if not invoice.lines:
        yield _HEADER


@PACKING.rule(
    "K2",
    "There are goods.",
    source=_PRACTICE,
    since=_SINCE,
    blocks=True,
)
def packing_list_has_goods(listed: PackingList) -> Iterator[Place]:
    """Will check that the paper is of something."""
    if not listed.goods:
        yield _HEADER


@INVOICE.rule(
    "V6",
    "Sums have two decimals, and freight and insurance are not below zero.",
    source=_ALBUM,
    since=_SINCE,
    blocks=True,
)
def invoice_sums_fit(invoice: Invoice) -> Iterator[Place]:
    """Will check every sum."""
    apart = [each.amount for each in (invoice.freight, invoice.insurance) if each is not None]
    sums = [*apart, *(line.total.amount for line in invoice.lines)]
    if not all(has_decimals(each, MONEY_DECIMALS) for each in sums) or any(
        each < 0 for each in apart
    ):
        yield _HEADER
