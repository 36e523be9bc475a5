"""The reference list of the warehouse."""

from pathlib import Path
from typing import Final

from app.reference.row import ReferenceList
from app.warehouse.weighing import WeighingTolerance

WEIGHING: Final = ReferenceList(
    "weighing",
    WeighingTolerance,
    Path(__file__).parent / "data" / "weighing.csv",
    "how far the scale may stray from what is expected",
)
