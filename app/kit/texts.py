"""Messages as text: translated, with their figures formatted for the reader's language."""

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
    """A refusal of the application or of customs rules."""

    @property
    def sentence(self) -> str:
        """A message of the catalogue with named placeholders."""

    @property
    def fields(self) -> Mapping[str, object]:
        """The values of the placeholders."""


def sentence(message: str, fields: Mapping[str, object]) -> str:
    """Translate a message and format its figures.

    A `country` or `origin` is an ISO 3166-1 code and is shown by its name.
    """
    texts = {name: written(value) for name, value in fields.items()}
    named = {name: country(texts[name]) for name in _COUNTRIES & texts.keys()}
    return say(message, {**texts, **named})


def refusal_text(refusal: Refusing) -> str:
    """Return the sentence of a refusal in the reader's language."""
    return sentence(refusal.sentence, refusal.fields)


def written(value: object) -> str:
    """Format the value of a placeholder in the reader's language."""
    for kind, write in _WRITERS:
        if isinstance(value, kind):
            return write(value)
    return translate(str(value))


def _amount(value: Money) -> str:
    """Format a sum; a rate such as 0.055 EUR keeps its digits."""
    exponent = value.amount.as_tuple().exponent
    if isinstance(exponent, int) and exponent < _COIN_PLACES:
        return f"{number(value.amount)}\u00a0{value.currency.code}"
    return money(value)


def _trimmed(value: Decimal) -> Decimal:
    """Strip trailing zeros."""
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
"""The format of each type; anything else is a message, or stays as it is."""
