"""The transit declaration (ТД): Customs Code of the EAEU, articles 107 and 144.

Goods move under customs control from the border to the office where they are released. Values are
those of the transport and commercial documents: customs value is not declared for transit.
"""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from moneyed import Money

from customs.eaeu.box31 import Measured, Packages
from customs.eaeu.declaration import Transport
from customs.eaeu.goods import Document
from customs.eaeu.party import TradeParty


@dataclass(frozen=True, slots=True)
class TransitGoods:
    """A goods item in transit."""

    number: int
    code: str
    """At least six digits."""
    description: tuple[str, ...]
    gross_kg: Decimal
    packages: Packages
    value: Money
    """The value on the commercial documents."""
    supplementary: Measured | None = None
    containers: tuple[str, ...] = ()
    documents: tuple[Document, ...] = ()
    is_prohibition_free: bool = False
    """С: no prohibition or restriction applies."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TransitShipment:
    """The goods of one transport document."""

    waybill: Document
    departure_country: str
    destination_country: str
    consignor: TradeParty
    """As the transport document names it."""
    consignee: TradeParty
    destination_office: str
    """2, 5 or 8 digits; blank when not known."""
    destination_name: str
    goods: tuple[TransitGoods, ...]

    @property
    def gross_kg(self) -> Decimal:
        return sum((each.gross_kg for each in self.goods), Decimal(0))

    @property
    def packages(self) -> int:
        return sum(each.packages.count for each in self.goods)

    @property
    def value(self) -> Money:
        return sum((each.value for each in self.goods[1:]), self.goods[0].value)


@dataclass(frozen=True, slots=True)
class TirCarnet:
    """A TIR carnet under which the goods travel."""

    series: str
    """Two Latin letters."""
    number: str
    """Eight digits."""
    page: int
    holder: str
    """At most 18 letters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Transhipment:
    """A planned change of the means of transport."""

    operation: str = ""
    """One character of the list of cargo operations; blank when not known."""
    moves_goods: bool
    """Whether goods are moved to another container."""
    country: str
    place: str
    customs_office: str = ""
    """2, 5 or 8 digits; blank when not known."""
    transport: Transport | None = None
    """The means of transport after it."""


@dataclass(frozen=True, slots=True)
class GuaranteePaper:
    """A document that secures duties and taxes."""

    document: Document
    amount: Money | None = None
    method: str = ""
    """Two digits of the list of ways to secure payment; blank when not known."""


@dataclass(frozen=True, slots=True)
class Guarantee:
    """Whether duties and taxes are secured, and by what."""

    code: str
    """One character, given by the declarant."""
    cause: str = ""
    """The code of the reason when there is none."""
    papers: tuple[GuaranteePaper, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TransitDeclaration:
    """A transit declaration as a draft: no registration number, no signature."""

    document_id: str
    made_at: datetime
    direction: str = "ТТ"
    procedure: str = "80"
    transport: Transport
    is_in_containers: bool
    carnet: TirCarnet | None = None
    declarant: TradeParty
    carrier: TradeParty
    shipments: tuple[TransitShipment, ...]
    transhipments: tuple[Transhipment, ...] = ()
    guarantee: Guarantee
    seals: tuple[str, ...] = ()
    """Navigation seals too."""
    identified_by: str = ""
    """Means of identification, two characters; required with seals."""

    @property
    def goods(self) -> tuple[TransitGoods, ...]:
        """The goods of all shipments."""
        return tuple(good for shipment in self.shipments for good in shipment.goods)

    @property
    def gross_kg(self) -> Decimal:
        return sum((each.gross_kg for each in self.shipments), Decimal(0))

    @property
    def value(self) -> Money:
        return sum((each.value for each in self.shipments[1:]), self.shipments[0].value)

    @property
    def packages(self) -> int:
        return sum(each.packages for each in self.shipments)
