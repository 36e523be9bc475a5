"""Puts a load's facts together, each copied from where it was decided."""

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
    """An empty truck has no papers."""

    code = "declaration.nothing_aboard"
    sentence = N_("There is nothing on load %(number)s.")


@dataclass(frozen=True, slots=True)
class Parties:
    """The companies that an order's papers name."""

    exporter: Company
    buyer: Company
    sellers: Mapping[int, Company]
    """By product."""
    broker: str


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers an order's papers carry."""

    invoice: str
    signed_on: date


def party(company: Company) -> ShipmentParty:
    """Return the company as a paper names it."""
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
    """Put one order's facts together; the order itself is the contract."""
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
    """The consignee the buyer named; the buyer's own number only when it is the buyer itself."""
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
    """Return our own eighteen characters for the Single Window client (ClientSeqNo)."""
    return f"KR{on:%Y%m%d}{count:08d}"


def invoice_number(year: int, count: int) -> str:
    """Return the next invoice's number."""
    return f"INV-{year}-{count:06d}"


def product_ids(orders: Iterable[Order]) -> list[int]:
    """List the products of the orders, each once."""
    return sorted({line.product_id for order in orders for line in order.lines})
