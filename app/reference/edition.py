"""Every row of every list as it stood at one moment: read once, never changed."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, Final, TypeVar, cast

from app.reference.row import NoRow, ReadRow, ReferenceLine, ReferenceList, Shape

Derived = TypeVar("Derived")

_DAYS_CACHED: Final = 64
"""How many days of a list are cached; a process asks for few."""


class ReferenceEdition:
    """An edition of the lists. What is derived from it is cached."""

    def __init__(self, rows: Iterable[ReferenceLine], *, version: int = 0) -> None:
        """Hold the stored rows; `version` distinguishes this edition from later ones."""
        self.version = version
        self._rows: dict[str, list[ReferenceLine]] = {}
        for row in rows:
            self._rows.setdefault(row.list, []).append(row)
        self._read: dict[str, tuple[ReadRow[Any], ...]] = {}
        self._days: dict[tuple[str, date], dict[str, Any]] = {}
        self._derived: dict[object, object] = {}

    def lines(self) -> tuple[ReferenceLine, ...]:
        """Return every row of every list, as they are kept."""
        return tuple(row for rows in self._rows.values() for row in rows)

    def rows(self, kind: ReferenceList[Shape]) -> tuple[ReadRow[Shape], ...]:
        """Return every row of the list, oldest entry first."""
        if kind.name not in self._read:
            self._read[kind.name] = tuple(
                ReadRow(row, None if row.data is None else kind.read(row.data))
                for row in self._rows.get(kind.name, ())
            )
        return self._read[kind.name]

    def on(self, kind: ReferenceList[Shape], day: date) -> dict[str, Shape]:
        """Return what is valid on the day by key, in the order in which keys were first entered."""
        place = (kind.name, day)
        if place not in self._days:
            if len(self._days) >= _DAYS_CACHED:
                self._days.clear()
            self._days[place] = _held(self.rows(kind), day)
        return self._days[place]

    def get(self, kind: ReferenceList[Shape], key: str, *, on: date) -> Shape:
        """Return the value of the key on the day; raise `NoRow`."""
        found = self.on(kind, on).get(key)
        if found is None:
            raise NoRow(list=kind.name, key=key, day=on)
        return found

    def derive(self, make: Callable[["ReferenceEdition"], Derived]) -> Derived:
        """Return what `make` derives from this edition, cached."""
        if make not in self._derived:
            self._derived[make] = make(self)
        return cast("Derived", self._derived[make])


def _held(rows: Iterable[ReadRow[Shape]], day: date) -> dict[str, Shape]:
    winners: dict[str, ReadRow[Shape]] = {}
    for each in rows:
        key = each.row.key
        if not each.row.holds(day):
            continue
        if key not in winners or winners[key].row.rank <= each.row.rank:
            winners[key] = each
    return {key: each.thing for key, each in winners.items() if each.thing is not None}
