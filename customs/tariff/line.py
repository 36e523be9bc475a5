"""A line of the tariff as published: code, name, unit and rate."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final

from customs.refusal import N_
from customs.tariff.rate import Rate

TWICE: Final = N_("The code stands here a second time.")


@dataclass(frozen=True, slots=True)
class PublishedLine:
    """A ten-digit line of the tariff as published."""

    code: str
    """Ten digits as text: the first may be 0."""
    name: str
    """Its own name, without the dashes of its level: often no more than "прочие"."""
    parents: tuple[str, ...]
    """The names of the headings above it, the topmost first."""
    name_marks: tuple[str, ...]
    """Marks in its name (5 for 5)), a condition that an authority confirms."""
    unit: str
    """The supplementary unit as printed; empty when there is none."""
    rate_text: str
    """The rate as printed, without marks."""
    rate: Rate
    notes: tuple[str, ...]
    """Footnote marks of the rate, as 63С."""
    is_reused: bool
    """Whether the last edition gave this code to other goods (a + in the margin)."""
    page: int
    """Page of the PDF, or row of the CSV file."""

    @property
    def full_name(self) -> str:
        """The names from the heading down to its own."""
        return " / ".join([*(parent.rstrip(": ") for parent in self.parents), self.name])


@dataclass(frozen=True, slots=True)
class UnreadRow:
    """A row of the publication that could not be read, and why."""

    page: int
    text: str
    reason: str
    """A message of the catalogue, without places."""


@dataclass(frozen=True, slots=True)
class Publication:
    """Lines in the order of publication, each code once, and rows that could not be read.

    A line whose rate is in words is in both: as a line with `Other`, and as unread.
    """

    lines: Sequence[PublishedLine]
    unread: Sequence[UnreadRow]

    def without(self, codes: AbstractSet[str]) -> "Publication":
        """Return the publication without lines of these codes, which become unread."""
        again = [
            UnreadRow(line.page, f"{line.code} | {line.name}", TWICE)
            for line in self.lines
            if line.code in codes
        ]
        kept = [line for line in self.lines if line.code not in codes]
        return Publication(kept, [*self.unread, *again])
