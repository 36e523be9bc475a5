"""Importing editions of a tariff beside the earlier ones."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from app.kit.db import transaction
from app.tariff.edition import Edition, EditionDifference, EmptyEdition, TariffLine, compare
from app.tariff.repository import editions


async def import_editions(
    found: Iterable[tuple[Edition, Sequence[TariffLine]]], *, at: datetime
) -> EditionDifference:
    """Save all editions, the oldest first, and return what they change.

    Each is compared with what was in force on its own first day. Raises `EmptyEdition` or
    `EditionKnown`, and saves none.
    """
    whole = EditionDifference((), (), ())
    async with transaction():
        for edition, lines in sorted(found, key=lambda each: each[0].valid_from):
            if not lines:
                raise EmptyEdition(source=edition.source)
            await editions.lock(edition.tariff)
            whole = whole.with_more(await compare_edition(edition, lines))
            await editions.save_edition(edition, lines, at=at)
    return whole


async def compare_edition(edition: Edition, lines: Sequence[TariffLine]) -> EditionDifference:
    """Return what an edition would change, without saving it."""
    chapters = {line.chapter for line in lines} | set(edition.whole_chapters)
    held = await editions.list_chapters(edition.tariff, chapters, on=edition.valid_from)
    return compare({line.code: line for line in held}, lines, whole_chapters=edition.whole_chapters)
