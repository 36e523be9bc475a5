"""The snapshot of a frozen load: a copy of every fact that its papers need."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from moneyed import Money

from app.pricing.breakdown import Stage

FIRST_SCHEMA: Final = 1
"""The schema of snapshots without a schema number, frozen before it was stored."""
SCHEMA: Final = 2
"""The schema number of a load frozen today. Increment it when the meaning or the set
of a snapshot's facts changes; a maker of papers names the lowest that it can read."""


@dataclass(frozen=True, slots=True)
class ShipmentParty:
    """A company on the papers; `number` is its БИН, ИНН or USCC."""

    name: str
    name_latin: str
    country: str
    """ISO 3166-1 alpha-2."""
    number: str
    address: str
    customs_code: str = ""
    """The ten-character code of Chinese customs; empty for a company abroad."""


@dataclass(frozen=True, slots=True)
class DeclaredGoods:
    """The customs facts of one product when the load was frozen."""

    china_code: str
    """Ten digits of the Chinese tariff; empty when unknown."""
    eaeu_code: str
    """Ten digits of the ТН ВЭД ЕАЭС; empty when unknown. Never derived from `china_code`."""
    name_zh: str
    elements: tuple[str, ...]
    """Declared elements (申报要素) in the order of the tariff line's slots, empty ones too."""
    statutory_unit_1: str
    """Three-digit unit code of the Chinese tariff, such as 035 (千克)."""
    statutory_unit_2: str
    """Empty when the tariff line has no second unit."""
    origin_district: str
    """Five-digit domestic source (境内货源地); empty when unknown."""
    control_letters: str = ""
    """Letters of the permits that the tariff line asks for (监管证件); their case counts."""
    element_names: tuple[str, ...] = ()
    """Names of the tariff line's slots; empty in loads frozen before they were copied."""


@dataclass(frozen=True, slots=True)
class SoldLine:
    """One line of the order."""

    position: int
    sku: str
    names: dict[str, str]
    """Product name by language tag: en, ru, kk, ky, zh_Hans."""
    quantity: int
    unit: str
    """Three-digit Chinese unit code of the sales unit, such as 140 (盒)."""
    unit_price: Money
    total: Money
    seller: ShipmentParty
    goods: DeclaredGoods
    stages: tuple[Stage, ...] = ()
    """The stages of the unit price; empty in loads frozen before they were copied."""


@dataclass(frozen=True, slots=True)
class PackedItem:
    """The pieces of one order line and one lot in one carton."""

    position: int
    """The order line's position."""
    batch: str
    produced_on: date
    best_before: date | None
    quantity: int
    net_g: int


@dataclass(frozen=True, slots=True)
class PackedCarton:
    """One weighed carton; its number is its shipping mark."""

    number: str
    packing: str
    """Two-digit packing type (包装种类), such as 22 (纸制或纤维板制盒/箱)."""
    gross_g: int
    items: tuple[PackedItem, ...]

    @property
    def net_g(self) -> int:
        """Return the net weight in grams: the sum of the contents."""
        return sum(item.net_g for item in self.items)


@dataclass(frozen=True, slots=True)
class Consignment:
    """One order aboard one load: one contract, one invoice, one declaration."""

    order_number: str
    contract_number: str
    contract_date: date
    invoice_number: str
    exporter: ShipmentParty
    buyer: ShipmentParty
    consignee: ShipmentParty
    broker: str
    """Name of the customs broker's firm; empty when none is named."""
    currency: str
    delivery_term: str
    """Three letters of Incoterms 2020, such as FCA."""
    delivery_place: str
    lines: tuple[SoldLine, ...]
    cartons: tuple[PackedCarton, ...]


@dataclass(frozen=True, slots=True)
class LoadSnapshot:
    """One truck, loaded and weighed. `version` counts the freezes of the load."""

    load_number: str
    version: int
    frozen_at: datetime
    truck_plate: str
    trailer_plate: str
    driver: str
    crossing: str
    """Code of the border crossing in our own list, such as khorgos."""
    destination: str
    """ISO 3166-1 alpha-2 of the country where the buyers are."""
    consignments: tuple[Consignment, ...]
    schema: int = FIRST_SCHEMA
    """The version of this set of facts; part of the body, and so of its fingerprint."""
