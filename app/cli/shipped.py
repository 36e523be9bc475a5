"""Every reference list that a station declares, by name."""

from typing import Final

from app.catalog.prefectures import PREFECTURES
from app.catalog.searches import SEARCHES
from app.countries.lists import COUNTRIES
from app.orders.lists import DELIVERIES, PAYMENT
from app.payments.lists import BANK_ACCOUNTS
from app.quotes.lists import HOLDING
from app.rates.lists import MAGNITUDES, TIMETABLES
from app.reference.row import AnyList
from app.warehouse.lists import WEIGHING

LISTS: Final[dict[str, AnyList]] = {
    each.name: each
    for each in (
        COUNTRIES,
        DELIVERIES,
        TIMETABLES,
        MAGNITUDES,
        HOLDING,
        PAYMENT,
        BANK_ACCOUNTS,
        WEIGHING,
        PREFECTURES,
        SEARCHES,
    )
}
