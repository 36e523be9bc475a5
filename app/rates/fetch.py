"""Fetching a bank's rates: from its own site alone, with limits of time, size and retries."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Final

import httpx

from app.kit.i18n import N_
from app.kit.refusal import Refusal
from app.rates.banks import Bank
from app.rates.feeds.feed import LIMIT_BYTES, HugeBody
from app.rates.fetching import Ask

_SERVER_TROUBLE: Final = 500
# Compressed answers are not accepted: a few bytes could expand beyond any limit.
_PLAIN: Final = {"accept-encoding": "identity"}


class BankSilent(Refusal):
    """The bank's site did not answer, or not to the end, in time."""

    code = "rate.bank_silent"
    sentence = N_("%(bank)s did not answer in time, or broke off.")


class BankTroubled(Refusal):
    """The bank's site answered with an error or a redirect."""

    code = "rate.bank_troubled"
    sentence = N_("%(bank)s answered with the status %(status)s instead of rates.")


@dataclass(frozen=True, slots=True)
class Patience:
    """Timeouts and retries of a request to a bank."""

    step_seconds: float = 10
    """For a connection, or for the next chunk of an answer."""
    whole_seconds: float = 40
    """For a whole answer, however steadily it arrives."""
    pauses_seconds: tuple[float, ...] = (1, 3)
    """Before the second try, the third, and so on."""


@dataclass(frozen=True, slots=True)
class Caller:
    """One client for a whole round of banks, so that connections are reused."""

    client: httpx.AsyncClient
    patience: Patience

    async def fetch(self, bank: Bank, ask: Ask) -> bytes:
        """Return the bytes that the bank's site answers; redirects are not followed.

        A silent or troubled site is asked again after a pause. Raises `BankSilent`,
        `BankTroubled` or `HugeBody`.
        """
        for pause in self.patience.pauses_seconds:
            try:
                return await self._try(bank, ask)
            except BankSilent:
                await asyncio.sleep(pause)
            except BankTroubled as trouble:
                if int(str(trouble.fields["status"])) < _SERVER_TROUBLE:
                    raise
                await asyncio.sleep(pause)
        return await self._try(bank, ask)

    async def _try(self, bank: Bank, ask: Ask) -> bytes:
        try:
            async with asyncio.timeout(self.patience.whole_seconds):
                return await self._read(bank, ask)
        except (httpx.TransportError, TimeoutError) as trouble:
            raise BankSilent(bank=bank) from trouble

    async def _read(self, bank: Bank, ask: Ask) -> bytes:
        method = "GET" if ask.body is None else "POST"
        async with self.client.stream(
            method, bank.site + ask.path, data=ask.body, headers=dict(ask.headers)
        ) as answer:
            # An error's answer is read to its end too, or the connection could not be reused.
            body = await _whole(answer, bank)
        if answer.status_code != httpx.codes.OK:
            raise BankTroubled(bank=bank, status=answer.status_code)
        return body


async def _whole(answer: httpx.Response, bank: Bank) -> bytes:
    pieces = bytearray()
    async for piece in answer.aiter_raw():
        pieces += piece
        if len(pieces) > LIMIT_BYTES:
            raise HugeBody(bank=bank, limit_bytes=LIMIT_BYTES)
    return bytes(pieces)


@asynccontextmanager
async def calling(patience: Patience | None = None) -> AsyncIterator[Caller]:
    """Yield a caller whose client is open for the block."""
    patience = patience or Patience()
    async with httpx.AsyncClient(
        follow_redirects=False, timeout=patience.step_seconds, headers=_PLAIN
    ) as client:
        yield Caller(client, patience)
