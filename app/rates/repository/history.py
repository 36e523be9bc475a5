"""The history of a bank's rate of the yuan and of our terms."""

from datetime import date

from app.kit.money import CNY
from app.rates.banks import Bank
from app.rates.history import Point, days_to, history
from app.rates.repository.published import list_between
from app.rates.repository.selling import list_terms


async def get_history(bank: Bank, *, to: date, days: int) -> tuple[Point, ...]:
    """Return this many days up to the last one; days before the first rate are left out."""
    span = days_to(to, count=days)
    rates = await list_between(bank, CNY.code, first=span[0], last=to)
    return history(rates, await list_terms(bank.currency), bank=bank, days=span)
