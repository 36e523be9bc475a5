"""What others look for, shown to whom nothing was found: a reference list."""

from datetime import date
from pathlib import Path
from typing import Final

import msgspec

from app.countries.country import check_texts
from app.reference import current
from app.reference.row import ReferenceList


class Search(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something to look for."""

    code: str
    label: dict[str, str]
    """What is looked for, by language tag."""

    def __post_init__(self) -> None:
        check_texts(self.label)


SEARCHES: Final = ReferenceList(
    "searches",
    Search,
    Path(__file__).parent / "data" / "searches.json",
    "what others look for, when nothing was found",
)


def list_searches(*, on: date) -> tuple[Search, ...]:
    """Return what others look for on the day, in the order of the list; it may be empty."""
    return tuple(current.edition().on(SEARCHES, on).values())
