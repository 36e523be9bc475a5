"""Sentences with named places, their figures written as the reader's language writes them."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final, Protocol

from moneyed import Money

from app.kit.formats import clauses, country, day, kilograms, listed, money, number
from app.kit.i18n import say, text_of, translate
from app.kit.message import Clauses, Grams, NamedByLanguage, NamedInEnglish, Sentence

_COIN_PLACES: Final = -2
_COUNTRIES: Final = frozenset({"country", "origin"})


class Refusing(Protocol):
    """A refusal of the trade or of the law."""

    @property
    def sentence(self) -> str:
        """A message of the catalogue with named places."""

    @property
    def fields(self) -> Mapping[str, object]:
        """What fills them."""


def sentence(message: str, fields: Mapping[str, object]) -> str:
    """Present a sentence with its figures written as the language writes them.

    What fills `country` or `origin` is the two letters of one, and is told by its name.
    """
    texts = {name: written(value) for name, value in fields.items()}
    named = {name: country(texts[name]) for name in _COUNTRIES & texts.keys()}
    return say(message, {**texts, **named})


def refusal_text(refusal: Refusing) -> str:
    """Explain why something is refused."""
    return sentence(refusal.sentence, refusal.fields)


def written(value: object) -> str:
    """Write what fills a place of a sentence, in the reader's language."""
    for kind, write in _WRITERS:
        if isinstance(value, kind):
            return write(value)
    return translate(str(value))


def _amount(value: Money) -> str:
    """Write a sum; a rate such as 0.055 EUR keeps its digits."""
    exponent = value.amount.as_tuple().exponent
    if isinstance(exponent, int) and exponent < _COIN_PLACES:
        return f"{number(value.amount)}\u00a0{value.currency.code}"
    return money(value)


def _trimmed(value: Decimal) -> Decimal:
    """Take needless zeros off."""
    plain = value.normalize()
    return plain.quantize(Decimal(1)) if plain == plain.to_integral_value() else plain


_WRITERS: Final[tuple[tuple[type, Callable[[Any], str]], ...]] = (
    (Money, _amount),
    (Decimal, lambda value: number(_trimmed(value))),
    (date, day),
    (Grams, kilograms),
    (Sentence, lambda value: sentence(value.sentence, value.fields)),
    (Clauses, lambda values: clauses(map(written, values))),
    (NamedInEnglish, lambda value: translate(value.name_english)),
    (NamedByLanguage, lambda value: text_of(value.names)),
    (tuple, lambda values: listed(map(written, values))),
)
"""How each kind of figure is written; anything else is a message, or stays as it is."""
