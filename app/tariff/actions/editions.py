"""Importing an edition of a tariff beside the earlier ones."""

from collections.abc import Sequence
from datetime import datetime

from app.kit.db import transaction
from app.tariff.edition import Difference, Edition, TariffLine, compare
from app.tariff.store import editions


async def import_edition(
    edition: Edition, lines: Sequence[TariffLine], *, at: datetime
) -> Difference:
    """Will keep an edition and tell what it changes against what held on its first day.

    Raises `EditionKnown`, and keeps nothing.
    """
    async with transaction():
        await editions.lock(edition.tariff)
        difference = await compare_edition(edition, lines)
        await editions.keep_edition(edition, lines, at=at)
    return difference


async def compare_edition(edition: Edition, lines: Sequence[TariffLine]) -> Difference:
    """Will tell what an edition would change, and keep nothing."""
    chapters = {line.chapter for line in lines} | set(edition.whole_chapters)
    held = await editions.list_chapters(edition.tariff, chapters, on=edition.valid_from)
    return compare({line.code: line for line in held}, lines, whole_chapters=edition.whole_chapters)
