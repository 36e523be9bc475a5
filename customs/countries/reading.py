"""What the text of a figure may be. It is held on entry: later it would stop every assessment."""

import re
from collections.abc import Callable, Mapping
from typing import Final

from moneyed import CurrencyDoesNotExist, get_currency

from customs.countries.fee import KINDS
from customs.countries.figure import NO, YES, Figure, Name

_NUMBER: Final = r"[0-9]{1,12}(?:\.[0-9]{1,6})?"
_PREFIX: Final = "[0-9]{2,10}"


def is_readable(figure: Figure) -> bool:
    """Will say whether the figure's text is what its name asks for."""
    return _READS[figure.name](figure.value)


def _matches(pattern: str) -> Callable[[str], bool]:
    whole = re.compile(pattern)
    return lambda text: whole.fullmatch(text) is not None


def _is_currency(text: str) -> bool:
    try:
        return str(get_currency(text).code) == text
    except CurrencyDoesNotExist:
        return False


_is_number: Final = _matches(_NUMBER)
_is_said: Final = _matches(".+")
_is_payment: Final = _matches("[0-9]{0,4}")
"""A code of payment that nobody knows stays blank."""
_READS: Final[Mapping[Name, Callable[[str], bool]]] = {
    Name.CURRENCY: _is_currency,
    Name.BANK: _is_said,
    Name.TARIFF: _is_said,
    Name.VAT_PERCENT: _is_number,
    Name.VAT_BASE_HAS_FEE: _matches(f"{YES}|{NO}"),
    Name.FEE_KIND: _matches("|".join(KINDS)),
    Name.FEE_UNIT: _is_number,
    Name.FEE_UNITS: _is_number,
    Name.FEE_PERCENT: _is_number,
    Name.FEE_LEAST_UNITS: _is_number,
    Name.FEE_MOST_UNITS: _is_number,
    Name.FEE_LADDER: _matches(rf"(?:{_NUMBER}:{_NUMBER} +)*\*:{_NUMBER}"),
    Name.FEE_LADDER_CURRENCY: _is_currency,
    Name.CODE_FEE: _is_payment,
    Name.CODE_DUTY: _is_payment,
    Name.CODE_EXCISE: _is_payment,
    Name.CODE_VAT: _is_payment,
    Name.EXCISE_PREFIXES: _matches(f"{_PREFIX}(?: +{_PREFIX})*"),
    Name.LABEL_LANGUAGES: _matches("[a-z]{2}(?: +[a-z]{2})*"),
    Name.COMPANY_NUMBER: _is_said,
}
