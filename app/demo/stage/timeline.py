"""A timeline that runs actions in the order of their time."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Final

from app.kit.clock import WAREHOUSE_ZONE, day_at

_SATURDAY: Final = 5

Do = Callable[[datetime], Awaitable[object]]
"""An action with all arguments but its instant."""


@dataclass
class Timeline:
    """Actions before `now`. Each gets its own instant, and does not know `now`."""

    now: datetime
    deeds: list[tuple[datetime, Do]] = field(default_factory=list)

    @property
    def today(self) -> date:
        """Return the day of `now`."""
        return day_at(self.now)

    def when(self, ago: int, hour: int, minute: int = 0) -> datetime:
        """Return an instant of the day this many days ago, by the warehouse's clock."""
        day = self.today - timedelta(days=ago)
        return datetime.combine(day, time(hour, minute), tzinfo=WAREHOUSE_ZONE)

    def banking_day(self, ago: int) -> int:
        """Return the day, or the next banking day, in days ago."""
        while (self.today - timedelta(days=ago)).weekday() >= _SATURDAY:
            ago -= 1
        return ago

    def add(self, at: datetime, do: Do) -> None:
        """Add an action at an instant; actions of one instant run in the order added."""
        self.deeds.append((at, do))

    async def play(self) -> None:
        """Run all actions, in the order of their time."""
        for at, do in sorted(self.deeds, key=lambda deed: deed[0]):
            await do(at)
