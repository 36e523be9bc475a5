"""Batches that a seller announces before they come to the warehouse."""

from dataclasses import dataclass
from datetime import date

from app.kit.i18n import N_
from app.kit.refusal import BadInput, Conflict, NotFound
from app.stock.lot import GoodsReceipt


class AnnouncedAlready(Conflict):
    """The batch of these goods is announced already."""

    code = "stock.announced_already"
    sentence = N_("Batch %(batch)s of these goods is announced already.")


class NoSuchAnnouncement(NotFound):
    """There is no such announcement, or it is another company's."""

    code = "stock.announcement_not_found"
    sentence = N_("There is no such announced batch.")


class CameAlready(Conflict):
    """Goods of the announced batch have come."""

    code = "stock.came_already"
    sentence = N_("Goods of batch %(batch)s have come already.")


class DayOfArrivalGone(BadInput):
    """The day of arrival lies in the past."""

    code = "stock.day_of_arrival_gone"
    sentence = N_("The day of arrival lies in the past.")


@dataclass(frozen=True, slots=True)
class Announcement:
    """A batch as its label will say it, in how many cartons, and when it comes."""

    batch: GoodsReceipt
    cartons: int
    due_on: date


@dataclass(frozen=True, slots=True)
class AnnouncedLot(Announcement):
    """An announcement, and how many units of it have come."""

    id: int
    product_id: int
    came: int

    @property
    def difference(self) -> int:
        """Units that came beyond what was announced; below zero, units that lack."""
        return self.came - self.batch.quantity

    def check_waiting(self) -> None:
        """Raise `CameAlready` once goods of it have come."""
        if self.came:
            raise CameAlready(batch=self.batch.batch)


def check_due(announcement: Announcement, *, today: date) -> None:
    """Raise `DayOfArrivalGone` for a day before today."""
    if announcement.due_on < today:
        raise DayOfArrivalGone(field="due_on")
