"""Parsing of typed numbers and codes, as people and banks write them.

One reader a kind. Each reads full-width digits, every space and dash, the units and signs beside a
figure, or refuses by name; nothing is guessed (docs/decisions/0026). `plain` writes the value back
for a form to show.
"""

import re
import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from app.kit.i18n import N_
from app.kit.refusal import BadInput

MOST_DIGITS: Final = 15
"""Digits before the decimal mark: more than any sum, weight or count of ours has."""
_SPACE: Final = re.compile(r"\s+")
_DASHES: Final = re.compile(r"[\u2010-\u2015\u2212\u2043\ufe58\ufe63\uff0d]")
_APOSTROPHES: Final = re.compile("['`\u2019\u02bc\u00b4\u2032]")
_INVISIBLE: Final = re.compile(
    r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
)

_KILOGRAMS: Final = "кг|kg|kgs|公斤|千克"
_UNIT: Final = {
    "kilograms": re.compile(rf"\s*(?:{_KILOGRAMS})\.?$", re.IGNORECASE),
    "percent": re.compile(r"\s*%$"),
}
_CENTS_AFTER_DASH: Final = re.compile(r"(?<=[0-9])[-=]([0-9]{2})$")
_FIGURE: Final = re.compile(r"-?[0-9][0-9 .,']*")


class _Moneys:
    """Spellings of currencies, and the patterns made of them; set by `use_spellings`."""

    spellings: Mapping[str, tuple[str, ...]] = {}
    before = re.compile("(?!)")
    after = re.compile("(?!)")


def use_spellings(spellings: Mapping[str, tuple[str, ...]]) -> None:
    """Set the spellings of currencies, by ISO 4217 code; the code itself is always one."""
    _Moneys.spellings = {
        code: tuple(dict.fromkeys([*map(str.lower, written), code.lower()]))
        for code, written in {**spellings, "USD": ("$",)}.items()
    }
    one = "|".join(re.escape(sign) for signs in _Moneys.spellings.values() for sign in signs)
    _Moneys.before = re.compile(rf"^(?:{one})\s*(?=[0-9-])", re.IGNORECASE)
    _Moneys.after = re.compile(rf"\s*(?:{one})\.?$", re.IGNORECASE)


class NotANumber(BadInput):
    """The text is no number."""

    code = "input.not_a_number"
    sentence = N_("Write a number, such as 12.5.")


class NotWhole(BadInput):
    """The number is not whole."""

    code = "input.not_whole"
    sentence = N_("Write a whole number.")


class AmbiguousMark(BadInput):
    """A point or comma before three digits parts thousands for some and decimals for others."""

    code = "input.ambiguous_mark"
    sentence = N_(
        "%(text)s can be read in two ways. Write %(thousands)s if that is meant;"
        " else write two digits after the decimal mark."
    )


class TooManyDigits(BadInput):
    """The number has more digits than we take."""

    code = "input.too_many_digits"
    sentence = N_("The number is too long: at most %(most)s digits before the decimal point.")


class OtherCurrency(BadInput):
    """The sign beside a sum is that of another currency than the one chosen."""

    code = "input.other_currency"
    sentence = N_("The sum is written in %(written)s, but the currency chosen is %(chosen)s.")


def tidy(text: str) -> str:
    """Return the text with half-width characters, plain dashes and single spaces."""
    narrow = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text))
    return _SPACE.sub(" ", _DASHES.sub("-", narrow)).strip()


def read_code(text: str) -> str:
    """Return an article number, reference or plate: capitals, without any space."""
    return tidy(text).upper().replace(" ", "")


def read_digits(text: str) -> str:
    """Return an identifying number without the spaces and dashes it is written with."""
    return re.sub(r"[ .-]", "", _ascii_digits(tidy(text)))


def read_number(text: str) -> Decimal:
    """Return a number in which a single point or comma parts the decimals.

    Raises `NotANumber` or `TooManyDigits`.
    """
    return _read(text, unit="")


def read_percent(text: str) -> Decimal:
    """Return a percentage, as `read_number` does."""
    return _read(text, unit="percent")


def read_kilograms(text: str) -> Decimal:
    """Return a weight in kilograms; a scale shows grams after its mark: 10,400 is 10.4 kg."""
    return _read(text, unit="kilograms")


def read_amount(text: str) -> Decimal:
    """Return a sum of money, as a bank's statement writes it: 116 669-00, 1'166.50, 116.669,00 ₸.

    A single mark before exactly three digits is refused, `AmbiguousMark`. Raises `NotANumber` or
    `TooManyDigits` too.
    """
    return _read(text, unit="money")


def read_whole(text: str) -> int:
    """Return a whole number; a decimal part of zeros is none.

    Raises `NotWhole`, `AmbiguousMark` or `TooManyDigits`.
    """
    try:
        value = _read(text, unit="", is_exact=True)
    except NotANumber as refusal:
        raise NotWhole from refusal
    if value != value.to_integral_value():
        raise NotWhole
    return int(value)


def check_currency(text: str, *, chosen: str) -> None:
    """Raise `OtherCurrency` when the sign beside a sum is not that of the currency (ISO 4217)."""
    letters = re.sub(r"[0-9 .,=-]", "", _APOSTROPHES.sub("", _ascii_digits(tidy(text)))).lower()
    written = next((code for code, signs in _Moneys.spellings.items() if letters in signs), chosen)
    if written != chosen:
        raise OtherCurrency(written=written, chosen=chosen)


def _read(text: str, *, unit: str, is_exact: bool = False) -> Decimal:
    figure = _ascii_digits(_APOSTROPHES.sub("'", tidy(text)))
    if unit in _UNIT:
        figure = _UNIT[unit].sub("", figure)
    if unit == "money":
        figure = _Moneys.before.sub("", _Moneys.after.sub("", figure))
        figure = _CENTS_AFTER_DASH.sub(r",\1", figure)
    if not _FIGURE.fullmatch(figure):
        raise NotANumber
    sign, figure = ("-", figure[1:]) if figure.startswith("-") else ("", figure)
    whole, decimals = _parts(figure, may_be_thousands=unit == "money" or is_exact)
    if len(whole.lstrip("0")) > MOST_DIGITS or len(decimals) > MOST_DIGITS:
        raise TooManyDigits(most=MOST_DIGITS)
    return Decimal(f"{sign}{whole}.{decimals or 0}") if decimals else Decimal(f"{sign}{whole}")


def _parts(figure: str, *, may_be_thousands: bool) -> tuple[str, str]:
    """Return the digits before and after the decimal mark; raises `NotANumber`, `AmbiguousMark`."""
    marks = [sign for sign in figure if sign in ".,"]
    last = marks[-1] if marks else ""
    if not marks or (len(marks) > 1 and len(set(marks)) == 1):
        return _joined(figure), ""
    whole, _, decimals = figure.rpartition(last)
    if len(set(marks)) > 1 and (marks.count(last) > 1 or not decimals.isdigit()):
        raise NotANumber
    if not decimals.isdigit():
        raise NotANumber
    digits = _joined(whole)
    is_grouped = len(whole) != len(digits)
    if may_be_thousands and not is_grouped and _may_be_group(digits, decimals):
        raise AmbiguousMark(text=figure, thousands=digits + decimals)
    return digits, decimals


def _may_be_group(whole: str, decimals: str) -> bool:
    return len(decimals) == 3 and 1 <= len(whole) <= 3 and not whole.startswith("0")  # noqa: PLR2004 -- a group of thousands


def _joined(whole: str) -> str:
    """Return the digits of groups of three, parted by one sign; raises `NotANumber` for others."""
    if not re.fullmatch(r"[0-9]+|[0-9]{1,3}(?:([ .,'])[0-9]{3})(?:\1[0-9]{3})*", whole):
        raise NotANumber
    return re.sub("[^0-9]", "", whole)


def _ascii_digits(text: str) -> str:
    """Return the text with the digits of every script as 0 to 9."""
    return "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in text)


def plain(value: Decimal | int) -> str:
    """Format a number as digits and a point, as every reader here reads it."""
    return str(value) if isinstance(value, int) else f"{value:f}"
