"""The rail waybill (СМГС), box by box: Agreement on International Railway Freight Traffic."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from customs.eaeu.goods import Document
from customs.eaeu.party import TradeParty


@dataclass(frozen=True, slots=True)
class RailwayStation:
    """A railway station; an unknown code is blank."""

    name: str
    code: str = ""
    """Five or six digits."""
    railway: str = ""
    """Code of the railway."""
    country: str = ""


@dataclass(frozen=True, slots=True)
class Wagon:
    """A wagon (boxes 7 to 11)."""

    number: str
    owner: str
    """8: О of the carrier, П of the sender."""
    seals: tuple[str, ...] = ()
    """19."""


@dataclass(frozen=True, slots=True)
class RailGoods:
    """Goods of one kind (boxes 15 to 18)."""

    number: int
    description: str
    gng: str
    """15: eight digits of the harmonised list of goods (ГНГ); blank when not known."""
    packing: str
    """16."""
    packages: int
    """17."""
    gross_kg: Decimal
    """18."""
    wagon: str
    containers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Carrier:
    """A carrier and its section of the route (box 22)."""

    name: str
    origin: RailwayStation
    destination: RailwayStation


@dataclass(frozen=True, slots=True, kw_only=True)
class RailWaybill:
    """A rail waybill as a draft without the stamps of stations."""

    document_id: str
    number: str
    """29: the consignment's number."""
    made_on: date
    sender: TradeParty
    """1."""
    departure: RailwayStation
    """2."""
    statements: str = ""
    """3."""
    consignee: TradeParty
    """4."""
    destination: RailwayStation
    """5."""
    border: tuple[RailwayStation, ...]
    """6."""
    wagons: tuple[Wagon, ...]
    goods: tuple[RailGoods, ...]
    weighed_by: str = ""
    """21."""
    carriers: tuple[Carrier, ...]
    documents: tuple[Document, ...] = ()
    """24."""

    @property
    def gross_kg(self) -> Decimal:
        """The mass of all goods (box 18)."""
        return sum((each.gross_kg for each in self.goods), Decimal(0))

    @property
    def packages(self) -> int:
        """The number of packages (box 17)."""
        return sum(each.packages for each in self.goods)
