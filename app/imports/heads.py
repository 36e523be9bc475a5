"""Which row of a workbook is its head, and what each column means by it."""

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Final

from app.imports.column import Column
from app.kit.workbook.cell import Cell, SheetAbout, SheetRow, text_of

_DATA: Final = Path(__file__).parent / "data"
_LOOKED_AT: Final = 20
"""Rows in which a head is looked for: above it stand titles, addresses, dates."""
_LEAST: Final = 2
"""Columns that a head must have known: one alone may be a word by chance."""
MOST_COLUMNS: Final = 200


@dataclass(frozen=True, slots=True)
class TableHead:
    """The head of a sheet: its rows, its texts, and the meaning of each column or ""."""

    first_row: int
    last_row: int
    """The same as the first, or the next one where the head has two rows."""
    texts: tuple[str, ...]
    columns: tuple[str, ...]

    @property
    def known(self) -> int:
        """How many columns are recognised."""
        return sum(1 for each in self.columns if each)

    @property
    def key(self) -> str:
        """What a head is known by when it comes again."""
        return "|".join(folded(text) for text in self.texts)


def folded(text: str) -> str:
    """Return a head without case, width, spaces and signs."""
    plain = unicodedata.normalize("NFKC", text).casefold().replace("ё", "е")
    return "".join(sign for sign in plain if sign.isalnum())


_HEADS: Final[Mapping[str, Sequence[str]]] = json.loads(
    (_DATA / "heads.json").read_text(encoding="utf-8")
)


def _read_meanings() -> dict[str, str]:
    found: dict[str, str] = {}
    for meaning, texts in _HEADS.items():
        for text in [meaning, *texts]:
            if found.setdefault(folded(text), Column(meaning)) != meaning:
                raise ValueError(f"{text} means {meaning} and {found[folded(text)]}")
    return found


MEANINGS: Final[Mapping[str, str]] = _read_meanings()
"""The meaning of each folded head."""


def meaning_of(*texts: str) -> str:
    """Return the meaning of the first text that has one; empty when none has."""
    return next((MEANINGS[folded(text)] for text in texts if folded(text) in MEANINGS), "")


OURS: Final = "Keruen"
"""What the heads of the columns begin with that we add to a workbook; they mean nothing."""


_NO_MATTER: Final = frozenset(
    folded(text)
    for text in json.loads((_DATA / "passed.json").read_text(encoding="utf-8"))["columns"]
)


def is_no_matter(text: str) -> bool:
    """Return whether a column is left out unasked: a running number, a picture, one of ours."""
    return folded(text) in {"", *_NO_MATTER} or folded(text).startswith(folded(OURS))


def head_in(column: Column, language: str) -> str:
    """Return a head that is recognised: in Chinese, Russian or English."""
    script = {"zh_Hans": _CHINESE, "en": _LATIN}.get(language, _CYRILLIC)
    found = next((text for text in _HEADS[column] if script.search(text)), _HEADS[column][0])
    return found[0].upper() + found[1:]


_CHINESE: Final = re.compile("[\u4e00-\u9fff]")
_CYRILLIC: Final = re.compile("[а-я]")
_LATIN: Final = re.compile("[a-z]")


def find_head(sheet: SheetAbout) -> TableHead | None:
    """Return the likeliest head of a sheet; None for an empty sheet.

    A head that is not recognised is the first row with several texts: a person says what it means.
    """
    rows = [row for row in sheet.first if row.number <= sheet.first[0].number + _LOOKED_AT]
    if not rows:
        return None
    heads = [_single(row) for row in rows]
    heads += [_double(*pair) for pair in pairwise(rows)]
    best = max(heads, key=lambda head: (head.known, head.first_row == head.last_row))
    if best.known >= _LEAST:
        return best
    return next((head for head in heads if sum(map(bool, head.texts)) > 1), heads[0])


def _single(row: SheetRow) -> TableHead:
    texts = _texts(row.cells)
    return TableHead(row.number, row.number, texts, _once([meaning_of(text) for text in texts]))


def _double(upper: SheetRow, lower: SheetRow) -> TableHead:
    """Return the head of two rows: what is merged above stands over every column below."""
    width = max(len(upper.cells), len(lower.cells))
    above, below = (_texts((*row.cells, *[""] * width)[:width]) for row in (upper, lower))
    texts, meanings, last = [], [], ""
    for high, low in zip(above, below, strict=True):
        last = high or (last if low else "")
        texts.append(" ".join(dict.fromkeys(filter(None, (last, low)))))
        meanings.append(meaning_of(f"{last} {low}", low, high))
    return TableHead(upper.number, lower.number, tuple(texts), _once(meanings))


def _once(meanings: Sequence[str]) -> tuple[str, ...]:
    """Return the meanings, each of the first column alone: the person says which it is."""
    seen: set[str] = set()
    found = []
    for each in meanings:
        found.append("" if each in seen else each)
        seen.add(each)
    return tuple(found)


def _texts(cells: Sequence[Cell]) -> tuple[str, ...]:
    return tuple(" ".join(text_of(cell).split()) for cell in cells[:MOST_COLUMNS])
