"""Deeds in the order of their time, whatever the order they are written in."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Final

from app.kit.clock import WAREHOUSE_ZONE, day_at

_SATURDAY: Final = 5

Do = Callable[[datetime], Awaitable[object]]
"""An action with everything but its instant."""


@dataclass
class Timeline:
    """What is to happen before `now`. Each deed is given its own instant, and does not know now."""

    now: datetime
    deeds: list[tuple[datetime, Do]] = field(default_factory=list)

    @property
    def today(self) -> date:
        """Return the day on which the shop is made."""
        return day_at(self.now)

    def when(self, ago: int, hour: int, minute: int = 0) -> datetime:
        """Return an instant of the day so many days ago, by the warehouse's clock."""
        day = self.today - timedelta(days=ago)
        return datetime.combine(day, time(hour, minute), tzinfo=WAREHOUSE_ZONE)

    def banking_day(self, ago: int) -> int:
        """Return the day, or the next on which banks work, in days ago."""
        while (self.today - timedelta(days=ago)).weekday() >= _SATURDAY:
            ago -= 1
        return ago

    def add(self, at: datetime, do: Do) -> None:
        """Have something done at an instant; of two at one instant the first added is first."""
        self.deeds.append((at, do))

    async def play(self) -> None:
        """Do everything, in the order of its time."""
        for at, do in sorted(self.deeds, key=lambda deed: deed[0]):
            await do(at)
