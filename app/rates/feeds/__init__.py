"""How each bank writes its rates: one file per bank, from bytes to rates, and no network."""

from collections.abc import Callable
from typing import Final

from app.rates.banks import NBK, NBKR, get_bank
from app.rates.feeds import nbk, nbkr
from app.rates.official import OfficialRate

PARSERS: Final[dict[str, Callable[[bytes], tuple[OfficialRate, ...]]]] = {
    NBK.code: nbk.parse,
    NBKR.code: nbkr.parse,
}


def parse(code: str, body: bytes) -> tuple[OfficialRate, ...]:
    """Will read a bank's answer; raises `UnknownBank`, or a `BadBody` that says what is wrong."""
    return PARSERS[get_bank(code).code](body)
