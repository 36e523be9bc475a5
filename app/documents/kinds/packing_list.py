"""The packing list of one consignment, carton by carton, lot by lot."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from app.declarations.due import Format
from app.declarations.snapshot import (
    Consignment,
    LoadSnapshot,
    PackedCarton,
    PackedItem,
    SoldLine,
)
from app.documents import figures
from app.documents.kind import FIRST_DAY, TRADE, Issue, PaperKind, PrintSheet
from app.documents.names import Pair, packing, unit
from app.documents.trade import (
    PackedTotals,
    TradeHead,
    check_packed,
    goods_name,
    packed_totals,
    trade_head,
)
from app.kit.i18n import N_
from app.kit.refusal import Refusal


class PackedNotSold(Refusal):
    """A carton holds pieces of a line that the order does not have."""

    code = "paper.packed_not_sold"
    sentence = N_("Carton %(carton)s holds line %(position)s, which the order does not have.")


class NetOverGross(Refusal):
    """A carton weighs less than what lies in it."""

    code = "paper.net_over_gross"
    sentence = N_("Carton %(carton)s weighs %(gross)s kg and holds %(net)s kg.")


@dataclass(frozen=True, slots=True)
class ListedItem:
    """An item in a carton: pieces of one line and one lot."""

    position: str
    name: Pair
    batch: str
    produced_on: str
    best_before: str
    """Empty for goods without a best-before date."""
    quantity: str
    unit: Pair
    net_kg: str


@dataclass(frozen=True, slots=True)
class ListedCarton:
    """One carton: its mark, its weight, its items."""

    mark: str
    packing: Pair
    gross_kg: str
    items: tuple[ListedItem, ...]


@dataclass(frozen=True, slots=True)
class ListedLine:
    """One line of the order over all its cartons."""

    position: str
    sku: str
    name: Pair
    batches: str
    cartons: str
    """The number of cartons with pieces of the line; a mixed carton counts for each line."""
    quantity: str
    unit: Pair
    net_kg: str


@dataclass(frozen=True, slots=True)
class PackingPaper:
    """The template's context."""

    head: TradeHead
    cartons: tuple[ListedCarton, ...]
    lines: tuple[ListedLine, ...]
    packed: PackedTotals


def packing_paper(
    load: LoadSnapshot, consignment: Consignment, *, issued_on: date, version: int
) -> PackingPaper:
    """Return the context of the packing list; totals are the sums of the cartons.

    Raises `LineNotPacked`, `PackedNotSold`, `NetOverGross`, `GoodsNotNamed`, `NoNameOnPapers`.
    """
    check_packed(consignment)
    lines = {line.position: line for line in consignment.lines}
    return PackingPaper(
        head=trade_head(load, consignment, issued_on=issued_on, version=version),
        cartons=tuple(_carton(carton, lines) for carton in consignment.cartons),
        lines=tuple(_line(line, consignment.cartons) for line in consignment.lines),
        packed=packed_totals(consignment.cartons),
    )


def _carton(carton: PackedCarton, lines: dict[int, SoldLine]) -> ListedCarton:
    if carton.net_g > carton.gross_g:
        raise NetOverGross(
            carton=carton.number,
            gross=figures.kilograms(carton.gross_g),
            net=figures.kilograms(carton.net_g),
        )
    for item in carton.items:
        if item.position not in lines:
            raise PackedNotSold(carton=carton.number, position=item.position)
    return ListedCarton(
        mark=carton.number,
        packing=packing(carton.packing),
        gross_kg=figures.kilograms(carton.gross_g),
        items=tuple(_item(item, lines[item.position]) for item in carton.items),
    )


def _item(item: PackedItem, line: SoldLine) -> ListedItem:
    return ListedItem(
        position=str(item.position),
        name=goods_name(line),
        batch=item.batch,
        produced_on=figures.day(item.produced_on),
        best_before=figures.day(item.best_before) if item.best_before else "",
        quantity=figures.whole(item.quantity),
        unit=unit(line.unit),
        net_kg=figures.kilograms(item.net_g),
    )


def _line(line: SoldLine, cartons: tuple[PackedCarton, ...]) -> ListedLine:
    found = [
        (carton.number, item)
        for carton in cartons
        for item in carton.items
        if item.position == line.position
    ]
    return ListedLine(
        position=str(line.position),
        sku=line.sku,
        name=goods_name(line),
        batches=", ".join(dict.fromkeys(item.batch for _, item in found)),
        cartons=figures.whole(len({number for number, _ in found})),
        quantity=figures.whole(sum(item.quantity for _, item in found)),
        unit=unit(line.unit),
        net_kg=figures.kilograms(sum(item.net_g for _, item in found)),
    )


def _sheet(issue: Issue) -> PrintSheet:
    paper = packing_paper(
        issue.load, issue.consignment, issued_on=issue.on, version=issue.load.version
    )
    return PrintSheet("packing_list", paper)


KIND: Final = PaperKind(
    code="packing_list",
    label=N_("Packing list"),
    format=Format.PDF,
    audience=TRADE,
    since=FIRST_DAY,
    make=_sheet,
)
