"""The common parts of the invoice and the packing list of one consignment."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Final

from app.declarations.snapshot import Consignment, LoadSnapshot, PackedCarton, SoldLine
from app.documents import figures
from app.documents.names import Pair, packing, unit
from app.documents.parties import PrintedParty, printed_party
from app.kit.i18n import N_
from app.kit.refusal import Refusal
from customs.china.shipping_marks import format_marks

ZH: Final = "zh_Hans"
RU: Final = "ru"


class GoodsNotNamed(Refusal):
    """A line has no name in a language of the paper."""

    code = "paper.goods_not_named"
    sentence = N_("Line %(position)s (%(sku)s) has no name in the language %(language)s.")


class LineNotPacked(Refusal):
    """The number of packed pieces of a line is not the number sold."""

    code = "paper.line_not_packed"
    sentence = N_(
        "Line %(position)s (%(sku)s): %(sold)s were sold and %(packed)s are packed in cartons."
    )


@dataclass(frozen=True, slots=True)
class TradeHead:
    """The head of a paper: its number, parties, terms and truck."""

    number: str
    version: str
    issued_on: str
    order_number: str
    contract_number: str
    contract_date: str
    load_number: str
    exporter: PrintedParty
    buyer: PrintedParty
    consignee: PrintedParty
    consignee_is_buyer: bool
    delivery_term: str
    delivery_place: str
    truck_plate: str
    trailer_plate: str


@dataclass(frozen=True, slots=True)
class PackedTotals:
    """The totals by the scale, the same on every paper of the consignment."""

    packages: str
    packings: tuple[tuple[str, Pair], ...]
    """The number of packages by kind."""
    net_kg: str
    gross_kg: str
    marks: str


def trade_head(
    load: LoadSnapshot, consignment: Consignment, *, issued_on: date, version: int
) -> TradeHead:
    """Return the head of a paper."""
    return TradeHead(
        number=consignment.invoice_number,
        version=str(version),
        issued_on=figures.day(issued_on),
        order_number=consignment.order_number,
        contract_number=consignment.contract_number,
        contract_date=figures.day(consignment.contract_date),
        load_number=load.load_number,
        exporter=printed_party(consignment.exporter, on=issued_on),
        buyer=printed_party(consignment.buyer, on=issued_on),
        consignee=printed_party(consignment.consignee, on=issued_on),
        consignee_is_buyer=consignment.consignee == consignment.buyer,
        delivery_term=consignment.delivery_term,
        delivery_place=consignment.delivery_place,
        truck_plate=load.truck_plate,
        trailer_plate=load.trailer_plate,
    )


def packed_totals(cartons: tuple[PackedCarton, ...]) -> PackedTotals:
    """Return the totals of the cartons."""
    kinds = Counter(carton.packing for carton in cartons)
    return PackedTotals(
        packages=figures.whole(len(cartons)),
        packings=tuple((figures.whole(kinds[code]), packing(code)) for code in sorted(kinds)),
        net_kg=figures.kilograms(sum(carton.net_g for carton in cartons)),
        gross_kg=figures.kilograms(sum(carton.gross_g for carton in cartons)),
        marks=format_marks(carton.number for carton in cartons),
    )


def goods_name(line: SoldLine) -> Pair:
    """Return the name of a line's goods in Chinese and Russian; raises `GoodsNotNamed`."""
    for language in (ZH, RU):
        if not line.names.get(language):
            raise GoodsNotNamed(position=line.position, sku=line.sku, language=language)
    return Pair(line.names[ZH], line.names[RU])


def quantities(counts: Counter[str]) -> tuple[tuple[str, Pair], ...]:
    """Format the quantities by unit, the smallest code first."""
    return tuple((figures.whole(counts[code]), unit(code)) for code in sorted(counts))


def check_packed(consignment: Consignment) -> None:
    """Raise `LineNotPacked` for the first line whose cartons hold another number of pieces."""
    packed: Counter[int] = Counter()
    for carton in consignment.cartons:
        for item in carton.items:
            packed[item.position] += item.quantity
    for line in consignment.lines:
        if packed[line.position] != line.quantity:
            raise LineNotPacked(
                position=line.position,
                sku=line.sku,
                sold=line.quantity,
                packed=packed[line.position],
            )
