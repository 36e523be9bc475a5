"""The reference lists of rates."""

from pathlib import Path
from typing import Final

from app.rates.fetching import Timetable
from app.reference.row import ReferenceList

TIMETABLES: Final = ReferenceList(
    "timetables",
    Timetable,
    Path(__file__).parent / "data" / "timetables.csv",
    "when each bank is asked for its rates",
)
