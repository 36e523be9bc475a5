"""The road waybill (CMR), box by box: Convention on the Contract for the Carriage of Goods by Road.

At least three originals: the sender's, the one with the goods, the carrier's.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from moneyed import Money

from customs.eaeu.box31 import Packages
from customs.eaeu.delivery_terms import DeliveryTerms
from customs.eaeu.goods import Document
from customs.eaeu.party import Address, TradeParty


@dataclass(frozen=True, slots=True)
class RoadGoods:
    """Goods of one kind (boxes 6 to 12)."""

    number: int
    description: str
    code: str
    """Statistical number (10): 4 to 10 digits; blank when not known."""
    packages: Packages
    """Boxes 7 and 8."""
    gross_kg: Decimal
    """11."""
    marks: str = ""
    """6."""
    volume_m3: Decimal | None = None
    """12."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoadWaybill:
    """A road waybill as an unsigned draft."""

    document_id: str
    number: str
    sender: TradeParty
    """1."""
    consignee: TradeParty
    """2."""
    delivery_place: Address
    """3."""
    taken_at: Address
    """4."""
    taken_on: date
    """4."""
    documents: tuple[Document, ...]
    """5."""
    goods: tuple[RoadGoods, ...]
    instructions: str = ""
    """13: for customs."""
    terms: DeliveryTerms
    carrier: TradeParty
    """16."""
    reservations: str = ""
    """18."""
    freight: Money | None = None
    """19."""
    made_at: str
    """21: where it is made out."""
    made_on: date
    """21."""
    tractor: str
    """25."""
    trailer: str = ""
    """25."""
    seals: tuple[str, ...] = ()
    """Numbers of the seals on the vehicle."""

    @property
    def gross_kg(self) -> Decimal:
        return sum((each.gross_kg for each in self.goods), Decimal(0))

    @property
    def packages(self) -> int:
        return sum(each.packages.count for each in self.goods)
