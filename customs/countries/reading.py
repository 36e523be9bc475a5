"""What the text of a figure may be. It is held on entry: later it would stop every assessment."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from moneyed import CurrencyDoesNotExist, get_currency

from customs.countries.fee import KINDS, read_steps
from customs.countries.figure import NO, NUMBER, YES, BadFigure, Figure, Name
from customs.countries.numbers import CHECKS
from customs.countries.rounding import DECIMALS
from customs.countries.vat import read_reduced

_PREFIX: Final = "[0-9]{2,10}"


def is_readable(figure: Figure) -> bool:
    """Will say whether the figure's text is what its name asks for."""
    return "\n" not in figure.value and _READS[figure.name](figure)


def _matches(pattern: str) -> Callable[[Figure], bool]:
    whole = re.compile(pattern)
    return lambda figure: whole.fullmatch(figure.value) is not None


def _read_by(read: Callable[[Figure], object]) -> Callable[[Figure], bool]:
    def reads(figure: Figure) -> bool:
        try:
            read(figure)
        except BadFigure:
            return False
        return True

    return reads


def _is_currency(figure: Figure) -> bool:
    try:
        return str(get_currency(figure.value).code) == figure.value
    except CurrencyDoesNotExist:
        return False


def _one_of(known: Iterable[str]) -> Callable[[Figure], bool]:
    names = frozenset(known)
    return lambda figure: figure.value in names


_is_number: Final = _matches(NUMBER)
_is_said: Final = _matches(".+")
_is_payment: Final = _matches("[0-9]{0,4}")
"""A code of payment that nobody knows stays blank."""
_is_check: Final = _one_of(CHECKS)
_is_decimals: Final = _one_of(DECIMALS)
_READS: Final[Mapping[Name, Callable[[Figure], bool]]] = {
    Name.CURRENCY: _is_currency,
    Name.BANK: _is_said,
    Name.TARIFF: _is_said,
    Name.VAT_PERCENT: _is_number,
    Name.VAT_BASE_HAS_FEE: _one_of((YES, NO)),
    Name.VAT_REDUCED: _read_by(read_reduced),
    Name.FEE_KIND: _one_of(KINDS),
    Name.FEE_UNIT: _is_number,
    Name.FEE_UNIT_NAME: _is_said,
    Name.FEE_UNITS: _is_number,
    Name.FEE_PERCENT: _is_number,
    Name.FEE_LEAST_UNITS: _is_number,
    Name.FEE_MOST_UNITS: _is_number,
    Name.FEE_LADDER: _read_by(read_steps),
    Name.FEE_LADDER_CURRENCY: _is_currency,
    Name.CODE_FEE: _is_payment,
    Name.CODE_DUTY: _is_payment,
    Name.CODE_EXCISE: _is_payment,
    Name.CODE_VAT: _is_payment,
    Name.EXCISE_PREFIXES: _matches(f"(?:{_PREFIX}(?: +{_PREFIX})*)?"),
    Name.LABEL_LANGUAGES: _matches("[a-z]{2}(?: +[a-z]{2})*"),
    Name.COMPANY_NUMBER: _is_said,
    Name.COMPANY_CHECK: _is_check,
    Name.PERSON_CHECK: _is_check,
    Name.MARKING: _is_said,
    Name.DECIMALS_DUTY: _is_decimals,
    Name.DECIMALS_EXCISE: _is_decimals,
    Name.DECIMALS_VAT: _is_decimals,
    Name.DECIMALS_FEE: _is_decimals,
}
