"""Normalizing text of the publication: blanks, hyphens and line breaks."""

import re
from typing import Final

NO_CHARACTER: Final = re.compile("\u00ad[\r\n]*|[\u200b\u200c\u200d\u2060\ufeff]")
"""Soft hyphens with the break after them, and characters without width."""
_BLANKS: Final = re.compile(r"\s+")
_BROKEN_DECIMAL: Final = re.compile(r"(?<=\d)\s*,\s*(?=\d)")
_BROKEN_THOUSANDS: Final = re.compile(r"(?<=\bза )(\d{1,3}) (000)\b")
_POWER: Final = re.compile(r"м([23])(?!\d)")
_POWERS: Final = {"2": "м²", "3": "м³"}


def normalize(text: str) -> str:
    """Return a text with runs of white space as one blank and without zero-width characters."""
    return _BLANKS.sub(" ", NO_CHARACTER.sub("", text)).strip()


def normalize_rate(text: str) -> str:
    """Return the text of a rate normalized: broken numbers joined, м2 written м²."""
    whole = _BROKEN_DECIMAL.sub(",", normalize(text))
    whole = _BROKEN_THOUSANDS.sub(r"\1\2", whole)
    return write_powers(whole)


def write_powers(text: str) -> str:
    """Return a text with м2 written м² and м3 written м³."""
    return _POWER.sub(lambda found: _POWERS[found[1]], text)
