"""Parsers of the banks' rates, one module per bank: from bytes to rates, without the network."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from app.rates.banks import CBR, CBT, CBU, CFETS, ECB, NBK, NBKR, NBT, get_bank
from app.rates.feeds import cbr, cbt, cbu, cfets, ecb, nbk, nbkr, nbt
from app.rates.feeds.feed import OtherDay
from app.rates.fetching import Ask
from app.rates.official import OfficialRate

Parse = Callable[[bytes], tuple[OfficialRate, ...]]
Asks = Callable[[date], tuple[Ask, ...]]

_PARSERS: Final[dict[str, Parse]] = {
    NBK.code: nbk.parse,
    NBKR.code: nbkr.parse,
    CBU.code: cbu.parse,
    NBT.code: nbt.parse,
    CBT.code: cbt.parse,
    CBR.code: cbr.parse,
    ECB.code: ecb.parse,
    CFETS.code: cfets.parse,
}
_ASKS: Final[dict[str, Asks]] = {
    NBK.code: nbk.asks,
    NBKR.code: nbkr.asks,
    CBU.code: cbu.asks,
    NBT.code: nbt.asks,
    CBR.code: cbr.asks,
    ECB.code: ecb.asks,
    CFETS.code: cfets.asks,
}


def asks(code: str, on: date) -> tuple[Ask, ...]:
    """Return the requests for the bank's rates of a day; none for a bank without a site.

    Raises `UnknownBank`.
    """
    known = get_bank(code)
    return _ASKS[known.code](on) if known.site else ()


def parse(code: str, body: bytes) -> tuple[OfficialRate, ...]:
    """Parse a bank's answer; raises `UnknownBank`, or a subclass of `BadBody`."""
    return _PARSERS[get_bank(code).code](body)


def check_day(ask: Ask, rates: tuple[OfficialRate, ...]) -> None:
    """Raise `OtherDay` unless the rates are for the day asked for."""
    if ask.day is None:
        return
    got = max(rate.effective_on for rate in rates)
    if not ask.day - timedelta(days=ask.earlier_days) <= got <= ask.day:
        raise OtherDay(bank=get_bank(rates[0].bank), asked=ask.day, got=got)
