"""Presenter of rates of duty and of tariff lines."""

from collections.abc import Collection
from dataclasses import asdict
from datetime import date

from app.kit.i18n import LANGUAGES, speaking
from app.kit.texts import sentence
from app.tariff.edition import EAEU, LineInForce
from customs.duties.measures import Dated, Footnote, TariffMeasures
from customs.refusal import CustomsRefusal
from customs.tariff.rate import Other, Rate
from customs.tariff.rate_sentence import rate_sentence
from customs.tariff.rate_text import parse_rate


def rate_text(rate: Rate) -> str:
    """Return a rate of any form in the reader's language."""
    message = rate_sentence(rate)
    return sentence(message.text, message.fields)


def in_each_language(rate: Rate) -> dict[str, str]:
    """Return a rate in every language, by tag."""
    texts = {}
    for tag in LANGUAGES:
        with speaking(tag):
            texts[tag] = rate_text(rate)
    return texts


def line_view(
    held: LineInForce, rows: TariffMeasures, *, tariff: str, on: date
) -> dict[str, object]:
    """Return a line's fields, its rate by language, and the rows beside it in force on the day."""
    union = rows if tariff == EAEU else rows.outside_the_union()
    code, line = held.line.code, held.line
    return {
        **asdict(line),
        "since": held.since.isoformat(),
        "source": held.source,
        "said": in_each_language(_rate(line.rate_text)),
        "set_by_notes": [
            _note_text(row) for row in union.notes if row.mark in line.notes and row.holds(on=on)
        ],
        "exemptions": [
            f"{row.rate_text} in {row.country}{_days(row)}"
            for row in union.exemptions
            if row.code == code and row.holds(on=on)
        ],
        "measures": [
            f"{row.name} on goods from {row.origin}: a broker must check it ({row.source})"
            for row in union.trade_measures
            if code.startswith(row.prefix) and row.holds(on=on)
        ],
        "requirements": [
            f"{row.kind}: {row.name}{_places(row.countries)}{_days(row)}"
            for row in union.requirements
            if code.startswith(row.prefix) and row.holds(on=on)
        ],
    }


def _rate(text: str) -> Rate:
    """Read a rate; text that is no rate becomes `Other`."""
    try:
        return parse_rate(text).rate
    except CustomsRefusal:
        return Other(text)


def _note_text(note: Footnote) -> str:
    unconfirmed = "" if note.is_confirmed else ", not confirmed: a broker must check it"
    return f"{note.mark}: {note.rate_text}{_places(note.countries)}{_days(note)}{unconfirmed}"


def _places(countries: Collection[str]) -> str:
    return f" in {', '.join(sorted(countries))}" if countries else ""


def _days(row: Dated) -> str:
    last = f" to {row.valid_to}" if row.valid_to else ""
    return f" from {row.valid_from}{last}"
