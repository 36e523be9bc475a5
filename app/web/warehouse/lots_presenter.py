"""Lots on the shelf and their ledger, as the pages of the warehouse show them."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.countries.clocks import say_instant
from app.kit.formats import day, number
from app.kit.i18n import translate
from app.stock.ledger import KIND_NAMES, KnownLot, LedgerRow


@dataclass(frozen=True, slots=True)
class LotView:
    """A lot, formatted. `best_before` is empty for goods that do not age."""

    href: str
    sku: str
    batch: str
    on_hand: str
    reserved: str
    best_before: str


def lot_view(known: KnownLot, *, home: str) -> LotView:
    """Format a lot; `home` is the address that its page stands under."""
    lot = known.lot
    return LotView(
        href=f"{home}/{lot.id}",
        sku=known.sku,
        batch=lot.batch,
        on_hand=number(lot.on_hand),
        reserved=number(lot.reserved),
        best_before=day(lot.best_before) if lot.best_before else "",
    )


def ledger_cells(rows: Iterable[LedgerRow]) -> list[tuple[str, ...]]:
    """Format the ledger: when, what, how many, by whom, and the reason or reference."""
    return [
        (
            say_instant(row.at, None),
            translate(KIND_NAMES[row.kind]),
            f"{'+' if row.quantity > 0 else ''}{number(row.quantity)}",
            row.by,
            row.why or row.reference,
        )
        for row in rows
    ]
