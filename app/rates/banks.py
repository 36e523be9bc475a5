"""The banks whose official rates are stored, and which of them a buyer's currency sells by."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

from app.countries.country import Country
from app.countries.repository import every_country, list_buyers_now
from app.kit.i18n import N_
from app.kit.refusal import NotFound, Refusal
from app.reference import current
from app.reference.edition import ReferenceEdition


class UnknownBank(NotFound):
    """No bank has this code."""

    code = "rate.unknown_bank"
    sentence = N_("There is no bank with the code %(bank)s.")


class NoBank(Refusal):
    """No national bank is known that publishes rates in this currency."""

    code = "rate.no_bank"
    sentence = N_("No national bank is known for the currency %(currency)s.")


@dataclass(frozen=True, slots=True)
class Bank:
    """A bank that publishes official exchange rates of its own currency.

    Its code selects the parser of its answers; everything else is in its country's row.
    """

    code: str

    @property
    def home(self) -> Country:
        """Return its country; raise `UnknownBank` where no country's row names it."""
        return _home_of(self.code)

    @property
    def country(self) -> str:
        """Return its country, ISO 3166-1 alpha-2."""
        return self.home.code

    @property
    def currency(self) -> str:
        """Return the bank's own currency, ISO 4217."""
        return self.home.currency.code

    @property
    def zone(self) -> ZoneInfo:
        """Return the time zone in which its days begin."""
        return self.home.clock

    @property
    def names(self) -> Mapping[str, str]:
        """Return its name by language: a refusal that carries the bank is written with it."""
        bank = self.home.bank
        return bank.names if bank else {"en": self.code}

    @property
    def site(self) -> str:
        """Return the scheme and host that its rates are fetched from; empty: nowhere."""
        bank = self.home.bank
        return bank.site if bank else ""

    def day_at(self, instant: datetime) -> date:
        """Return the calendar day of an instant where the bank is."""
        return self.home.day_at(instant)

    def __str__(self) -> str:
        return self.names["en"]


NBK: Final = Bank("nbk")
NBKR: Final = Bank("nbkr")
CBU: Final = Bank("cbu")
NBT: Final = Bank("nbt")
CBT: Final = Bank("cbt")
CBR: Final = Bank("cbr")
ECB: Final = Bank("ecb")
CFETS: Final = Bank("cfets")

BANKS: Final = {bank.code: bank for bank in (NBK, NBKR, CBU, NBT, CBT, CBR, ECB, CFETS)}
"""The banks whose answers we can parse, by code."""


def selling_banks() -> tuple[Bank, ...]:
    """Return the banks by whose rate of the yuan buyers' prices are calculated."""
    return tuple(
        BANKS[buyer.bank.code]
        for buyer in list_buyers_now()
        if buyer.bank and buyer.bank.code in BANKS
    )


def fetched_banks() -> tuple[Bank, ...]:
    """Return the banks that have a site to fetch from."""
    return tuple(bank for bank in BANKS.values() if bank.site)


def get_bank(code: str) -> Bank:
    """Return the bank of a code such as nbk; raises `UnknownBank`."""
    if code not in BANKS:
        raise UnknownBank(field="bank", bank=code)
    return BANKS[code]


def bank_for(currency: str) -> Bank:
    """Return the bank that a buyer's currency sells by; raises `NoBank` for any other."""
    for bank in selling_banks():
        if bank.currency == currency:
            return bank
    raise NoBank(field="currency", currency=currency)


def _home_of(code: str) -> Country:
    homes = current.edition().derive(_homes)
    if code not in homes:
        raise UnknownBank(field="bank", bank=code)
    return homes[code]


def _homes(edition: ReferenceEdition) -> Mapping[str, Country]:
    """Return the country of each bank by its latest row."""
    return {each.bank.code: each for each in every_country(edition) if each.bank}
