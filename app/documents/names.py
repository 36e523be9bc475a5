"""Names of units and packings in the two languages of trade papers.

A code without names is refused, never guessed. Units and packings are those of
`customs.codes`; countries are named in their own rows (`app/countries`).
"""

from dataclasses import dataclass
from typing import Final

from app.kit.i18n import N_
from app.kit.refusal import Refusal
from customs import codes


class NoNameOnPapers(Refusal):
    """A code has no name in Chinese and Russian."""

    code = "paper.no_word_on_papers"
    sentence = N_("Trade papers have no name for the code %(code)s (%(list)s).")


@dataclass(frozen=True, slots=True)
class Pair:
    """A name in the two languages of trade papers."""

    zh: str
    ru: str


UNITS: Final = {row.code: Pair(row.name_zh, row.name_ru) for row in codes.UNITS if row.name_ru}
PACKINGS: Final = {
    row.code: Pair(row.name_zh, row.name_ru) for row in codes.PACKINGS if row.name_ru
}


def unit(code: str) -> Pair:
    """Return the name of a unit (three digits of Chinese customs); raises `NoNameOnPapers`."""
    return _name(UNITS, code, "计量单位")


def packing(code: str) -> Pair:
    """Return the name of a packing (two digits of Chinese customs); raises `NoNameOnPapers`."""
    return _name(PACKINGS, code, "包装种类")


def _name(names: dict[str, Pair], code: str, list_name: str) -> Pair:
    if code not in names:
        raise NoNameOnPapers(code=code, list=list_name)
    return names[code]
