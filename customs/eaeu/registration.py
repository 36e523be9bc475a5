"""Registration numbers of declarations: office/DDMMYY/number in its journal.

A draft has none of its own; it names those of preceding declarations (box 40).
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from customs.refusal import N_, CustomsRefusal

_SHAPE: Final = re.compile(r"([0-9]{5}|[0-9]{8})/([0-9]{2})([0-9]{2})([0-9]{2})/([0-9]{5,7})")
_CENTURY: Final = 2000


class NoRegistrationNumber(CustomsRefusal):
    """Raised when a text is not office, day and number."""

    code = "customs.eaeu.no_registration_number"
    sentence = N_(
        "%(text)s is not a declaration's number: the customs office's 5 or 8 digits, the day as"
        " DDMMYY and 5 to 7 digits, with strokes between them."
    )


@dataclass(frozen=True, slots=True)
class RegistrationNumber:
    """The number under which customs registered a declaration."""

    office: str
    """5 digits in Kazakhstan, 8 in Kyrgyzstan."""
    on: date
    serial: str

    def __str__(self) -> str:
        return f"{self.office}/{self.on:%d%m%y}/{self.serial}"


def parse_registration_number(text: str) -> RegistrationNumber:
    """Parse a number such as `55302/010426/0000001`; raises `NoRegistrationNumber`."""
    found = _SHAPE.fullmatch(text.strip())
    if found is None:
        raise NoRegistrationNumber(text=text)
    office, day, month, year, serial = found.groups()
    try:
        on = date(_CENTURY + int(year), int(month), int(day))
    except ValueError as trouble:
        raise NoRegistrationNumber(text=text) from trouble
    return RegistrationNumber(office, on, serial)
