"""The reference lists of rates."""

from pathlib import Path
from typing import Final

from app.rates.fetching import Timetable
from app.rates.guard import Magnitude
from app.reference.row import ReferenceList

TIMETABLES: Final = ReferenceList(
    "timetables",
    Timetable,
    Path(__file__).parent / "data" / "timetables.csv",
    "when each bank is asked for its rates",
)
MAGNITUDES: Final = ReferenceList(
    "magnitudes",
    Magnitude,
    Path(__file__).parent / "data" / "magnitudes.csv",
    "about what a currency is worth, for the first rate that comes in",
)
