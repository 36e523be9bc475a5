"""The emergency stop: one person halts selling in a currency, a second one lets it go on."""

from dataclasses import dataclass
from datetime import datetime

from app.kit.i18n import N_
from app.kit.refusal import Conflict, Refusal
from app.rates.draft import SameHands


class SellingStopped(Refusal):
    """Somebody has halted selling in this currency."""

    code = "rate.selling_stopped"
    sentence = N_(
        "Prices in %(currency)s are paused for the moment."
        " Your basket is kept. Please come back a little later."
    )


class StoppedAlready(Conflict):
    """Selling in this currency is halted: a second stop changes nothing."""

    code = "rate.stopped_already"
    sentence = N_("Selling in %(currency)s is stopped already.")


class NotStopped(Conflict):
    """There is nothing to lift."""

    code = "rate.not_stopped"
    sentence = N_("Selling in %(currency)s is not stopped.")


@dataclass(frozen=True, slots=True)
class Stop:
    """Selling in one currency is halted: by whom, since when and why."""

    id: int
    currency: str
    stopped_by_id: int
    stopped_by: str
    stopped_at: datetime
    why: str


def check_lift(stop: Stop, *, by_id: int) -> Stop:
    """Return the stop when this person may lift it; raises `SameHands`."""
    if stop.stopped_by_id == by_id:
        raise SameHands
    return stop
