"""Instants as clocks show them: the reader's country's, or our warehouse's."""

from datetime import datetime

from app.countries.repository import get_country
from app.kit import clock, formats


def say_instant(value: datetime, country: str | None) -> str:
    """Return an instant by the clock of a country; None is our warehouse's clock.

    Raises `NoRow` for a country that the list does not know on that day.
    """
    if country is None:
        return formats.instant(value, clock.WAREHOUSE_ZONE)
    return formats.instant(value, get_country(country, on=clock.day_at(value)).clock)
