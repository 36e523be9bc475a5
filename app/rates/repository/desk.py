"""Read model of the rates desk."""

from collections.abc import Mapping
from datetime import datetime

from app.kit.refusal import Refusal
from app.rates.banks import BANKS, Bank, selling_banks
from app.rates.desk import BankDesk, CurrencyDesk, Desk
from app.rates.draft import DraftState
from app.rates.fetching import Fetch
from app.rates.official import NoRates, OfficialRate
from app.rates.repository import drafts
from app.rates.repository.published import last_fetches, list_held, list_in_force
from app.rates.repository.selling import list_stops, selling_known
from app.rates.selling import SellingRate
from app.rates.stop import Stop

WAITING = (DraftState.DRAFTED, DraftState.REHEARSED)


async def get_currency_desk(bank: Bank, stops: list[Stop], *, at: datetime) -> CurrencyDesk:
    """Return one currency's part of the desk; what is missing is listed, not raised."""
    selling: list[SellingRate] = []
    refusals: list[Refusal] = []
    try:
        selling = [await selling_known(bank.currency, at)]
    except Refusal as refusal:
        refusals = [refusal]
    mine = tuple(stop for stop in stops if stop.currency == bank.currency)
    return CurrencyDesk(bank, bank.day_at(at), tuple(selling), mine, tuple(refusals))


async def get_bank_desk(bank: Bank, fetches: Mapping[str, Fetch], *, at: datetime) -> BankDesk:
    """Return the rates in force at a bank; none if it has published nothing yet."""
    today = bank.day_at(at)
    rates: list[OfficialRate] = []
    try:
        rates = await list_in_force(bank, on=today, at=at)
    except NoRates:
        rates = []
    last = tuple(fetches[code] for code in [bank.code] if code in fetches)
    return BankDesk(bank, today, tuple(rates), last)


async def get_desk(*, at: datetime) -> Desk:
    """Return the whole desk at an instant."""
    stops, fetches = await list_stops(), await last_fetches()
    return Desk(
        currencies=tuple([await get_currency_desk(each, stops, at=at) for each in selling_banks()]),
        banks=tuple([await get_bank_desk(each, fetches, at=at) for each in BANKS.values()]),
        held=tuple(await list_held()),
        drafts=tuple(await drafts.list_drafts(WAITING)),
        log=tuple(await drafts.list_log()),
    )


async def count_waiting() -> dict[str, int]:
    """Count the currencies stopped, the rates to confirm and the drafts to publish."""
    return {
        "stopped": len(await list_stops()),
        "held": len(await list_held()),
        "drafts": len(await drafts.list_drafts(WAITING)),
    }
