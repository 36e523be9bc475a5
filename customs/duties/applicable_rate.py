"""The applicable rate of a line: printed, set by a footnote, or an exemption; its excise."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from customs.duties.agreements import CIS_TREATY, FREE_TRADE, UNION, are_bound
from customs.duties.goods import Notice, StatedRate
from customs.duties.measures import Footnote, Measure, TariffMeasures
from customs.refusal import N_, CustomsRefusal
from customs.tariff.rate import DatedRate
from customs.tariff.rate_text import parse_rate


class TwoFootnotes(CustomsRefusal):
    """Raised when two footnotes set the rate of one line on one day."""

    code = "customs.duties.two_footnotes"
    sentence = N_("Two notes set the rate of %(code)s on %(day)s: %(marks)s.")


class NoExemption(CustomsRefusal):
    """Raised when the country has no exemption rate for the code on that day."""

    code = "customs.duties.no_exemption"
    sentence = N_("%(country)s has no exemption rate for %(code)s on %(day)s.")


class OriginInTheUnion(CustomsRefusal):
    """Goods of a member state are goods of the Union: between members no duty is declared."""

    code = "customs.duties.origin_in_the_union"
    sentence = N_(
        "%(origin)s is a member of the Eurasian Economic Union: its goods pay no import duty in"
        " %(country)s and need no customs declaration. Tax on them is paid to the tax authority."
    )


def check_origin(country: str, origin: str, *, on: date) -> None:
    """Let goods pass that may bear import duty; raises `OriginInTheUnion`."""
    if are_bound(UNION, country, origin, on=on):
        raise OriginInTheUnion(origin=origin, country=country)


def preference_notices(country: str, origin: str, *, on: date) -> tuple[Notice, ...]:
    """Return the notice that goods of a partner may be free of duty with a certificate."""
    if country == origin or not are_bound(FREE_TRADE, country, origin, on=on):
        return ()
    sentence = N_(
        "Goods of %(origin)s may be free of import duty in %(country)s with a certificate of origin"
        " of form ST-1, carried directly: a broker must check it. The sum holds the full duty."
    )
    return (Notice(sentence, {"origin": origin, "country": country}, CIS_TREATY),)


@dataclass(frozen=True, slots=True)
class PrintedRate:
    """The rate of a line as the tariff in force prints it."""

    code: str
    text: str
    marks: tuple[str, ...]
    """Footnote marks of the rate, as 63С."""
    source: str
    name_marks: tuple[str, ...] = ()
    """Marks in the name, 5 for 5), which limit the goods of the line."""


@dataclass(frozen=True, slots=True)
class Importation:
    """Where and when goods are released, and their origin."""

    country: str
    on: date
    origin: str
    """ISO 3166-1 alpha-2."""
    wants_exemption: bool = False
    """Whether the importer chooses an exemption rate with conditional release."""


@dataclass(frozen=True, slots=True)
class ApplicableRate:
    """The rate in force, and what a broker must check about it."""

    rate: StatedRate
    notices: tuple[Notice, ...]


def applicable_rate(
    printed: PrintedRate, measures: TariffMeasures, *, importation: Importation
) -> ApplicableRate:
    """Return the rate in force: printed, set by a footnote, or an exemption.

    Raises `OriginInTheUnion`, `TwoFootnotes`, `NoExemption` or `UnreadableRate`.
    """
    check_origin(importation.country, importation.origin, on=importation.on)
    checked = (
        *preference_notices(importation.country, importation.origin, on=importation.on),
        *_purpose_notices(printed),
        *_measure_notices(printed.code, measures.trade_measures, importation),
    )
    if importation.wants_exemption:
        return ApplicableRate(
            _exempted(printed.code, measures, importation), (_conditional(), *checked)
        )
    notes = _footnotes_on(printed, measures.notes, importation)
    unsure = (*_unknown_marks(printed.marks, measures.notes), *_unconfirmed(notes))
    return ApplicableRate(_with_footnotes(printed, notes, importation), (*unsure, *checked))


def applicable_excise(
    code: str, measures: TariffMeasures, *, importation: Importation
) -> StatedRate | None:
    """Return the excise of the code, or None.

    The row with the longest prefix counts, and of two the one entered later. Raises
    `UnreadableRate`.
    """
    rows = [
        row
        for row in measures.excises
        if code.startswith(row.prefix)
        and row.country == importation.country
        and row.holds(on=importation.on)
    ]
    if not rows:
        return None
    longest = max(len(row.prefix) for row in rows)
    row = [row for row in rows if len(row.prefix) == longest][-1]
    return StatedRate(parse_rate(row.rate_text).rate, row.rate_text, row.source)


def _footnotes_on(
    printed: PrintedRate, notes: Iterable[Footnote], importation: Importation
) -> list[Footnote]:
    """Return the footnotes of the line in force there on the day, the last of each mark."""
    found = {
        note.mark: note
        for note in notes
        if note.mark in printed.marks
        and note.rate_of(printed.code).holds(on=importation.on, country=importation.country)
    }
    return list(found.values())


def _with_footnotes(
    printed: PrintedRate, footnotes: Iterable[Footnote], importation: Importation
) -> StatedRate:
    applied = [note for note in footnotes if note.is_confirmed]
    if len(applied) > 1:
        marks = ", ".join(note.mark for note in applied)
        raise TwoFootnotes(code=printed.code, day=importation.on, marks=marks)
    for note in applied:
        return _stated(note.rate_of(printed.code), note.rate_text)
    return StatedRate(parse_rate(printed.text).rate, printed.text, printed.source)


def _exempted(code: str, measures: TariffMeasures, importation: Importation) -> StatedRate:
    rows = [
        row
        for row in measures.exemptions
        if row.code == code and row.rate.holds(on=importation.on, country=importation.country)
    ]
    if not rows:
        raise NoExemption(country=importation.country, code=code, day=importation.on)
    return _stated(rows[-1].rate, rows[-1].rate_text)


def _stated(dated: DatedRate, text: str) -> StatedRate:
    return StatedRate(dated.rate, text, dated.source)


def _unknown_marks(marks: Iterable[str], notes: Iterable[Footnote]) -> list[Notice]:
    known = {note.mark for note in notes}
    sentence = N_(
        "The tariff sets note %(mark)s at this rate, and its text is not in our tables:"
        " a broker must check it."
    )
    return [Notice(sentence, {"mark": mark}, "") for mark in marks if mark not in known]


def _unconfirmed(footnotes: Iterable[Footnote]) -> list[Notice]:
    sentence = N_(
        "Note %(mark)s may set this rate to “%(rate)s”, and no source says whether it holds on this"
        " day: a broker must check it. It is not in the sum."
    )
    return [
        Notice(sentence, {"mark": note.mark, "rate": note.rate_text}, note.source)
        for note in footnotes
        if not note.is_confirmed
    ]


def _purpose_notices(printed: PrintedRate) -> list[Notice]:
    sentence = N_(
        "The line %(code)s is only for goods whose purpose an authority has confirmed"
        " (note %(mark)s) at its name): a broker must check it."
    )
    return [
        Notice(sentence, {"code": printed.code, "mark": mark}, printed.source)
        for mark in printed.name_marks
    ]


def _conditional() -> Notice:
    sentence = N_(
        "An exemption rate releases goods conditionally: they may not leave the country"
        " for another member state until the difference is paid."
    )
    return Notice(sentence, {}, "Customs Code of the EAEU, article 126")


def _measure_notices(code: str, rows: Iterable[Measure], importation: Importation) -> list[Notice]:
    sentence = N_(
        "Goods of the codes %(prefix)s from %(origin)s may bear an %(measure)s by their"
        " manufacturer: a broker must check it. It is not in the sum."
    )
    return [
        Notice(
            sentence,
            {"prefix": row.prefix, "origin": row.origin, "measure": row.name},
            row.source,
        )
        for row in rows
        if code.startswith(row.prefix)
        and row.origin == importation.origin
        and row.holds(on=importation.on)
    ]
