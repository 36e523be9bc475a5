"""A lot with every row of its ledger, as a page shows it."""

from dataclasses import dataclass
from datetime import datetime

from app.kit.i18n import N_
from app.stock.lot import Lot, MovementKind

KIND_NAMES = {
    MovementKind.RECEIVED: N_("Received"),
    MovementKind.RESERVED: N_("Held for an order"),
    MovementKind.RELEASED: N_("Let go"),
    MovementKind.SHIPPED: N_("Shipped"),
    MovementKind.CORRECTED: N_("Corrected"),
}


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One change of a lot; `by` is the person's name, empty when nobody made it."""

    kind: MovementKind
    quantity: int
    reference: str
    at: datetime
    by: str
    why: str


@dataclass(frozen=True, slots=True)
class LotMovement:
    """One change of a lot, as whoever sells the goods may see it."""

    batch: str
    kind: MovementKind
    quantity: int
    at: datetime


@dataclass(frozen=True, slots=True)
class KnownLot:
    """A lot with its product's article number."""

    lot: Lot
    sku: str
