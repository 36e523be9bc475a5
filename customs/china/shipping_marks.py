"""Shipping marks: numbers of cartons written as ranges."""

import re
from collections.abc import Iterable
from typing import Final

_NUMBER: Final = re.compile(r"(.*?)(\d*)$", re.DOTALL)
_TO: Final = "…"


def format_marks(numbers: Iterable[str]) -> str:
    """Return numbers of cartons with ranges in their order: `C-0001…C-0003, C-0007`."""
    runs: list[list[str]] = []
    for number in numbers:
        if runs and _follows(runs[-1][-1], number):
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(run[0] if len(run) == 1 else f"{run[0]}{_TO}{run[-1]}" for run in runs)


def _follows(one: str, other: str) -> bool:
    stem, digits = _parts(one)
    other_stem, other_digits = _parts(other)
    alike = stem == other_stem and len(digits) == len(other_digits) > 0
    return alike and int(other_digits) == int(digits) + 1


def _parts(number: str) -> tuple[str, str]:
    found = _NUMBER.match(number)
    return (found[1], found[2]) if found else (number, "")
