"""Conversion between rows and orders."""

from datetime import date, datetime
from decimal import Decimal

from app.kit.money import CNY, from_minor, to_minor
from app.kit.records import Record
from app.orders.order import Order, OrderLine, OrderState, RateUsed, Terms
from app.orders.tables import Order as OrderRow
from app.orders.tables import OrderLine as OrderLineRow
from app.pricing.breakdown import StoredStage, from_stored, to_stored


class OrderRecord(Record):
    id: int
    number: str
    state: OrderState
    buyer: int
    placed_by: int
    placed_at: datetime
    language: str
    consignee_name: str
    consignee_address: str
    delivery_term: str
    delivery_place: str
    crossing: str
    broker: int | None
    currency: str
    rate_bank: str
    rate_nominal: int
    rate_value: Decimal
    rate_effective_on: date
    spread_percent: Decimal
    stages: list[StoredStage]
    quote: int | None
    official_rate: int | None
    selling_terms: int | None


class OrderLineRecord(Record):
    order: int
    position: int
    product: int
    sku: str
    names: dict[str, str]
    codes: dict[str, str]
    sales_unit: str
    quantity: int
    list_price_minor: int
    stages: list[StoredStage]
    price_list: int | None


def to_order(row: OrderRecord, lines: list[OrderLineRecord]) -> Order:
    """Return the order of a row and its lines' rows."""
    currency = row.currency
    return Order(
        id=row.id,
        number=row.number,
        state=row.state,
        buyer_id=row.buyer,
        placed_by_id=row.placed_by,
        placed_at=row.placed_at,
        language=row.language,
        terms=_terms(row),
        currency=currency,
        rate=_rate(row),
        breakdown=from_stored(row.stages, currency),
        lines=tuple(_line(line, currency) for line in lines),
        quote_id=row.quote,
    )


def _terms(row: OrderRecord) -> Terms:
    return Terms(
        consignee_name=row.consignee_name,
        consignee_address=row.consignee_address,
        delivery_term=row.delivery_term,
        delivery_place=row.delivery_place,
        crossing=row.crossing,
        broker_id=row.broker,
    )


def _rate(row: OrderRecord) -> RateUsed:
    return RateUsed(
        bank=row.rate_bank,
        currency=CNY.code,
        nominal=row.rate_nominal,
        value=row.rate_value,
        effective_on=row.rate_effective_on,
        spread_percent=row.spread_percent,
        official_id=row.official_rate,
        terms_id=row.selling_terms,
    )


def _line(row: OrderLineRecord, currency: str) -> OrderLine:
    return OrderLine(
        position=row.position,
        product_id=row.product,
        sku=row.sku,
        names=row.names,
        sales_unit=row.sales_unit,
        quantity=row.quantity,
        list_price=from_minor(row.list_price_minor, CNY.code),
        unit=from_stored(row.stages, currency),
        price_list_id=row.price_list,
        codes=row.codes,
    )


def order_row(order: Order) -> OrderRow:
    """Return the row of a new order, without its lines."""
    return OrderRow(
        number=order.number,
        state=order.state.value,
        buyer=order.buyer_id,
        placed_by=order.placed_by_id,
        placed_at=order.placed_at,
        language=order.language,
        consignee_name=order.terms.consignee_name,
        consignee_address=order.terms.consignee_address,
        delivery_term=order.terms.delivery_term,
        delivery_place=order.terms.delivery_place,
        crossing=order.terms.crossing,
        broker=order.terms.broker_id,
        currency=order.currency,
        rate_bank=order.rate.bank,
        rate_nominal=order.rate.nominal,
        rate_value=order.rate.value,
        rate_effective_on=order.rate.effective_on,
        spread_percent=order.rate.spread_percent,
        stages=to_stored(order.breakdown),
        total_minor=to_minor(order.total),
        quote=order.quote_id,
        official_rate=order.rate.official_id,
        selling_terms=order.rate.terms_id,
    )


def line_row(order_id: int, line: OrderLine) -> OrderLineRow:
    return OrderLineRow(
        order=order_id,
        position=line.position,
        product=line.product_id,
        sku=line.sku,
        names=line.names,
        codes=dict(line.codes),
        sales_unit=line.sales_unit,
        quantity=line.quantity,
        list_price_minor=to_minor(line.list_price),
        stages=to_stored(line.unit),
        unit_price_minor=to_minor(line.unit_price),
        total_minor=to_minor(line.total),
        price_list=line.price_list_id,
    )
