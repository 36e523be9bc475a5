"""Every reference list that a station declares, by name."""

from typing import Any, Final

from app.countries.lists import COUNTRIES
from app.orders.lists import DELIVERIES, PAYMENT
from app.quotes.lists import HOLDING
from app.rates.lists import TIMETABLES
from app.reference.row import ReferenceList
from app.warehouse.lists import WEIGHING

LISTS: Final[dict[str, ReferenceList[Any]]] = {
    each.name: each for each in (COUNTRIES, DELIVERIES, TIMETABLES, HOLDING, PAYMENT, WEIGHING)
}
