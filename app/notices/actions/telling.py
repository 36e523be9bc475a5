"""Telling people of what concerns them, once; and what they do without."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta
from typing import Final

from app.accounts import repository as accounts
from app.accounts.person import Reader
from app.catalog import repository as catalog
from app.kit.db import transaction
from app.kit.letters import write_letter
from app.notices import repository
from app.notices.actions.composing import compose
from app.notices.notice import ALWAYS, KINDS_OF, NoticeKind, kinds_of_move, wanted_kinds
from app.orders.repository import moves
from app.orders.repository.moves import MoveRecord
from app.quotes import repository as quotes

_MOST_AT_ONCE: Final = 50
_LOOKS_BACK: Final = 500
"""Ids are given before they are committed: one may appear below another that was told."""
_KEPT_FOR: Final = timedelta(days=90)
_ENDING: Final = timedelta(minutes=15)
"""How long before its end a quote gives notice."""


async def tell_moves(*, site: str, at: datetime) -> int:
    """Write letters of the orders' moves not yet told; return how many moves were told.

    `site` is the scheme and host that letters name.
    """
    async with transaction():
        cursor = await repository.lock_cursor()
        found = await moves.list_moves_after(
            cursor.last_id - _LOOKS_BACK, since=cursor.since, most=_LOOKS_BACK + _MOST_AT_ONCE
        )
        told = await repository.list_told([_key(move) for move in found])
        fresh = [move for move in found if _key(move) not in told]
        for move in fresh:
            await repository.save_told(_key(move), at=at)
            await _tell_move(move, site=site, at=at)
        if fresh:
            await repository.move_cursor(max(cursor.last_id, *(move.id for move in fresh)))
        return len(fresh)


async def tell_ending_quotes(*, site: str, at: datetime) -> int:
    """Write letters of the quotes that soon end; return how many quotes were told."""
    told = 0
    for quote in await quotes.list_ending(at, at + _ENDING):
        async with transaction():
            if await repository.save_told(f"quote:{quote.number}", at=at):
                people = [
                    reader
                    for reader in await accounts.list_people_of(quote.buyer)
                    if reader.person_id == quote.asked_by
                ]
                about = {"number": quote.number, "until": quote.held_until}
                await _tell(people, {NoticeKind.QUOTE_ENDING}, about, site=site, at=at)
                told += 1
    return told


async def forget_told(*, at: datetime) -> int:
    """Forget what was told long ago."""
    await repository.drop_told(at - _KEPT_FOR)
    return 0


async def choose(kinds: Collection[NoticeKind], *, by: Reader) -> None:
    """Save which kinds of letter a person wants, of those that the role gets."""
    declined = set(KINDS_OF.get(by.role, ())) - set(kinds) - ALWAYS
    async with transaction():
        await repository.save_declined(by.person_id, declined)


def _key(move: MoveRecord) -> str:
    return f"move:{move.id}"


async def _tell_move(move: MoveRecord, *, site: str, at: datetime) -> None:
    kinds = kinds_of_move(move.was, move.to_state)
    if not kinds:
        return
    companies = {move.buyer_id, *([move.broker_id] if move.broker_id else [])}
    if NoticeKind.GOODS_ORDERED in kinds:
        companies |= await _sellers_of(move.order_id)
    people = [
        each for company in sorted(companies) for each in await accounts.list_people_of(company)
    ]
    await _tell(people, kinds, {"number": move.number}, site=site, at=at)


async def _sellers_of(order_id: int) -> set[int]:
    products = await catalog.get_products_for_pricing(await moves.list_products_of(order_id))
    return {product.seller.id for product in products.values()}


async def _tell(
    people: Sequence[Reader],
    kinds: Iterable[NoticeKind],
    about: dict[str, object],
    *,
    site: str,
    at: datetime,
) -> None:
    """Write a letter to each of the people for each of the kinds that they get."""
    declined = await repository.declined_by([reader.person_id for reader in people])
    for reader in people:
        wanted = wanted_kinds(reader.role, declined.get(reader.person_id, frozenset()))
        for kind in kinds:
            if kind in wanted:
                await write_letter(compose(kind, reader, about, site=site), at=at)
