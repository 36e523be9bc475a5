"""The emergency stop: one person stops selling in a currency, a second one lifts the stop."""

from dataclasses import dataclass
from datetime import datetime

from app.kit.i18n import N_
from app.kit.refusal import Conflict, Refusal
from app.rates.draft import SameHands


class SellingStopped(Refusal):
    """Selling in this currency is stopped."""

    code = "rate.selling_stopped"
    sentence = N_(
        "Prices in %(currency)s are paused for the moment."
        " Your basket is kept. Please come back a little later."
    )


class StoppedAlready(Conflict):
    """Selling in this currency is stopped already."""

    code = "rate.stopped_already"
    sentence = N_("Selling in %(currency)s is stopped already.")


class NotStopped(Conflict):
    code = "rate.not_stopped"
    sentence = N_("Selling in %(currency)s is not stopped.")


@dataclass(frozen=True, slots=True)
class Stop:
    """An emergency stop of one currency: by whom, since when and why."""

    id: int
    currency: str
    stopped_by_id: int
    stopped_by: str
    stopped_at: datetime
    why: str


def check_lift(stop: Stop, *, by_id: int) -> Stop:
    """Return the stop if this person may lift it; raises `SameHands`."""
    if stop.stopped_by_id == by_id:
        raise SameHands
    return stop
