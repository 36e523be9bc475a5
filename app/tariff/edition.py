"""Editions of an import tariff, and the difference between two of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from app.kit.i18n import N_
from app.kit.refusal import BadInput, Conflict, NotFound
from customs.tariff.line import PublishedLine

EAEU: Final = "EAEU"
"""The Common Customs Tariff (ЕТТ ЕАЭС)."""
CHAPTER_DIGITS: Final = 2


class UnknownLine(NotFound):
    """No edition in force on the day has the code."""

    code = "tariff.unknown_line"
    sentence = N_("The tariff %(tariff)s has no code %(code)s on %(day)s, as far as we know it.")


class LineGone(NotFound):
    """A newer edition of the whole chapter no longer has the code."""

    code = "tariff.line_gone"
    sentence = N_(
        "The code %(code)s is no longer in the tariff %(tariff)s on %(day)s:"
        " the edition of %(since)s left it out."
    )


class EditionKnown(Conflict):
    """The same file was already imported for the same day."""

    code = "tariff.edition_known"
    sentence = N_("%(source)s is imported already, in force from %(day)s.")


class EmptyEdition(BadInput):
    """No line could be read from the file, or an earlier file has all of them."""

    code = "tariff.empty_edition"
    sentence = N_("%(source)s has no line of the tariff that could be kept.")


@dataclass(frozen=True, slots=True)
class TariffLine:
    """A ten-digit line of an edition."""

    code: str
    name: str
    unit: str
    """The supplementary unit as printed; empty when there is none."""
    rate_text: str
    """Without footnote marks."""
    notes: tuple[str, ...] = ()
    """Footnote marks at the rate."""
    name_marks: tuple[str, ...] = ()
    """Marks in the name, 5 for 5): a condition that an authority confirms."""
    is_reused: bool = False
    """Whether the last edition of the Nomenclature gave the code to other goods."""

    @property
    def chapter(self) -> str:
        """Return the first two digits."""
        return self.code[:CHAPTER_DIGITS]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A publication in force from a day on, until a newer one covers its codes."""

    tariff: str
    source: str
    sha256: str
    valid_from: date
    whole_chapters: tuple[str, ...]
    """Chapters that it has in full: a code that is missing from one is gone."""


@dataclass(frozen=True, slots=True)
class LineInForce:
    """A line, and the edition that has it."""

    line: TariffLine
    source: str
    since: date


@dataclass(frozen=True, slots=True)
class Change:
    """The difference of one code between two editions."""

    before: TariffLine
    after: TariffLine


@dataclass(frozen=True, slots=True)
class EditionDifference:
    """What an edition changes."""

    new: tuple[TariffLine, ...]
    gone: tuple[TariffLine, ...]
    changed: tuple[Change, ...]

    @property
    def codes(self) -> frozenset[str]:
        """Return the codes whose goods must be reviewed; goods may have a new one already."""
        changed = (change.after.code for change in self.changed)
        return frozenset((*(line.code for line in (*self.new, *self.gone)), *changed))

    def with_more(self, other: "EditionDifference") -> "EditionDifference":
        """Return the changes of both."""
        return EditionDifference(
            (*self.new, *other.new), (*self.gone, *other.gone), (*self.changed, *other.changed)
        )


def from_publication(line: PublishedLine) -> TariffLine:
    """Convert a line of a publication to a line of an edition."""
    return TariffLine(
        code=line.code,
        name=line.full_name,
        unit=line.unit,
        rate_text=line.rate_text,
        notes=line.notes,
        name_marks=line.name_marks,
        is_reused=line.is_reused,
    )


def compare(
    before: Mapping[str, TariffLine],
    after: Iterable[TariffLine],
    *,
    whole_chapters: Iterable[str],
) -> EditionDifference:
    """Report new, gone and changed codes; only whole chapters can lose one.

    A different name alone is no change: publications reword the names now and then.
    """
    now = {line.code: line for line in after}
    whole = set(whole_chapters)
    gone = [line for code, line in before.items() if code not in now and line.chapter in whole]
    changed = [
        Change(before[code], line)
        for code, line in now.items()
        if code in before and _terms(before[code]) != _terms(line)
    ]
    new = [line for code, line in now.items() if code not in before]
    return EditionDifference(tuple(new), tuple(gone), tuple(changed))


def _terms(line: TariffLine) -> tuple[object, ...]:
    return line.unit, line.rate_text, line.notes, line.name_marks, line.is_reused
