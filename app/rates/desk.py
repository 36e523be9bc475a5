"""The rates desk: what is in force, what needs attention, and the log."""

from dataclasses import dataclass
from datetime import date

from app.kit.refusal import Refusal
from app.rates.banks import Bank
from app.rates.draft import Draft
from app.rates.fetching import Fetch
from app.rates.log import LogEntry
from app.rates.official import HeldRate, OfficialRate
from app.rates.selling import SellingRate
from app.rates.stop import Stop


@dataclass(frozen=True, slots=True)
class CurrencyDesk:
    """One currency that we sell in. `refusals` name what is missing, for the page."""

    bank: Bank
    today: date
    """The day where the bank is."""
    selling: tuple[SellingRate, ...]
    """The rate in force, also while selling is stopped; or none."""
    stops: tuple[Stop, ...]
    """The emergency stop, if there is one."""
    refusals: tuple[Refusal, ...]

    @property
    def is_old(self) -> bool:
        """Whether the official rate has passed the alarm's limit."""
        return any(
            each.official.age_days(self.today) > each.terms.limits.warn_age_days
            for each in self.selling
        )


@dataclass(frozen=True, slots=True)
class BankDesk:
    """All official rates in force at one bank, and the outcome of the last request."""

    bank: Bank
    today: date
    rates: tuple[OfficialRate, ...]
    fetches: tuple[Fetch, ...] = ()
    """The last request, or none."""


@dataclass(frozen=True, slots=True)
class Desk:
    currencies: tuple[CurrencyDesk, ...]
    banks: tuple[BankDesk, ...]
    held: tuple[HeldRate, ...]
    """Rates that jumped and wait for a second person."""
    drafts: tuple[Draft, ...]
    """Open drafts, newest first."""
    log: tuple[LogEntry, ...]
    """The latest entries, newest first."""
