"""Names of units and packings in the two languages of trade papers.

A code without names is a refusal: a paper never guesses a word. Units and packings are those of
`customs.codes`; countries are named in their own rows (`app/countries`).
"""

from dataclasses import dataclass
from typing import Final

from app.kit.i18n import N_
from app.kit.refusal import Refusal
from customs import codes


class NoWordOnPapers(Refusal):
    """Trade papers have no word for a code in Chinese and Russian."""

    code = "paper.no_word_on_papers"
    sentence = N_("Trade papers have no name for the code %(code)s (%(list)s).")


@dataclass(frozen=True, slots=True)
class Pair:
    """One thing named in the two languages of trade papers."""

    zh: str
    ru: str


UNITS: Final = {row.code: Pair(row.name_zh, row.name_ru) for row in codes.UNITS if row.name_ru}
PACKINGS: Final = {
    row.code: Pair(row.name_zh, row.name_ru) for row in codes.PACKINGS if row.name_ru
}


def unit(code: str) -> Pair:
    """Name a unit (three digits of Chinese customs); raises `NoWordOnPapers`."""
    return _word(UNITS, code, "计量单位")


def packing(code: str) -> Pair:
    """Name a packing type (two digits of Chinese customs); raises `NoWordOnPapers`."""
    return _word(PACKINGS, code, "包装种类")


def _word(words: dict[str, Pair], code: str, list_name: str) -> Pair:
    if code not in words:
        raise NoWordOnPapers(code=code, list=list_name)
    return words[code]
