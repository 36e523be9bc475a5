"""The desk as it stands: what is in force, and what is missing."""

from datetime import datetime

from app.kit.refusal import Refusal
from app.rates.banks import BANKS, Bank
from app.rates.desk import BankDesk, Desk, changes
from app.rates.official import NoRate, NoRates, OfficialRate
from app.rates.selling import NoSpread, SellingRate
from app.rates.store.published import list_in_force
from app.rates.store.selling import list_spreads, selling_in_force


async def get_bank_desk(bank: Bank, *, at: datetime) -> BankDesk:
    """Will give one bank's part of the desk; what is missing is named there, not raised."""
    today = bank.day_at(at)
    rates: list[OfficialRate] = []
    selling: list[SellingRate] = []
    refusals: list[Refusal] = []
    try:
        rates = await list_in_force(bank, on=today)
        selling = [await selling_in_force(bank.currency, at)]
    except (NoRates, NoRate, NoSpread) as refusal:
        refusals = [refusal]
    return BankDesk(bank, today, tuple(rates), tuple(selling), tuple(refusals))


async def get_desk(*, at: datetime) -> Desk:
    """Will give the whole desk as it stands at an instant."""
    banks = tuple([await get_bank_desk(bank, at=at) for bank in BANKS.values()])
    return Desk(banks, changes(await list_spreads()))
