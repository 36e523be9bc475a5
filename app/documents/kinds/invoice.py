"""The commercial invoice of one consignment, in Chinese and Russian."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Final

from moneyed import Money

from app.declarations.due import Format
from app.declarations.snapshot import Consignment, LoadSnapshot, SoldLine
from app.documents import figures
from app.documents.kind import FIRST_DAY, TRADE, Issue, PaperKind, PrintSheet
from app.documents.names import Pair, unit
from app.documents.trade import (
    PackedTotals,
    TradeHead,
    check_packed,
    goods_name,
    packed_totals,
    quantities,
    trade_head,
)
from app.kit.i18n import N_
from app.kit.refusal import Refusal


class LineDoesNotMultiply(Refusal):
    """A line's total is not its quantity times its unit price."""

    code = "paper.line_does_not_multiply"
    sentence = N_("Line %(position)s (%(sku)s): %(quantity)s × %(unit_price)s is not %(total)s.")


class InvoiceCurrencyMismatch(Refusal):
    """A line is in another currency than its invoice."""

    code = "paper.other_currency"
    sentence = N_("Line %(position)s (%(sku)s) is in %(found)s, the invoice in %(wanted)s.")


@dataclass(frozen=True, slots=True)
class InvoiceLine:
    """One line of the invoice."""

    position: str
    sku: str
    name: Pair
    china_code: str
    eaeu_code: str
    quantity: str
    unit: Pair
    unit_price: str
    total: str


@dataclass(frozen=True, slots=True)
class InvoicePaper:
    """The template's context; the exporter issues it, numbered and versioned."""

    head: TradeHead
    currency: str
    lines: tuple[InvoiceLine, ...]
    quantities: tuple[tuple[str, Pair], ...]
    total: str
    packed: PackedTotals


def invoice_paper(
    load: LoadSnapshot, consignment: Consignment, *, issued_on: date, version: int
) -> InvoicePaper:
    """Return the context of the invoice; totals are the sums of its lines.

    Raises `LineNotPacked`, `LineDoesNotMultiply`, `InvoiceCurrencyMismatch`, `GoodsNotNamed`,
    `NoNameOnPapers`.
    """
    check_packed(consignment)
    for line in consignment.lines:
        _check_line(line, consignment.currency)
    counts: Counter[str] = Counter()
    for line in consignment.lines:
        counts[line.unit] += line.quantity
    total = sum((line.total for line in consignment.lines), Money(0, consignment.currency))
    return InvoicePaper(
        head=trade_head(load, consignment, issued_on=issued_on, version=version),
        currency=consignment.currency,
        lines=tuple(map(_line, consignment.lines)),
        quantities=quantities(counts),
        total=figures.money(total),
        packed=packed_totals(consignment.cartons),
    )


def _check_line(line: SoldLine, currency: str) -> None:
    found = line.total.currency.code
    if found != currency:
        raise InvoiceCurrencyMismatch(
            position=line.position, sku=line.sku, found=found, wanted=currency
        )
    if line.unit_price * line.quantity != line.total:
        raise LineDoesNotMultiply(
            position=line.position,
            sku=line.sku,
            quantity=line.quantity,
            unit_price=figures.money(line.unit_price),
            total=figures.money(line.total),
        )


def _line(line: SoldLine) -> InvoiceLine:
    return InvoiceLine(
        position=str(line.position),
        sku=line.sku,
        name=goods_name(line),
        china_code=line.goods.china_code,
        eaeu_code=line.goods.eaeu_code,
        quantity=figures.whole(line.quantity),
        unit=unit(line.unit),
        unit_price=figures.amount(line.unit_price),
        total=figures.amount(line.total),
    )


def _sheet(issue: Issue) -> PrintSheet:
    paper = invoice_paper(
        issue.load, issue.consignment, issued_on=issue.on, version=issue.load.version
    )
    return PrintSheet("invoice", paper)


KIND: Final = PaperKind(
    code="invoice",
    label=N_("Commercial invoice"),
    format=Format.PDF,
    audience=TRADE,
    since=FIRST_DAY,
    make=_sheet,
)
