"""The mark of a footnote to a rate: a number and Cyrillic С, as 63С."""

import re
from typing import Final

from customs.refusal import N_, CustomsRefusal

_MARK: Final = re.compile("[0-9]{1,3}[СC]")
_BETWEEN: Final = re.compile("[ ,;]+")


class NotAMark(CustomsRefusal):
    """Raised when a text is not a number of up to three digits and С."""

    code = "customs.tariff.not_a_mark"
    sentence = N_("The mark of a footnote to a rate is a number and С, as 63С.")


def parse_mark(text: str) -> str:
    """Return a mark with Cyrillic С, also where Latin C is written; raises `NotAMark`."""
    if not _MARK.fullmatch(text):
        raise NotAMark
    return text.replace("C", "С")


def parse_marks(text: str) -> tuple[str, ...]:
    """Parse marks separated by blanks, commas or semicolons, as `9С), 63С)`.

    Raises `NotAMark`.
    """
    return tuple(parse_mark(each.removesuffix(")")) for each in _BETWEEN.split(text) if each)
