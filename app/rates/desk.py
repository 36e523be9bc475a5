"""The rates administrator's desk: what is in force, bank by bank, and what was changed and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.kit.refusal import Refusal
from app.rates.banks import Bank
from app.rates.official import OfficialRate
from app.rates.selling import SellingRate, Spread


@dataclass(frozen=True, slots=True)
class BankDesk:
    """One bank's part of the desk. What is missing stands in `refusals`, in words for the page."""

    bank: Bank
    today: date
    """The day where the bank is."""
    rates: tuple[OfficialRate, ...]
    """All official rates in force there."""
    selling: tuple[SellingRate, ...]
    """The one rate that the shop sells by in this bank's currency, or none."""
    refusals: tuple[Refusal, ...]


@dataclass(frozen=True, slots=True)
class SpreadEntry:
    """A spread as it was set: by whom and why."""

    spread: Spread
    who: str
    why: str


@dataclass(frozen=True, slots=True)
class SpreadChange:
    """One line of the log. `before` is empty for a currency's first spread."""

    entry: SpreadEntry
    before: tuple[Decimal, ...]


@dataclass(frozen=True, slots=True)
class Desk:
    """The whole desk at one instant."""

    banks: tuple[BankDesk, ...]
    changes: tuple[SpreadChange, ...]
    """The log of spreads, newest first."""


def changes(entries: Iterable[SpreadEntry]) -> tuple[SpreadChange, ...]:
    """Will set beside each entry, newest first, the percentage that held before it."""
    newest_first = tuple(entries)
    return tuple(
        SpreadChange(entry, _before(entry, newest_first[position + 1 :]))
        for position, entry in enumerate(newest_first)
    )


def _before(entry: SpreadEntry, older: tuple[SpreadEntry, ...]) -> tuple[Decimal, ...]:
    percents = (
        other.spread.percent for other in older if other.spread.currency == entry.spread.currency
    )
    return tuple(percents)[:1]
