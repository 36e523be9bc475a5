"""The national banks whose official rates we sell by, and which of them speaks for a currency."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

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
    """A national bank: it publishes how much of its own `currency` a foreign one is worth."""

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
    """Scheme and host that its rates are fetched from, and no other."""

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

BANKS: Final = {bank.code: bank for bank in (NBK, NBKR)}


def get_bank(code: str) -> Bank:
    """Will give the bank of a code such as nbk; raises `UnknownBank`."""
    if code not in BANKS:
        raise UnknownBank(bank=code)
    return BANKS[code]


def bank_for(currency: str) -> Bank:
    """Will give the bank whose own money this is; raises `NoBank`."""
    for bank in BANKS.values():
        if bank.currency == currency:
            return bank
    raise NoBank(currency=currency)
