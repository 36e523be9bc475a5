"""The commercial invoice and the packing list, as data for brokers' programs."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from moneyed import Money

from customs.eaeu.box31 import Packages
from customs.eaeu.delivery_terms import DeliveryTerms
from customs.eaeu.goods import Document
from customs.eaeu.party import TradeParty


@dataclass(frozen=True, slots=True)
class InvoiceLineItem:
    """A line of the invoice; its total is price × quantity, rounded to two decimals."""

    description: str
    code: str
    """4 to 10 digits; blank when not known."""
    quantity: Decimal
    unit_name: str
    gross_kg: Decimal
    net_kg: Decimal
    price: Money
    """For a unit; up to six decimals."""
    total: Money
    manufacturer: str = ""
    trademark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Invoice:
    """A commercial invoice (Инвойс)."""

    document_id: str
    number: str
    issued_on: date
    contract: Document
    seller: TradeParty
    buyer: TradeParty
    consignor: TradeParty
    consignee: TradeParty
    terms: DeliveryTerms
    dispatch_country: str
    trading_country: str
    destination_country: str
    lines: tuple[InvoiceLineItem, ...]
    freight: Money | None = None
    insurance: Money | None = None
    packages: int

    @property
    def goods_total(self) -> Money:
        """The sum of all lines."""
        return sum((line.total for line in self.lines[1:]), self.lines[0].total)

    @property
    def total(self) -> Money:
        """The sum to be paid: goods, and freight and insurance where they are stated apart."""
        charges = (each for each in (self.freight, self.insurance) if each is not None)
        return sum(charges, self.goods_total)

    @property
    def gross_kg(self) -> Decimal:
        return sum((line.gross_kg for line in self.lines), Decimal(0))

    @property
    def net_kg(self) -> Decimal:
        return sum((line.net_kg for line in self.lines), Decimal(0))


@dataclass(frozen=True, slots=True)
class PackedGoods:
    """A line of the packing list."""

    description: str
    quantity: Decimal
    unit: str
    """Code of the unit, three digits."""
    unit_name: str
    packages: Packages
    gross_kg: Decimal
    net_kg: Decimal
    marks: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackingList:
    """A packing list."""

    document_id: str
    number: str
    issued_on: date
    consignor: TradeParty
    consignee: TradeParty
    terms: DeliveryTerms
    contract: Document
    invoice: Document
    goods: tuple[PackedGoods, ...]

    @property
    def gross_kg(self) -> Decimal:
        return sum((each.gross_kg for each in self.goods), Decimal(0))

    @property
    def net_kg(self) -> Decimal:
        return sum((each.net_kg for each in self.goods), Decimal(0))

    @property
    def packages(self) -> int:
        return sum(each.packages.count for each in self.goods)
