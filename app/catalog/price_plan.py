"""Prices that a seller agreed to from a later day on."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.catalog.ladder import Ladder
from app.kit.i18n import N_
from app.kit.refusal import BadInput, Conflict, NotFound


class PlanState(StrEnum):
    """Whether planned prices still wait for their day."""

    WAITING = "waiting"
    HELD = "held"
    TAKEN_BACK = "taken_back"


class DayGone(BadInput):
    """New prices hold from today or a later day."""

    code = "catalog.day_gone"
    sentence = N_("New prices hold from today or a later day.")


class DayPlanned(Conflict):
    """Other prices wait for the same day."""

    code = "catalog.day_planned"
    sentence = N_("Other prices wait for %(day)s already. Take them back first.")


class NoSuchPlan(NotFound):
    """No planned prices go by this number."""

    code = "catalog.plan_not_found"
    sentence = N_("There are no such planned prices.")


class PlanBegun(Conflict):
    """The prices hold already, or were taken back."""

    code = "catalog.plan_begun"
    sentence = N_("These prices do not wait for their day any more.")


@dataclass(frozen=True, slots=True)
class PricePlan:
    """A ladder, and the day from whose beginning it holds, by the warehouse's clock."""

    id: int
    product_id: int
    holds_from: date
    ladder: Ladder
    planned_at: datetime
    state: PlanState = PlanState.WAITING

    def check_waiting(self) -> None:
        """Raise `PlanBegun` unless the prices still wait for their day."""
        if self.state is not PlanState.WAITING:
            raise PlanBegun


@dataclass(frozen=True, slots=True)
class ListedPrices:
    """A ladder, and since when it held."""

    ladder: Ladder
    since: datetime


def check_first_day(holds_from: date, *, today: date) -> None:
    """Raise `DayGone` for a day before today."""
    if holds_from < today:
        raise DayGone(field="holds_from")
