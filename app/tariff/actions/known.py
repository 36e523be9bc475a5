"""Entering what was known when this was written: the tariff of the demo goods, notes, figures."""

import hashlib
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Final

from app.kit.db import transaction
from app.tariff.edition import EAEU, Edition, from_publication
from app.tariff.lists import Row, read_list
from app.tariff.store import beside, editions
from customs.countries.known import known_figures
from customs.tariff.publication import read_publication

_KNOWN: Final = Path(__file__).parents[1] / "known"
_SOURCE: Final = "Common Customs Tariff of the EAEU, chapters as published on 8 March 2026"
_SEEN_ON: Final = date(2026, 3, 8)
_FILES: Final = ("notes", "exemptions", "measures", "requirements")


async def enter_known(*, at: datetime) -> None:
    """Will enter whatever of it was never entered; what administrators entered stays."""
    body = (_KNOWN / "lines.csv").read_bytes()
    edition = Edition(
        tariff=EAEU,
        source=_SOURCE,
        sha256=hashlib.sha256(body).hexdigest(),
        valid_from=_SEEN_ON,
        whole_chapters=(),
    )
    async with transaction():
        await editions.lock(EAEU)
        if not await editions.has_edition(EAEU, edition.sha256):
            lines = [from_publication(line) for line in read_publication(body).lines]
            await editions.keep_edition(edition, lines, at=at)
        for name in _FILES:
            await enter_rows(read_list(name, (_KNOWN / f"{name}.csv").read_bytes()))
        await enter_rows(known_figures())


async def enter_rows(rows: Iterable[Row]) -> int:
    """Will enter the rows that are not there word for word; gives how many."""
    kept: dict[type[Row], list[Row]] = {}
    fresh = []
    for row in rows:
        kind = type(row)
        if kind not in kept:
            kept[kind] = list(await beside.list_rows(kind))
        if row not in kept[kind]:
            fresh.append(row)
    await beside.keep_rows(fresh)
    return len(fresh)
