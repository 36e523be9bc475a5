"""How each bank writes its rates: one file per bank, from bytes to rates, and no network."""

from collections.abc import Callable
from datetime import date
from typing import Final

from app.rates.banks import NBK, NBKR, get_bank
from app.rates.feeds import nbk, nbkr
from app.rates.official import OfficialRate

_PARSERS: Final[dict[str, Callable[[bytes], tuple[OfficialRate, ...]]]] = {
    NBK.code: nbk.parse,
    NBKR.code: nbkr.parse,
}
_PATHS: Final[dict[str, Callable[[date], tuple[str, ...]]]] = {
    NBK.code: nbk.paths,
    NBKR.code: nbkr.paths,
}


def paths(code: str, on: date) -> tuple[str, ...]:
    """Will give what to ask the bank's site for the rates of a day; raises `UnknownBank`."""
    return _PATHS[get_bank(code).code](on)


def parse(code: str, body: bytes) -> tuple[OfficialRate, ...]:
    """Will read a bank's answer; raises `UnknownBank`, or a `BadBody` that says what is wrong."""
    return _PARSERS[get_bank(code).code](body)
