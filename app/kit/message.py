"""Untranslated messages with figures, as nouns make them; `texts` translates and formats them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable


@dataclass(frozen=True, slots=True)
class Sentence:
    """A message of the catalogue with named placeholders, and the figures or messages for them."""

    sentence: str
    fields: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.sentence % self.fields


class Clauses(tuple[object, ...]):
    """Clauses in a row, where a plain tuple is names in a row."""

    __slots__ = ()

    def __str__(self) -> str:
        return "; ".join(map(str, self))


class Grams(int):
    """A weight in whole grams; readers see kilograms."""

    __slots__ = ()

    def __str__(self) -> str:
        return f"{int(self)} g"


@runtime_checkable
class NamedInEnglish(Protocol):
    """Something whose English name is a message of the catalogue."""

    @property
    def name_english(self) -> str:
        """The message."""


@runtime_checkable
class NamedByLanguage(Protocol):
    """Something that has its name by language, such as a product or a bank."""

    @property
    def names(self) -> Mapping[str, str]:
        """The name by language tag; the English one is always there."""
