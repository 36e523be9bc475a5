"""The printed draft of the export declaration (报关单), with every cell of the form."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from app.declarations.draft import draft_declaration
from app.declarations.due import Format
from app.documents import figures
from app.documents.kind import FIRST_DAY, TRADE, Issue, PaperKind, PrintSheet
from app.documents.names import packing, unit
from app.kit.i18n import N_
from customs import codes
from customs.china.charges import ChargeKind, HeaderCharge
from customs.china.declaration import (
    AttachedPermit,
    DeclarationLine,
    DomesticCompany,
    ExportDeclaration,
    Quantity,
)
from customs.china.rules import PRICE_DECIMALS
from customs.china.shipping_marks import format_marks
from customs.codes import CodeList
from customs.rounding import half_up, header_kg

TOTAL_DECIMALS: Final = 2


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the form: its label, the code in brackets beside it, the text under it."""

    label: str
    code: str
    text: str


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """One item in its three printed rows."""

    number: str
    code: str
    name: str
    elements: str
    quantities: tuple[str, str, str]
    """First statutory, second statutory, declared."""
    price: str
    total: str
    currency: str
    origin: tuple[str, str]
    """The country's name, and its code in brackets."""
    destination: tuple[str, str]
    domestic_source: str
    levy: tuple[str, str]


@dataclass(frozen=True, slots=True)
class DeclarationPaper:
    """The template's context."""

    number: str
    """Our own number of the draft; customs gives its own when it is lodged."""
    version: str
    printed_at: str
    load_number: str
    rows: tuple[tuple[Cell, ...], ...]
    lines: tuple[PrintedLine, ...]
    """The layout breaks the pages, because declared elements are short or long."""
    declarant: Cell


def declaration_paper(
    declaration: ExportDeclaration, *, number: str, load_number: str, version: int, printed_at: str
) -> DeclarationPaper:
    """Return the context of the draft. An unknown code stays blank.

    `printed_at` is the clock in China, as `figures.clock` writes it. Raises `NoNameOnPapers`.
    """
    return DeclarationPaper(
        number=number,
        version=str(version),
        printed_at=printed_at,
        load_number=load_number,
        rows=_rows(declaration),
        lines=tuple(_line(line, declaration.declared_on) for line in declaration.lines),
        declarant=_company("申报单位", declaration.consignor),
    )


def _rows(one: ExportDeclaration) -> tuple[tuple[Cell, ...], ...]:
    """Return the head, row by row as on the form."""
    on = one.declared_on
    return (
        (
            _company("境内发货人", one.consignor),
            Cell("出境关别", one.exit_customs, ""),
            Cell("出口日期", "", ""),
            Cell("申报日期", "", ""),
            Cell("备案号", "", one.handbook),
        ),
        (
            Cell("境外收货人", "", one.consignee),
            _coded("运输方式", codes.TRANSPORT_MODES, one.transport_mode, on),
            Cell("运输工具名称及航次号", "", f"{one.vehicle} {one.voyage}".strip()),
            Cell("提运单号", "", one.waybill),
        ),
        (
            _company("生产销售单位", one.producer),
            _coded("监管方式", codes.SUPERVISION_MODES, one.supervision_mode, on),
            _coded("征免性质", codes.LEVY_NATURES, one.levy_nature, on),
            Cell("许可证号", "", one.licence),
        ),
        (
            Cell("合同协议号", "", one.contract),
            _coded("贸易国（地区）", codes.COUNTRIES, one.trading_country, on),
            _coded("运抵国（地区）", codes.COUNTRIES, one.arrival_country, on),
            Cell("指运港", one.destination_port, ""),
            Cell("离境口岸", one.exit_port, ""),
        ),
        _weights(one),
        (Cell("随附单证及编号", "", "；".join((*map(_permit, one.permits), *one.documents))),),
        (Cell("标记唛码及备注", "", " ".join(filter(None, (format_marks(one.marks), one.note)))),),
    )


def _weights(one: ExportDeclaration) -> tuple[Cell, ...]:
    on = one.declared_on
    kinds = "，".join(packing(code).zh for code in (one.packing, *one.other_packings) if code)
    return (
        Cell("包装种类", one.packing, kinds),
        Cell("件数", "", str(one.packages)),
        Cell("毛重（千克）", "", plain(header_kg(one.gross_g))),
        Cell("净重（千克）", "", plain(header_kg(one.net_g))),
        _coded("成交方式", codes.TRANSACTION_MODES, one.delivery_group, on),
        _charge("运费", one, ChargeKind.FREIGHT),
        _charge("保费", one, ChargeKind.INSURANCE),
        _charge("杂费", one, ChargeKind.OTHER),
    )


def _charge(label: str, one: ExportDeclaration, kind: ChargeKind) -> Cell:
    """Format a charge as customs does: currency, figure, mark; a rate has no currency."""
    charges = (charge for charge in one.charges if charge.kind is kind)
    return Cell(label, "", "；".join(map(_figure, charges)))


def _figure(charge: HeaderCharge) -> str:
    figure = plain(charge.figure)
    return "/".join(filter(None, (charge.currency, figure, charge.mark.value)))


def _permit(permit: AttachedPermit) -> str:
    return f"{permit.letter}:{permit.number}"


def _coded(label: str, listed: CodeList, code: str, on: date) -> Cell:
    return Cell(label, code, _name(listed, code, on))


def _name(listed: CodeList, code: str, on: date) -> str:
    """Return the official name beside a code; empty where none is listed: the code is declared."""
    row = listed.find(code, on=on)
    return row.name_zh if row else ""


def _company(label: str, company: DomesticCompany | None) -> Cell:
    if company is None:
        return Cell(label, "", "")
    codes = " ".join(code for code in (company.social_code, company.customs_code) if code)
    return Cell(label, codes, company.name)


def _line(line: DeclarationLine, on: date) -> PrintedLine:
    currency = line.total.currency.code
    return PrintedLine(
        number=str(line.number),
        code=line.code,
        name=line.name,
        elements="|".join(line.elements),
        quantities=(
            _quantity(line.statutory_1),
            _quantity(line.statutory_2),
            _quantity(line.declared),
        ),
        price=f"{half_up(line.unit_price.amount, PRICE_DECIMALS)}",
        total=f"{half_up(line.total.amount, TOTAL_DECIMALS)}",
        currency=_name(codes.CURRENCIES, currency, on) or currency,
        origin=_named(line.origin, on),
        destination=_named(line.destination, on),
        domestic_source=line.domestic_source and f"({line.domestic_source})",
        levy=(_name(codes.LEVY_MODES, line.levy_mode, on), f"({line.levy_mode})"),
    )


def _named(country: str, on: date) -> tuple[str, str]:
    return _name(codes.COUNTRIES, country, on), f"({country})"


def _quantity(quantity: Quantity | None) -> str:
    return f"{plain(quantity.amount)}{unit(quantity.unit).zh}" if quantity else ""


def plain(amount: Decimal) -> str:
    """Format a number as customs does: no thousands separator, no trailing zeros."""
    text = f"{amount:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _sheet(issue: Issue) -> PrintSheet:
    draft = draft_declaration(issue.consignment, load=issue.load, declared_on=issue.on)
    paper = declaration_paper(
        draft,
        number=issue.declaration_number,
        load_number=issue.load.load_number,
        version=issue.load.version,
        printed_at=figures.clock(issue.load.frozen_at),
    )
    return PrintSheet("declaration", paper)


KIND: Final = PaperKind(
    code="declaration",
    label=N_("Export declaration, draft"),
    format=Format.PDF,
    audience=TRADE,
    since=FIRST_DAY,
    make=_sheet,
)
