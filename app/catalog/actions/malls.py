"""Changing malls, and retiring them. What changed is kept: who, when, from, to."""

from datetime import datetime

from app.accounts.person import Reader
from app.catalog.mall import MallChanged, MallFacts, MallTaken, UnknownMallPicture, check_accent
from app.catalog.product import check_texts
from app.catalog.repository import malls as repository
from app.kit import once
from app.kit.db import transaction


async def open_mall(facts: MallFacts, *, by: Reader, at: datetime) -> None:
    """Open a mall; raises `TextsMissing`, `BadAccent`, `UnknownMallPicture` or `MallTaken`."""
    _check(facts)
    async with transaction():
        await once.claim()
        if await repository.find_sheet(facts.code) is not None:
            raise MallTaken(field="code", code=facts.code)
        await _check_picture(facts.picture)
        await repository.save_mall(facts)
        await repository.save_opening(facts, by_id=by.person_id, at=at)


async def change_mall(facts: MallFacts, *, seen: int, by: Reader, at: datetime) -> None:
    """Change a mall's texts and look; `seen` is the version that the form was made of.

    Raises `TextsMissing`, `BadAccent`, `UnknownMallPicture`, `NoSuchMall` or `MallChanged`.
    """
    _check(facts)
    async with transaction():
        held = await repository.lock_sheet(facts.code)
        if held.version != seen:
            raise MallChanged(code=facts.code)
        await _check_picture(facts.picture)
        await repository.save_change(held, facts, by_id=by.person_id, at=at)


async def _check_picture(picture: str) -> None:
    if picture not in await repository.list_pictures():
        raise UnknownMallPicture(field="picture", picture=picture)


async def retire_mall(code: str, *, is_retired: bool, by: Reader, at: datetime) -> None:
    """Take a mall out of the shop, or bring it back; its goods stay. Raises `NoSuchMall`."""
    async with transaction():
        held = await repository.lock_sheet(code)
        if held.is_retired is not is_retired:
            await repository.save_retirement(held, is_retired=is_retired, by_id=by.person_id, at=at)


def _check(facts: MallFacts) -> None:
    check_texts(facts.code, facts.names, facts.intros)
    check_accent(facts.accent)
