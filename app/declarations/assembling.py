"""Assemble the consignments of a load, each fact copied from where it was decided."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.accounts.company import Company
from app.declarations.snapshot import (
    Consignment,
    DeclaredGoods,
    PackedCarton,
    ShipmentParty,
    SoldLine,
)
from app.kit.i18n import N_
from app.kit.refusal import Conflict
from app.orders.order import Order, OrderLine


class NothingAboard(Conflict):
    """The load is empty."""

    code = "declaration.nothing_aboard"
    sentence = N_("There is nothing on load %(number)s.")


@dataclass(frozen=True, slots=True)
class Parties:
    """The companies named on an order's papers."""

    exporter: Company
    buyer: Company
    sellers: Mapping[int, Company]
    """By product id."""
    broker: str


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers on an order's papers."""

    invoice: str
    signed_on: date


def party(company: Company) -> ShipmentParty:
    """Return the company as a party of the consignment."""
    return ShipmentParty(
        name=company.name,
        name_latin=company.name_latin,
        country=company.country,
        number=company.number,
        address=company.address,
        customs_code=company.customs_code,
    )


def consign(
    order: Order,
    *,
    parties: Parties,
    numbers: Numbers,
    goods: Mapping[int, DeclaredGoods],
    cartons: Sequence[PackedCarton],
) -> Consignment:
    """Return one order's consignment; the order itself is the contract."""
    buyer = party(parties.buyer)
    terms = order.terms
    return Consignment(
        order_number=order.number,
        contract_number=order.number,
        contract_date=numbers.signed_on,
        invoice_number=numbers.invoice,
        exporter=party(parties.exporter),
        buyer=buyer,
        consignee=_consignee(order, buyer),
        broker=parties.broker,
        currency=order.currency,
        delivery_term=terms.delivery_term,
        delivery_place=terms.delivery_place,
        lines=tuple(_sold(line, parties=parties, goods=goods) for line in order.lines),
        cartons=tuple(cartons),
    )


def _consignee(order: Order, buyer: ShipmentParty) -> ShipmentParty:
    """Return the consignee that the buyer named, with a number only if it is the buyer itself."""
    terms = order.terms
    same = terms.consignee_name == buyer.name
    return ShipmentParty(
        name=terms.consignee_name,
        name_latin=buyer.name_latin if same else "",
        country=buyer.country,
        number=buyer.number if same else "",
        address=terms.consignee_address,
    )


def _sold(line: OrderLine, *, parties: Parties, goods: Mapping[int, DeclaredGoods]) -> SoldLine:
    return SoldLine(
        position=line.position,
        sku=line.sku,
        names=line.names,
        quantity=line.quantity,
        unit=line.sales_unit,
        unit_price=line.unit_price,
        total=line.total,
        seller=party(parties.sellers[line.product_id]),
        goods=goods[line.product_id],
        stages=line.unit.stages,
    )


def declaration_number(on: date, count: int) -> str:
    """Return our own 18-character number for the Single Window's client (ClientSeqNo)."""
    return f"KR{on:%Y%m%d}{count:08d}"


def invoice_number(year: int, count: int) -> str:
    """Format an invoice number."""
    return f"INV-{year}-{count:06d}"


def product_ids(orders: Iterable[Order]) -> list[int]:
    """Return the ids of the orders' products, each once."""
    return sorted({line.product_id for order in orders for line in order.lines})
