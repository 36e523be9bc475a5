"""Untranslated messages with figures, as nouns make them; `texts` translates and formats them."""

from collections.abc import Mapping
from dataclasses import dataclass, field


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
