"""Importing the shipped tariff data: the lines of the demo goods, notes, figures."""

import hashlib
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Final

from app.kit.db import transaction
from app.tariff.edition import EAEU, Edition, from_publication
from app.tariff.lists import Row, read_list
from app.tariff.repository import beside, editions
from customs.countries.known import known_figures
from customs.tariff.publication import read_publication

_KNOWN: Final = Path(__file__).parents[1] / "known"
_LINES: Final = _KNOWN / "lines"
"""One file per chapter, named by the first day it is known to be in force: 08_2024-07-28.csv."""
_SOURCE: Final = "Common Customs Tariff of the EAEU, chapter {chapter} in force from {day}"
UNSEEN: Final = frozenset({"04", "33", "61", "63", "65", "84", "87", "92", "95"})
"""Chapters whose lines could not be compared with the publication, as their source says."""
_NOT_SEEN: Final = "; not yet seen in its source"
_FILES: Final = ("notes", "exemptions", "measures", "requirements", "excises")


async def enter_known(*, at: datetime) -> None:
    """Save the shipped rows that were never saved; rows entered by administrators stay."""
    async with transaction():
        await editions.lock(EAEU)
        for path in sorted(_LINES.glob("*.csv")):
            await _enter_chapter(path.stem, path.read_bytes(), at=at)
        for name in _FILES:
            await enter_rows(read_list(name, (_KNOWN / f"{name}.csv").read_bytes()))
        await enter_rows(known_figures())


async def _enter_chapter(name: str, body: bytes, *, at: datetime) -> None:
    chapter, day = name.split("_")
    edition = Edition(
        tariff=EAEU,
        source=_SOURCE.format(chapter=chapter, day=day) + _NOT_SEEN * (chapter in UNSEEN),
        sha256=hashlib.sha256(body).hexdigest(),
        valid_from=date.fromisoformat(day),
        whole_chapters=(),
    )
    if not await editions.has_edition(EAEU, edition.sha256):
        lines = [from_publication(line) for line in read_publication(body).lines]
        await editions.save_edition(edition, lines, at=at)


async def enter_rows(rows: Iterable[Row]) -> int:
    """Save the rows that are not stored yet; return how many."""
    stored: dict[type[Row], list[Row]] = {}
    fresh = []
    for row in rows:
        kind = type(row)
        if kind not in stored:
            stored[kind] = list(await beside.list_rows(kind))
        if row not in stored[kind]:
            fresh.append(row)
    await beside.save_rows(fresh)
    return len(fresh)
