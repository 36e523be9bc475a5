"""A line of the Chinese tariff: a ten-digit code between two days."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from app.kit.i18n import N_
from app.kit.refusal import BadInput, Conflict, NotFound
from customs.identifiers import is_digits

CODE_DIGITS: Final = 10
UNIT_DIGITS: Final = 3


class UnknownCode(NotFound):
    """The Chinese tariff, as far as it is stored, has no such code on the day."""

    code = "tariff.unknown_code"
    sentence = N_("The Chinese tariff has no code %(code)s on %(day)s.")


class BadChinaLine(BadInput):
    """A code or a unit has the wrong number of digits, or the last day is before the first."""

    code = "tariff.bad_china_line"
    sentence = N_("The tariff line %(code)s is not whole: look at its %(field)s.")


class LinesOverlap(Conflict):
    """Another line is valid for the same code on some of these days."""

    code = "tariff.lines_overlap"
    sentence = N_("Another line for the code %(code)s holds already on %(day)s.")


@dataclass(frozen=True, slots=True, kw_only=True)
class ChinaLine:
    """A line of the Chinese tariff. Raises `BadChinaLine`."""

    code: str
    """Ten digits."""
    name_zh: str
    unit_1: str
    """Statutory unit: three digits of Chinese customs, such as 035 (千克)."""
    element_names: tuple[str, ...]
    """The declared elements (申报要素) that the code asks for, in the order of their slots."""
    source: str
    valid_from: date
    valid_to: date | None = None
    """The last day it is valid; None while no end is known."""
    unit_2: str = ""
    """Second statutory unit; empty when the line has none."""
    supervision_letters: str = ""
    """Letters of the permits that the code asks for (监管证件), such as A and B."""

    def __post_init__(self) -> None:
        for field in _faults(self):
            raise BadChinaLine(code=self.code, field=field)


def succeed(line: ChinaLine, stored: Iterable[ChinaLine]) -> list[ChinaLine]:
    """Return the stored lines that end where this one begins: at most the one still open.

    Raises `LinesOverlap` when one is valid on some of the new line's days and cannot end before.
    """
    ending = []
    for other in stored:
        if other.valid_to is None and other.valid_from < line.valid_from:
            ending.append(other)
        elif _overlap(line, other):
            raise LinesOverlap(code=line.code, day=max(line.valid_from, other.valid_from))
    return ending


def _overlap(one: ChinaLine, other: ChinaLine) -> bool:
    one_to, other_to = one.valid_to or date.max, other.valid_to or date.max
    return one.valid_from <= other_to and other.valid_from <= one_to


def _faults(line: ChinaLine) -> list[str]:
    checks = {
        "code": is_digits(line.code, CODE_DIGITS),
        "unit_1": is_digits(line.unit_1, UNIT_DIGITS),
        "unit_2": not line.unit_2 or is_digits(line.unit_2, UNIT_DIGITS),
        "name_zh": bool(line.name_zh),
        "source": bool(line.source),
        "valid_to": line.valid_to is None or line.valid_from <= line.valid_to,
    }
    return [field for field, is_whole in checks.items() if not is_whole]
