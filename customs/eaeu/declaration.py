"""The goods declaration (ДТ), box by box: Commission's Decision 257 of 20 May 2010.

A draft: no registration number, no signature. An unknown code is blank.
"""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from moneyed import Money

from customs.eaeu.delivery_terms import DeliveryTerms
from customs.eaeu.goods import Document, GoodsItem
from customs.eaeu.party import TradeParty
from customs.eaeu.payments import PaymentTotal

GOODS_MOST = 999
"""Goods of one declaration (three digits of box 5)."""


@dataclass(frozen=True, slots=True)
class TransportMeans:
    """A tractor, a trailer or a wagon."""

    plate: str
    country: str
    """ISO 3166-1 alpha-2."""


@dataclass(frozen=True, slots=True)
class Transport:
    """Transport on arrival (boxes 18 and 26) or at the border (boxes 21 and 25)."""

    mode: str
    """Two digits: 31 is a tractor with a semi-trailer."""
    vehicles: tuple[TransportMeans, ...]


@dataclass(frozen=True, slots=True)
class GoodsLocation:
    """The location of the goods (box 30)."""

    kind: str
    """Two digits of the list."""
    customs_office: str
    """2, 5 or 8 digits; blank when not known."""
    country: str
    name: str = ""
    zone: str = ""
    """Number of the customs control zone."""
    warehouse: Document | None = None
    """The licence of the temporary storage, or the permission to keep goods elsewhere."""


@dataclass(frozen=True, slots=True)
class Representative:
    """The customs representative who fills in the declaration (box 54); not a signature."""

    register_number: str
    """In the state's register of customs representatives."""
    country: str
    """The state of the register."""
    contract: Document
    """With the declarant."""
    register_kind: str = "09034"
    """Kind of the register's document."""
    certificate: str = ""
    """Of the specialist, at most six letters; blank when not known."""
    authority: Document | None = None
    """The power of attorney of the specialist."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoodsDeclaration:
    """A goods declaration; countries are ISO 3166-1 alpha-2, currencies ISO 4217."""

    document_id: str
    """A UUID of our own."""
    made_at: datetime
    country: str
    """The member state whose customs releases the goods."""
    direction: str = "ИМ"
    """Box 1, first part."""
    procedure: str = "40"
    """Box 1, second part."""
    feature: str = ""
    """Box 7, three letters."""
    consignor: TradeParty
    """Box 2."""
    consignee: TradeParty | None
    """Box 8; None when it is the declarant ("СМ. ГРАФУ 14 ДТ")."""
    financially_responsible: TradeParty | None = None
    """Box 9; None when it is the declarant."""
    declarant: TradeParty
    """Box 14."""
    trading_country: str
    """Box 11."""
    dispatch_country: str
    """Box 15."""
    destination_country: str
    """Box 17."""
    arrival: Transport
    """Boxes 18, 19 and 26."""
    border: Transport | None
    """Boxes 21 and 25."""
    border_office: str = ""
    """Box 29: 2, 5 or 8 digits; blank when not known."""
    is_in_containers: bool
    """Box 19."""
    terms: DeliveryTerms
    """Box 20."""
    currency: str
    """Box 22: the currency of the deal."""
    exchange_rate: Decimal
    """Box 23: for `exchange_nominal` units."""
    exchange_nominal: int = 1
    deal_nature: str = "010"
    """Box 24, three digits: 010 is a sale."""
    deal_feature: str = "00"
    """Box 24, two digits."""
    place: GoodsLocation | None
    """Box 30."""
    goods: tuple[GoodsItem, ...]
    totals: tuple[PaymentTotal, ...] = ()
    """Box B."""
    loading_lists: int | None = None
    """Box 4: how many."""
    loading_list_sheets: int | None = None
    """Box 4: how many sheets they have."""
    representative: Representative | None = None
    """Box 54; None when the declarant fills it in."""

    @property
    def customs_value(self) -> Money:
        """Box 12: the customs value of all goods."""
        return _sum([each.customs_value for each in self.goods])

    @property
    def invoice_total(self) -> Money:
        """Box 22: the price of all goods."""
        return _sum([each.price for each in self.goods])

    @property
    def packages(self) -> int:
        """Box 6: the number of packages."""
        return sum(each.packages.count for each in self.goods if each.packages)

    @property
    def origins(self) -> frozenset[str]:
        """Box 16: countries of origin; several are РАЗНЫЕ, a blank one is НЕИЗВЕСТНА."""
        return frozenset(each.origin for each in self.goods)


def _sum(amounts: list[Money]) -> Money:
    return sum(amounts[1:], amounts[0])
