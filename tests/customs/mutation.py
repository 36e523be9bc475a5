"""Documents with one thing in them spoiled: a text, a code, a figure, a currency, a count."""

from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from enum import Enum
from typing import Any

from hypothesis import strategies as st
from moneyed import Money

_TEXTS = (
    st.text(max_size=6)
    | st.sampled_from(
        ["", " ", "\t", "\x00", "\ud7ff", "ОО", "OO", "00", "KZ", "١٢٣", "12 34", "<&>"]
    )
    | st.integers(1, 400).map(lambda length: "Ж" * length)
    | st.integers(1, 60).map(lambda length: "7" * length)
)
_FIGURES = st.decimals(allow_nan=False) | st.sampled_from(
    [
        Decimal("NaN"),
        Decimal("1E+30"),
        Decimal("1E-30"),
        Decimal("-0.00"),
        Decimal(-1),
        Decimal("0.1234567"),
    ]
)
_COUNTS = st.integers(-3, 12) | st.integers(-(10**12), 10**12)


@st.composite
def spoiled(draw: st.DrawFn, whole: Any) -> Any:  # noqa: ANN401 -- any document of ours
    """The same document with one value in it, however deep, replaced by some other of its kind."""
    if isinstance(whole, tuple) and whole:
        place = draw(st.integers(0, len(whole) - 1))
        one = draw(spoiled(whole[place]))
        return draw(st.sampled_from([(*whole[:place], one, *whole[place + 1 :]), ()]))
    if is_dataclass(whole):
        name = draw(st.sampled_from([each.name for each in fields(whole)]))
        return replace(whole, **{name: draw(spoiled(getattr(whole, name)))})  # type: ignore[type-var]
    return draw(_other(whole))


def _other(whole: object) -> st.SearchStrategy[Any]:
    match whole:
        case Enum() | bool():
            return st.just(whole)
        case str():
            return _TEXTS
        case Decimal():
            return _FIGURES
        case int():
            return _COUNTS
        case Money():
            return st.builds(Money, _FIGURES, st.sampled_from(["KZT", "CNY", "USD"]))
    return st.just(whole)
