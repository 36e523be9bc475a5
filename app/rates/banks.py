"""The banks whose official rates are kept, and which of them a buyer's currency sells by."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

from app.accounts.company import BUYER_CURRENCIES
from app.kit.refusal import NotFound, Refusal
from app.kit.words import N_, translate


class UnknownBank(NotFound):
    """No bank goes by this code here."""

    sentence = N_("There is no bank with the code %(bank)s.")


class NoBank(Refusal):
    """No national bank is known that publishes rates in this currency."""

    sentence = N_("No national bank is known for the currency %(currency)s.")


@dataclass(frozen=True, slots=True)
class Bank:
    """A bank that publishes what its own `currency` is worth in foreign ones, or they in it."""

    code: str
    name: str
    """English source of the name, marked for translation."""
    country: str
    """ISO 3166-1 alpha-2."""
    currency: str
    """The bank's own money, ISO 4217."""
    zone: ZoneInfo
    """The clock by which a day begins there."""
    site: str
    """Scheme and host that its rates are fetched from, and no other; empty: nowhere."""

    def day_at(self, instant: datetime) -> date:
        """Will give the calendar day of an instant where the bank is."""
        return instant.astimezone(self.zone).date()

    def __str__(self) -> str:
        """The bank's name in the reader's language: refusals carry the bank and say it."""
        return translate(self.name)


NBK: Final = Bank(
    code="nbk",
    name=N_("National Bank of Kazakhstan"),
    country="KZ",
    currency="KZT",
    zone=ZoneInfo("Asia/Almaty"),
    site="https://nationalbank.kz",
)
NBKR: Final = Bank(
    code="nbkr",
    name=N_("National Bank of the Kyrgyz Republic"),
    country="KG",
    currency="KGS",
    zone=ZoneInfo("Asia/Bishkek"),
    site="https://www.nbkr.kg",
)

CBU: Final = Bank(
    code="cbu",
    name=N_("Central Bank of Uzbekistan"),
    country="UZ",
    currency="UZS",
    zone=ZoneInfo("Asia/Tashkent"),
    site="https://cbu.uz",
)
NBT: Final = Bank(
    code="nbt",
    name=N_("National Bank of Tajikistan"),
    country="TJ",
    currency="TJS",
    zone=ZoneInfo("Asia/Dushanbe"),
    site="https://www.nbt.tj",
)
CBT: Final = Bank(
    code="cbt",
    name=N_("Central Bank of Turkmenistan"),
    country="TM",
    currency="TMT",
    zone=ZoneInfo("Asia/Ashgabat"),
    site="",  # its rate is a peg: entered from a file, with its source
)
CBR: Final = Bank(
    code="cbr",
    name=N_("Bank of Russia"),
    country="RU",
    currency="RUB",
    zone=ZoneInfo("Europe/Moscow"),
    site="https://www.cbr.ru",
)
ECB: Final = Bank(
    code="ecb",
    name=N_("European Central Bank"),
    country="EU",
    currency="EUR",
    zone=ZoneInfo("Europe/Berlin"),
    site="https://data-api.ecb.europa.eu",
)
CFETS: Final = Bank(
    code="cfets",
    name=N_("China Foreign Exchange Trade System"),
    country="CN",
    currency="CNY",
    zone=ZoneInfo("Asia/Shanghai"),
    site="https://www.chinamoney.com.cn",
)

BANKS: Final = {bank.code: bank for bank in (NBK, NBKR, CBU, NBT, CBT, CBR, ECB, CFETS)}
SELLING_BANKS: Final = tuple(
    bank for bank in BANKS.values() if BUYER_CURRENCIES.get(bank.country) == bank.currency
)
"""The banks whose rate of the yuan buyers' prices are made with."""
FETCHED_BANKS: Final = tuple(bank for bank in BANKS.values() if bank.site)


def get_bank(code: str) -> Bank:
    """Will give the bank of a code such as nbk; raises `UnknownBank`."""
    if code not in BANKS:
        raise UnknownBank(bank=code)
    return BANKS[code]


def bank_for(currency: str) -> Bank:
    """Will give the bank that a buyer's currency sells by; raises `NoBank` for one we do not."""
    for bank in SELLING_BANKS:
        if bank.currency == currency:
            return bank
    raise NoBank(currency=currency)
