"""China customs' month rates and statutory holidays, entered from files of our own form.

CSV with heads. Month rates: month (2026-12), currency, value, fixing_on, source. Holidays: day,
name, source. What is announced as a page or a picture is typed in; nothing is computed.
"""

from decimal import Decimal, InvalidOperation
from typing import Final

from app.rates.banks import CFETS
from app.rates.feeds.feed import BadRate, read_csv, read_iso_date
from app.rates.month import Holiday, MonthRate, read_month

_RATES: Final = frozenset({"month", "currency", "value", "fixing_on", "source"})
_HOLIDAYS: Final = frozenset({"day", "name", "source"})
# These files are of China too: their refusals name the bank whose country it is.
_WHOSE: Final = CFETS


def parse_month_rates(body: bytes) -> tuple[MonthRate, ...]:
    """Will read month rates; raises a `BadBody` or `NotAMonth`."""
    return tuple(_rate(row) for row in read_csv(body, bank=_WHOSE, columns=_RATES))


def _rate(row: dict[str, str]) -> MonthRate:
    try:
        value = Decimal(row["value"])
    except InvalidOperation as trouble:
        shown = {"currency": row["currency"][:20], "nominal": "1", "value": row["value"][:20]}
        raise BadRate(bank=_WHOSE, **shown) from trouble
    return MonthRate(
        month=read_month(row["month"]),
        currency=row["currency"],
        value=value,
        fixing_on=read_iso_date(row["fixing_on"], bank=_WHOSE),
        source=row["source"],
    )


def parse_holidays(body: bytes) -> tuple[Holiday, ...]:
    """Will read statutory holidays; raises a `BadBody`."""
    rows = read_csv(body, bank=_WHOSE, columns=_HOLIDAYS)
    return tuple(
        Holiday(read_iso_date(row["day"], bank=_WHOSE), row["name"], row["source"]) for row in rows
    )
