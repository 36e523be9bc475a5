"""Validation of figures on entry, because a wrong one would stop every assessment."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from moneyed import CurrencyDoesNotExist, get_currency

from customs.countries.fee import FEE_KINDS, read_steps
from customs.countries.figure import NO, NUMBER, YES, BadFigure, Figure, FigureName
from customs.countries.numbers import CHECKS
from customs.countries.rounding import DECIMALS
from customs.countries.vat import read_reduced

_PREFIX: Final = "[0-9]{2,10}"


def is_valid(figure: Figure) -> bool:
    """Return whether the text of a figure is what its name requires."""
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
"""An unknown code of payment is blank."""
_is_check: Final = _one_of(CHECKS)
_is_decimals: Final = _one_of(DECIMALS)
_READS: Final[Mapping[FigureName, Callable[[Figure], bool]]] = {
    FigureName.CURRENCY: _is_currency,
    FigureName.BANK: _is_said,
    FigureName.TARIFF: _is_said,
    FigureName.VAT_PERCENT: _is_number,
    FigureName.VAT_BASE_HAS_FEE: _one_of((YES, NO)),
    FigureName.VAT_REDUCED: _read_by(read_reduced),
    FigureName.FEE_KIND: _one_of(FEE_KINDS),
    FigureName.FEE_UNIT: _is_number,
    FigureName.FEE_UNIT_NAME: _is_said,
    FigureName.FEE_UNITS: _is_number,
    FigureName.FEE_PERCENT: _is_number,
    FigureName.FEE_LEAST_UNITS: _is_number,
    FigureName.FEE_MOST_UNITS: _is_number,
    FigureName.FEE_LADDER: _read_by(read_steps),
    FigureName.FEE_LADDER_CURRENCY: _is_currency,
    FigureName.CODE_FEE: _is_payment,
    FigureName.CODE_DUTY: _is_payment,
    FigureName.CODE_EXCISE: _is_payment,
    FigureName.CODE_VAT: _is_payment,
    FigureName.EXCISE_PREFIXES: _matches(f"(?:{_PREFIX}(?: +{_PREFIX})*)?"),
    FigureName.LABEL_LANGUAGES: _matches("[a-z]{2}(?: +[a-z]{2})*"),
    FigureName.COMPANY_NUMBER: _is_said,
    FigureName.COMPANY_CHECK: _is_check,
    FigureName.PERSON_CHECK: _is_check,
    FigureName.MARKING: _is_said,
    FigureName.DECIMALS_DUTY: _is_decimals,
    FigureName.DECIMALS_EXCISE: _is_decimals,
    FigureName.DECIMALS_VAT: _is_decimals,
    FigureName.DECIMALS_FEE: _is_decimals,
}
