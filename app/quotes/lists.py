"""The reference list of quotes."""

from pathlib import Path
from typing import Final

from app.quotes.quote import HoldingTime
from app.reference.row import ReferenceList

HOLDING: Final = ReferenceList(
    "holding",
    HoldingTime,
    Path(__file__).parent / "data" / "holding.csv",
    "how long a quote holds price and goods",
)
