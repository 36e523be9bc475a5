"""Presenter of lots and their ledger."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.countries.clocks import say_instant
from app.kit.formats import day, number
from app.kit.i18n import translate
from app.stock.announcement import AnnouncedLot
from app.stock.ledger import KIND_NAMES, KnownLot, LedgerRow
from app.web.presenters.announced import came_text


@dataclass(frozen=True, slots=True)
class LotView:
    """A lot. `best_before` is empty for goods without such a day."""

    href: str
    sku: str
    batch: str
    on_hand: str
    reserved: str
    best_before: str


def lot_view(known: KnownLot, *, home: str) -> LotView:
    """Present a lot; `home` is the address above its page."""
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
    """Return the ledger's rows: when, kind, quantity, by whom, reason or reference."""
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


def expected_rows(expected: Iterable[AnnouncedLot]) -> list[list[str]]:
    """Present announced batches: batch, goods, when due, cartons, announced, what came."""
    return [
        [
            each.batch.batch,
            each.batch.sku,
            day(each.due_on),
            number(each.cartons),
            number(each.batch.quantity),
            came_text(each),
        ]
        for each in expected
    ]
