"""The level of a row by its name: the number of dashes, or a title above all."""

import re
from typing import Final

from customs.tariff.table import TableRow

_DASHES: Final = "–—"
_TITLE: Final = re.compile(r"[IVXLC]+\.\s|(?=.*[А-ЯЁ]{5})[А-ЯЁ][^a-zа-яё]*$")
"""A part of a chapter (`I. …`), or words in capitals, one of them longer than an abbreviation."""
_ABOVE_HEADINGS: Final = -1


def own_name(row: TableRow) -> str:
    """Return the name of a row without the dashes of its level."""
    return row.name.text.lstrip(_DASHES + " ")


def level(row: TableRow) -> int:
    """Return the number of dashes before a name; -1 for a title without a code."""
    if not row.code.text and _TITLE.match(row.name.text):
        return _ABOVE_HEADINGS
    return sum(letter in _DASHES for letter in row.name.text[: -len(own_name(row))])
