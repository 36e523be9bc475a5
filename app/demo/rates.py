"""Rates for the demo shop: made-up answers in the banks' formats, day by day."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import Final

from app.rates.actions.importing import Imported, RateSubmission, take
from app.rates.actions.months import enter_holidays
from app.rates.banks import CBR, CBT, CFETS, ECB, NBK, NBT, Bank, get_bank
from app.rates.feeds import gacc
from app.rates.repository import published

FOLDER: Final = Path(__file__).parent / "data" / "rates"
DAYS: Final = 60
"""Days of history of a shop that opens now."""
_ANCHOR: Final = date(2026, 11, 23)
"""The day of the figures in the files; other days' figures are varied from them."""
_STEPS: Final = 13
_SATURDAY: Final = 5
_FIGURES: Final = {
    "nbk": re.compile(rb"(?<=<description>)[0-9]+(?:\.[0-9]+)?(?=</description>)"),
    "nbkr": re.compile(rb"(?<=<Value>)[0-9]+(?:,[0-9]+)?(?=</Value>)"),
    "cbu": re.compile(rb'(?<="Rate":")[0-9]+(?:\.[0-9]+)?(?=")'),
}
_DAYS: Final = {
    "nbk": re.compile(rb"(?<=<date>)[0-9.]{10}(?=</date>)"),
    "nbkr": re.compile(rb'(?<=Date=")[0-9.]{10}(?=")'),
    "cbu": re.compile(rb'(?<="Date":")[0-9.]{10}(?=")'),
}


async def import_demo(*, at: datetime, days: int = DAYS) -> tuple[Imported, ...]:
    """Import the rates of this many days up to today, and one table of each other bank."""
    today = NBK.day_at(at)
    imported = [
        await _import(get_bank(code), body, _morning(day, at))
        for code, day, body in _history(today - timedelta(days=days), today)
    ]
    imported += [
        await _import(bank, (FOLDER / name).read_bytes(), at) for bank, name in _OTHERS.items()
    ]
    holidays = gacc.parse_holidays((FOLDER / "holidays.csv").read_bytes())
    await enter_holidays(holidays, source="demo/holidays.csv", at=at)
    return tuple(imported)


_OTHERS: Final = {
    NBT: "nbt.xml",
    CBT: "cbt.csv",
    CBR: "cbr.xml",
    ECB: "ecb.csv",
    CFETS: "cfets.json",
}


async def import_missing(*, at: datetime) -> int:
    """Import the tables since the demo shop last ran; return how many."""
    today = NBK.day_at(at)
    last = await published.last_day(NBK)
    missed = list(_history(last + timedelta(days=1), today))
    for code, day, body in missed:
        await _import(get_bank(code), body, _morning(day, at))
    return len(missed)


async def _import(bank: Bank, body: bytes, at: datetime) -> Imported:
    return await take(bank, body, RateSubmission(source=f"demo/{bank.code}", at=at))


def _morning(day: date, at: datetime) -> datetime:
    return min(datetime.combine(day, time(3), tzinfo=UTC), at)


def _history(first: date, last: date) -> Iterator[tuple[str, date, bytes]]:
    """Yield (bank's code, day, body): working days, and on Saturdays the weekly table."""
    for back in range((last - first).days + 1):
        day = first + timedelta(days=back)
        if day.weekday() < _SATURDAY or day == last:
            yield "nbk", day, _body("nbk", "nbk_2026-11-23.xml", day)
            yield "nbkr", day, _body("nbkr", "nbkr_daily_2026-11-23.xml", day)
            yield "cbu", day, _body("cbu", "cbu.json", day)
        if day.weekday() == _SATURDAY or day - first < timedelta(days=1):
            yield "nbkr", day, _body("nbkr", "nbkr_weekly_2026-11-21.xml", day)


def _body(code: str, name: str, day: date) -> bytes:
    text = (FOLDER / name).read_bytes()
    dated = _DAYS[code].sub(f"{day:%d.%m.%Y}".encode(), text)
    factor = _factor(day)
    return _FIGURES[code].sub(lambda found: _moved(found[0], factor), dated)


def _moved(figure: bytes, factor: Decimal) -> bytes:
    """Multiply a figure by the factor, with its own decimal places and decimal sign."""
    value = Decimal(figure.replace(b",", b".").decode())
    places = Decimal(1).scaleb(int(value.as_tuple().exponent))
    moved = max((value * factor).quantize(places), places)
    text = f"{moved}".encode()
    return text.replace(b".", b",") if b"," in figure else text


def _factor(day: date) -> Decimal:
    """Return a reproducible random walk from 1 on the anchor's day."""
    low, high = sorted((day, _ANCHOR))
    factor = Decimal(1)
    for back in range((high - low).days):
        step = sha256((low + timedelta(days=back)).isoformat().encode()).digest()[0] % _STEPS
        factor *= 1 + Decimal(step - _STEPS // 2) / 2000
    return factor
