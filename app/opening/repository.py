"""What there is in a shop, gathered from every station."""

from datetime import date, datetime

from app.accounts import repository as accounts
from app.catalog import repository as catalog
from app.catalog.product import Tariff
from app.catalog.repository import codes
from app.countries.repository import list_currencies_now
from app.kit.clock import day_at
from app.opening.readiness import CurrencyState, ShopState
from app.payments.lists import find_bank_account
from app.rates.official import NoRate
from app.rates.repository import months, selling
from app.rates.selling import NoTerms, RateTooOld
from app.stock import repository as stock


async def read_state(*, at: datetime) -> ShopState:
    """Read what there is at the instant."""
    on = day_at(at)
    operator = await accounts.find_operator()
    return ShopState(
        people=await accounts.count_people(),
        currencies=[await _currency(code, on=on, at=at) for code in list_currencies_now()],
        has_month_rates=bool(await months.list_month_rates(on.replace(day=1))),
        has_customs_code=bool(operator and operator.customs_code),
        malls=await catalog.count_malls(),
        goods=await catalog.count_products(),
        without_code=await codes.count_without_code(Tariff.CHINA),
        lots=await stock.count_filled_lots(),
    )


async def _currency(code: str, *, on: date, at: datetime) -> CurrencyState:
    has_rate = has_terms = True
    try:
        await selling.selling_known(code, at)
    except (NoRate, RateTooOld):
        has_rate = False
        has_terms = bool(await selling.list_terms(code))
    except NoTerms:
        has_terms = False
    return CurrencyState(
        currency=code,
        has_rate=has_rate,
        has_terms=has_terms,
        has_account=find_bank_account(code, on=on) is not None,
    )
