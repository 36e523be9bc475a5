"""Numbers of companies, persons and containers, with their check digits.

A parser returns the number in its canonical form (no spaces, capital letters), or raises
`WrongShape` when it cannot be such a number at all and `WrongCheckDigit` when a digit is mistyped.
Not every check detects every error: the Kazakh one weighs the eleventh digit by 11, modulo 11, so
it checks that digit only when the second weights are used.
"""

import re
from collections.abc import Callable, Mapping
from typing import Final

from customs.refusal import N_, CustomsRefusal


class WrongShape(CustomsRefusal):
    """Raised when a number has another length or other characters than its kind."""

    code = "customs.identifiers.wrong_shape"
    sentence = N_("%(number)s is not a %(kind)s: it has another length or other characters.")


class WrongCheckDigit(CustomsRefusal):
    """Raised when the check digit does not fit the number."""

    code = "customs.identifiers.wrong_check_digit"
    sentence = N_(
        "%(number)s is not a %(kind)s: its check digit does not fit. Look for a typing error."
    )


_BIN: Final = re.compile(r"\d{2}(0[1-9]|1[0-2])[4-6]\d{7}")
_IIN: Final = re.compile(r"\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])[0-6]\d{5}")
_KG_INN: Final = re.compile(r"\d{14}")
_USCC: Final = re.compile(r"[1-9ANY][0-9A-HJ-NPQRTUWXY]\d{6}[0-9A-HJ-NPQRTUWXY]{10}")
_UZ_INN: Final = re.compile(r"\d{9}")
_UZ_PINFL: Final = re.compile(r"\d{14}")
_TJ_INN: Final = re.compile(r"\d{9}")
_TM_NUMBER: Final = re.compile(r"\d{12}")
_KG_OKPO: Final = re.compile(r"\d{8}")
_SSCC: Final = re.compile(r"\d{18}")
_CUSTOMS_CODE: Final = re.compile(r"\d{4}[0-9A-Z]\d[0-9A-Z]{4}")
_CONTAINER: Final = re.compile(r"[A-Z]{3}[UJZ]\d{7}")

_KZ_WEIGHTS: Final = (
    (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11),
    (3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2),
)
_USCC_LETTERS: Final = "0123456789ABCDEFGHJKLMNPQRTUWXY"
"""Without I, O, S, V, Z, which look like digits or like each other (GB 32100-2015, table 2)."""
_CONTAINER_LETTERS: Final = "0123456789A?BCDEFGHIJK?LMNOPQRSTU?VWXYZ"
"""A letter's place is its value: multiples of eleven are left out (ISO 6346, annex A)."""


def is_digits(text: str, *counts: int) -> bool:
    """Return whether a text is ASCII digits, as many as one of the counts.

    The full-width digits of a Chinese keyboard are digits to Python but not to customs.
    """
    return len(text) in counts and text.isascii() and text.isdigit()


def parse_bin(text: str) -> str:
    """Parse a Kazakh business number (БИН/БСН): twelve digits.

    Year and month of registration, the kind of person (4 resident, 5 non-resident, 6 joint
    enterprise of individuals), … and the check digit.
    """
    return _kazakh(text, kind="БИН", shape=_BIN)


def parse_iin(text: str) -> str:
    """Parse a Kazakh personal number (ИИН/ЖСН): twelve digits, the first six a birthday."""
    return _kazakh(text, kind="ИИН", shape=_IIN)


def _kazakh(text: str, *, kind: str, shape: re.Pattern[str]) -> str:
    number = _shaped(text, kind=kind, shape=shape)
    if _kazakh_check(number) != int(number[11]):
        raise WrongCheckDigit(number=number, kind=kind)
    return number


def _kazakh_check(number: str) -> int:
    """Return the check digit; 10 for a number that is never issued."""
    found = 10
    for weights in _KZ_WEIGHTS:
        found = sum(int(n) * weight for n, weight in zip(number, weights, strict=False)) % 11
        if found < 10:  # noqa: PLR2004 -- the second weights are tried only when the first give ten
            break
    return found


def parse_kg_inn(text: str) -> str:
    """Parse a Kyrgyz taxpayer's number (ИНН): fourteen digits.

    How its digits are made is not published, so only their count is checked.
    """
    return _shaped(text, kind="ИНН", shape=_KG_INN)


def parse_kg_okpo(text: str) -> str:
    """Parse a Kyrgyz enterprise's code (ОКПО): eight digits, unchecked."""
    return _shaped(text, kind="ОКПО", shape=_KG_OKPO)


def parse_uz_inn(text: str) -> str:
    """Parse an Uzbek taxpayer's number (СТИР): nine digits; its check is not published."""
    return _shaped(text, kind="СТИР", shape=_UZ_INN)


def parse_uz_pinfl(text: str) -> str:
    """Parse an Uzbek personal number (ПИНФЛ): fourteen digits; its check is not published."""
    return _shaped(text, kind="ПИНФЛ", shape=_UZ_PINFL)


def parse_tj_inn(text: str) -> str:
    """Parse a Tajik taxpayer's number (ИНН/РМА): nine digits; its check is not published."""
    return _shaped(text, kind="РМА", shape=_TJ_INN)


def parse_tm_number(text: str) -> str:
    """Parse a Turkmen individual tax number: twelve digits, from memory; unchecked."""
    return _shaped(text, kind="TM", shape=_TM_NUMBER)


def parse_sscc(text: str) -> str:
    """Parse a logistic unit's number (SSCC): eighteen digits, the last a check digit (GS1).

    From the right, digits weigh 3 and 1 by turns, and all together make a multiple of ten.
    """
    number = _shaped(text, kind="SSCC", shape=_SSCC)
    weighed = (int(digit) * (3 if place % 2 == 0 else 1) for place, digit in enumerate(number[:17]))
    if -sum(weighed) % 10 != int(number[17]):
        raise WrongCheckDigit(number=number, kind="SSCC")
    return number


def parse_uscc(text: str) -> str:
    """Parse a Chinese unified social credit code (统一社会信用代码): eighteen characters.

    GB 32100-2015: the check character is found by weights of 3 to the n-th power, modulo 31. Codes
    of rural collectives and others that begin with N, A or Y are accepted too.
    """
    number = _shaped(text, kind="USCC", shape=_USCC)
    total = sum(_USCC_LETTERS.index(c) * pow(3, n, 31) for n, c in enumerate(number[:17]))
    if _USCC_LETTERS[-total % 31] != number[17]:
        raise WrongCheckDigit(number=number, kind="USCC")
    return number


def parse_customs_code(text: str) -> str:
    """Parse a company's code at Chinese customs (海关注册编码): ten characters, unchecked.

    Four digits of its place, one of its zone, one of its ownership, four of its own.
    """
    return _shaped(text, kind="海关注册编码", shape=_CUSTOMS_CODE)


def parse_container(text: str) -> str:
    """Parse a container's number: owner, category, six digits and a check digit (ISO 6346)."""
    number = _shaped(text, kind="ISO 6346", shape=_CONTAINER)
    total = sum(_CONTAINER_LETTERS.index(c) * 2**n for n, c in enumerate(number[:10]))
    if total % 11 % 10 != int(number[10]):
        raise WrongCheckDigit(number=number, kind="ISO 6346")
    return number


def _shaped(text: str, *, kind: str, shape: re.Pattern[str]) -> str:
    number = re.sub(r"[\s-]", "", text)
    if not number.isascii() or not shape.fullmatch(number.upper()):
        raise WrongShape(number=text.strip(), kind=kind)
    return number.upper()


PARSERS: Final[Mapping[str, Callable[[str], str]]] = {
    "bin": parse_bin,
    "iin": parse_iin,
    "kg_inn": parse_kg_inn,
    "kg_okpo": parse_kg_okpo,
    "uz_inn": parse_uz_inn,
    "uz_pinfl": parse_uz_pinfl,
    "tj_inn": parse_tj_inn,
    "tm_number": parse_tm_number,
    "uscc": parse_uscc,
}
"""The numbers that name companies and people, by the code that a country's row names them with."""
