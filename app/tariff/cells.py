"""Parsers of the cells of tariff lists. Each returns the value or raises `ValueError`."""

import re
from typing import Final

import pycountry

_CODE: Final = re.compile("[0-9]{10}")
_PREFIX: Final = re.compile("[0-9]{2,10}")
_KINDS: Final = frozenset({"conformity", "phytosanitary", "veterinary", "marking", "dual use"})


def read_code(text: str) -> str:
    """Parse a code of ten digits."""
    return _held(text, is_whole=_CODE.fullmatch(text) is not None)


def read_prefix(text: str) -> str:
    """Parse the prefix of a code: at least the two digits of a chapter."""
    return _held(text, is_whole=_PREFIX.fullmatch(text) is not None)


def read_country(text: str) -> str:
    """Parse a country code, ISO 3166-1 alpha-2 in capital letters."""
    found = pycountry.countries.get(alpha_2=text)
    return _held(text, is_whole=found is not None and found.alpha_2 == text)


def read_countries(text: str) -> frozenset[str]:
    """Parse country codes separated by spaces."""
    return frozenset(map(read_country, text.split()))


def read_kind(text: str) -> str:
    """Parse the kind of a requirement."""
    return _held(text, is_whole=text in _KINDS)


def _held(text: str, *, is_whole: bool) -> str:
    if not is_whole:
        raise ValueError(text)
    return text
