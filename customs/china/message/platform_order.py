"""CEB303: the order of a cross-border platform, which customs compares with the declaration."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Final

from moneyed import Money

from customs.china.message.inbox import BEIJING
from customs.refusal import N_, CustomsRefusal
from customs.xml import document, leaf, node

_NAMESPACE: Final = "http://www.chinaport.gov.cn/ceb"
_ORDER_NUMBER_MOST: Final = 60
_NEW: Final = 1
_SAVED: Final = 1
"""appStatus: saved, not declared; to declare needs a licensed person."""
_CURRENCIES: Final = {"CNY": "142", "USD": "502", "EUR": "300"}
"""Customs' own three digits (货币代码表), which these messages still use; only those seen."""


class OrderKind(StrEnum):
    """The kind of the order (订单类型)."""

    TO_CONSUMERS = "E"
    TO_BUSINESSES = "B"
    TO_A_WAREHOUSE = "W"


class NoCurrencyDigits(CustomsRefusal):
    """Raised when the numeric code of a currency in customs' old list is unknown."""

    code = "customs.china.no_currency_digits"
    sentence = N_("Customs' three digits for the currency %(currency)s are not known.")


class NothingOrdered(CustomsRefusal):
    """Raised for an order without lines."""

    code = "customs.china.nothing_ordered"
    sentence = N_("An order without lines cannot be sent to customs.")


class MixedCurrencies(CustomsRefusal):
    """Raised when goods and freight are not in one currency."""

    code = "customs.china.mixed_currencies"
    sentence = N_("The order's sums are in several currencies: %(currencies)s.")


class NoTimeZone(CustomsRefusal):
    """Raised for a time without a zone, which cannot be converted to Beijing time."""

    code = "customs.china.no_time_zone"
    sentence = N_("The order's time names no time zone.")


class OrderNumberTooLong(CustomsRefusal):
    """Raised when an order's number has more than 60 characters."""

    code = "customs.china.order_number_too_long"
    sentence = N_("An order's number has at most 60 characters; %(number)s has more.")


@dataclass(frozen=True, slots=True)
class PlatformOrderLine:
    name: str
    unit: str
    """Three digits of the list of units."""
    quantity: Decimal
    price: Money
    total: Money
    item_number: str = ""
    """企业商品货号."""
    description: str = ""
    bar_code: str = ""


@dataclass(frozen=True, slots=True)
class Trader:
    """A company by its customs code or social credit code, and its name."""

    code: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlatformOrder:
    """An order as the platform registered it."""

    guid: str
    """36 characters."""
    at: datetime
    """With its time zone; the message states Beijing time."""
    kind: OrderKind
    number: str
    platform: Trader
    seller: Trader
    lines: tuple[PlatformOrderLine, ...]
    freight: Money
    sender: Trader
    """Who sends the message (报文传输企业)."""
    channel_id: str
    """dxpId."""
    note: str = ""

    @property
    def value(self) -> Money:
        """`goodsValue`: the sum of all lines."""
        return sum((line.total for line in self.lines[1:]), self.lines[0].total)


def write_order(order: PlatformOrder) -> bytes:
    """Return the order as a CEB303 message.

    Raises `NothingOrdered`, `MixedCurrencies`, `NoTimeZone`, `NoCurrencyDigits`,
    `OrderNumberTooLong` or `UnwritableText`.
    """
    _check(order)
    return document(
        "ceb:CEB303Message",
        node("ceb:Order", _head(order), *_lines(order)),
        node(
            "ceb:BaseTransfer",
            leaf("ceb:copCode", order.sender.code),
            leaf("ceb:copName", order.sender.name),
            leaf("ceb:dxpMode", "DXP"),
            leaf("ceb:dxpId", order.channel_id),
        ),
        spaces={"ceb": _NAMESPACE},
        attributes={"guid": order.guid, "version": "1.0"},
    )


def _check(order: PlatformOrder) -> None:
    if not order.lines:
        raise NothingOrdered
    sums = [order.freight, *(sum_ for line in order.lines for sum_ in (line.price, line.total))]
    currencies = sorted({each.currency.code for each in sums})
    if len(currencies) > 1:
        raise MixedCurrencies(currencies=", ".join(currencies))
    if order.at.tzinfo is None:
        raise NoTimeZone
    if len(order.number) > _ORDER_NUMBER_MOST:
        raise OrderNumberTooLong(number=order.number)


def _head(order: PlatformOrder) -> str:
    return node(
        "ceb:OrderHead",
        leaf("ceb:guid", order.guid),
        leaf("ceb:appType", _NEW),
        leaf("ceb:appTime", f"{order.at.astimezone(BEIJING):%Y%m%d%H%M%S}"),
        leaf("ceb:appStatus", _SAVED),
        leaf("ceb:orderType", order.kind.value),
        leaf("ceb:orderNo", order.number),
        leaf("ceb:ebpCode", order.platform.code),
        leaf("ceb:ebpName", order.platform.name),
        leaf("ceb:ebcCode", order.seller.code),
        leaf("ceb:ebcName", order.seller.name),
        leaf("ceb:goodsValue", order.value.amount),
        leaf("ceb:freight", order.freight.amount),
        leaf("ceb:currency", currency_digits(order.value)),
        leaf("ceb:note", order.note),
    )


def _lines(order: PlatformOrder) -> list[str]:
    return [
        node(
            "ceb:OrderList",
            leaf("ceb:gnum", number),
            leaf("ceb:itemNo", line.item_number),
            leaf("ceb:itemName", line.name),
            leaf("ceb:itemDescribe", line.description),
            leaf("ceb:barCode", line.bar_code),
            leaf("ceb:unit", line.unit),
            leaf("ceb:currency", currency_digits(line.total)),
            leaf("ceb:qty", line.quantity),
            leaf("ceb:price", line.price.amount),
            leaf("ceb:totalPrice", line.total.amount),
        )
        for number, line in enumerate(order.lines, start=1)
    ]


def currency_digits(amount: Money) -> str:
    """Return the three digits of a currency in customs' old list (货币代码表).

    Raises `NoCurrencyDigits`.
    """
    code = amount.currency.code
    if code not in _CURRENCIES:
        raise NoCurrencyDigits(currency=code)
    return _CURRENCIES[code]
