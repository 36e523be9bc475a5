"""Asking a bank for its rates: its own site and no other, a limit of time, a limit of size."""

import asyncio
from typing import Final

import httpx

from app.kit.refusal import Refusal
from app.kit.words import N_
from app.rates.banks import Bank
from app.rates.feeds.feed import LIMIT_BYTES, HugeBody

STEP_SECONDS: Final = 10
"""How long a connection or the next piece of an answer may take."""
WHOLE_SECONDS: Final = 40
"""How long a whole answer may take, however steadily it drips."""

# Packed answers are not asked for and not unpacked: a few bytes could swell past any limit.
_PLAIN: Final = {"accept-encoding": "identity"}


class BankSilent(Refusal):
    """The bank's site did not answer, or not to the end, in time."""

    sentence = N_("%(bank)s did not answer in time, or broke off.")


class BankTroubled(Refusal):
    """The bank's site answered with something else than a page: an error, or a way elsewhere."""

    sentence = N_("%(bank)s answered with the status %(status)s instead of rates.")


async def fetch(
    bank: Bank,
    path: str,
    *,
    step_seconds: float = STEP_SECONDS,
    whole_seconds: float = WHOLE_SECONDS,
) -> bytes:
    """Will give the bytes that the bank's site answers for a path; redirects are not followed.

    Raises `BankSilent`, `BankTroubled` or `HugeBody`.
    """
    try:
        async with asyncio.timeout(whole_seconds):
            return await _read(bank, path, step_seconds)
    except (httpx.TransportError, TimeoutError) as trouble:
        raise BankSilent(bank=bank) from trouble


async def _read(bank: Bank, path: str, step_seconds: float) -> bytes:
    pieces = bytearray()
    async with (
        httpx.AsyncClient(follow_redirects=False, timeout=step_seconds, headers=_PLAIN) as client,
        client.stream("GET", bank.site + path) as answer,
    ):
        if answer.status_code != httpx.codes.OK:
            raise BankTroubled(bank=bank, status=answer.status_code)
        async for piece in answer.aiter_raw():
            pieces += piece
            if len(pieces) > LIMIT_BYTES:
                raise HugeBody(bank=bank, limit_bytes=LIMIT_BYTES)
    return bytes(pieces)
