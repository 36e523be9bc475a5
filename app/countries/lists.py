"""The list of countries."""

from pathlib import Path
from typing import Final

from app.countries.country import Country
from app.reference.row import ReferenceList

COUNTRIES: Final = ReferenceList(
    "countries", Country, Path(__file__).parent / "data", "countries as commerce sees them"
)
