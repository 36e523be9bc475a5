"""The rates administrator's desk: what is sold by, what needs an eye, and what was done."""

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
    """One currency that we sell in. What is missing stands in `refusals`, in words for the page."""

    bank: Bank
    today: date
    """The day where the bank is."""
    selling: tuple[SellingRate, ...]
    """What is sold by, or would be if it were not stopped; or none."""
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
    """All official rates in force at one bank, and how the last asking of it ended."""

    bank: Bank
    today: date
    rates: tuple[OfficialRate, ...]
    fetches: tuple[Fetch, ...] = ()
    """The last asking, or none."""


@dataclass(frozen=True, slots=True)
class Desk:
    """The whole desk at one instant."""

    currencies: tuple[CurrencyDesk, ...]
    banks: tuple[BankDesk, ...]
    held: tuple[HeldRate, ...]
    """Rates that jumped and wait for a second person."""
    drafts: tuple[Draft, ...]
    """Those that wait for somebody, newest first."""
    log: tuple[LogEntry, ...]
    """The latest lines, newest first."""
