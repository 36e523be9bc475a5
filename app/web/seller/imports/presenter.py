"""Imports as their pages show them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from app.imports.column import NAMES, Column, letters_of
from app.imports.goods_import import (
    IMPORT_STATES,
    WORKING,
    GoodsImport,
    ImportRow,
    ImportState,
)
from app.imports.remark import CellChange, Remark
from app.imports.verdict import VERDICT_NAMES, Verdict
from app.kit import formats, texts
from app.kit.clock import WAREHOUSE_ZONE
from app.kit.i18n import N_, say, translate
from app.kit.spreadsheet import SEPARATORS
from app.kit.workbook.cell import text_of
from app.web.seller.imports.pages import ImportPage

DESK: Final = "/seller/imports"
_TONES: Final = {
    ImportState.UNREADABLE: "bad",
    ImportState.WITHDRAWN: "waiting",
    ImportState.APPLIED: "good",
    ImportState.READ: "warning",
    ImportState.CHECKED: "warning",
}
_ROW_TONES: Final = {Verdict.REFUSED: "bad", Verdict.LACKS: "warning"}
_BADGES: Final = {
    Verdict.NEW: "good",
    Verdict.CHANGED: "busy",
    Verdict.LACKS: "warning",
    Verdict.REFUSED: "bad",
}
_SHOWN: Final = 60
"""Characters of a cell that a page shows."""


@dataclass(frozen=True, slots=True)
class ImportView:
    """An import in a list, and the head of its page."""

    href: str
    name: str
    sent: str
    sender: str
    state: str
    tone: str
    trouble: str
    facts: tuple[tuple[str, str, str], ...]


def import_view(found: GoodsImport) -> ImportView:
    """Return an import as pages show it."""
    return ImportView(
        href=f"{DESK}/{found.id}",
        name=found.file_name or "—",
        sent=formats.instant(found.sent_at, WAREHOUSE_ZONE),
        sender=found.sender,
        state=translate(IMPORT_STATES.names[found.state]),
        tone=_TONES.get(found.state, "busy"),
        trouble=remark_text(found.trouble) if found.trouble else "",
        facts=_facts(found),
    )


def _facts(found: GoodsImport) -> tuple[tuple[str, str, str], ...]:
    facts = [(translate(N_("Sent")), formats.instant(found.sent_at, WAREHOUSE_ZONE), found.sender)]
    if found.format:
        facts.append((translate(N_("Recognised as")), _recognised(found), ""))
    if found.sheet:
        left = formats.listed(found.other_sheets)
        note = say(N_("Not read: %(sheets)s"), {"sheets": left}) if left else ""
        facts.append((translate(N_("Sheet")), found.sheet, note))
    if found.head_from:
        rows = found.head_from if found.head_from == found.head_to else _span(found)
        facts.append((translate(N_("Head in row")), str(rows), ""))
    if hidden := found.hidden_rows + found.hidden_columns:
        told = say(
            N_("%(rows)s rows, %(columns)s columns; they are read like the others"),
            {"rows": found.hidden_rows, "columns": found.hidden_columns},
        )
        facts.append((translate(N_("Hidden")), told if hidden else "", ""))
    return tuple(facts)


def _span(found: GoodsImport) -> str:
    return f"{found.head_from}–{found.head_to}"


def _recognised(found: GoodsImport) -> str:
    parts = [found.format, found.encoding]
    if found.separator:
        parts.append(translate(SEPARATORS[found.separator]))
    return ", ".join(filter(None, parts))


@dataclass(frozen=True, slots=True)
class ProgressView:
    """How far the worker is."""

    text: str
    done: int
    most: int


def progress_view(found: GoodsImport) -> ProgressView | None:
    """Return how far the worker is; None when it has nothing to do with the import."""
    if found.state not in WORKING:
        return None
    done: dict[str, object] = {
        "done": formats.number(found.done),
        "most": formats.number(found.last_row),
    }
    told = say(N_("Row %(done)s of %(most)s"), done) if found.last_row else ""
    return ProgressView(told, found.done, max(found.last_row, 1))


@dataclass(frozen=True, slots=True)
class ColumnView:
    """A column of the workbook, and what it means."""

    place: int
    letters: str
    head: str
    samples: str
    chosen: str


def column_views(page: ImportPage, chosen: Sequence[str]) -> list[ColumnView]:
    """Return the columns with samples; `chosen` are the meanings that the form shows."""
    return [
        ColumnView(
            place=place,
            letters=letters_of(place),
            head=head or "—",
            samples=" · ".join(_samples(page.samples, place)),
            chosen=chosen[place] if place < len(chosen) else "",
        )
        for place, head in enumerate(page.goods_import.heads)
    ]


def _samples(rows: Sequence[ImportRow], place: int) -> list[str]:
    found = [text_of(row.cells[place])[:_SHOWN] for row in rows if place < len(row.cells)]
    return [text for text in found if text]


def column_options() -> list[tuple[str, str]]:
    """Return every meaning that a column may have, with its name."""
    return [(column.value, translate(name)) for column, name in NAMES.items()]


def verdict_links(page: ImportPage, chosen: Verdict | None) -> list[tuple[str, str, bool]]:
    """Return (text with count, address, is_current) of each verdict that rows have, and of all."""
    here = f"{DESK}/{page.goods_import.id}"
    total = sum(count.rows for count in page.counts.values())
    all_rows = translate(N_("All rows"))
    every = (f"{all_rows} · {formats.number(total)}", here, chosen is None)
    return [
        every,
        *(
            (
                f"{translate(name)} · {formats.number(page.counts[verdict].rows)}",
                f"{here}?verdict={verdict}",
                verdict is chosen,
            )
            for verdict, name in VERDICT_NAMES.items()
            if verdict in page.counts
        ),
    ]


@dataclass(frozen=True, slots=True)
class RowView:
    """A row with its verdict and reasons."""

    number: str
    sku: str
    verdict: str
    badge: str
    tone: str
    remarks: tuple[str, ...]
    changes: tuple[tuple[str, str, str], ...]
    """(what, from, to)."""


def row_view(row: ImportRow, columns: Sequence[str]) -> RowView:
    """Return a row as the preview shows it."""
    verdict = row.verdict
    return RowView(
        number=formats.number(row.number),
        sku=row.sku or _first_text(row),
        verdict=translate(VERDICT_NAMES[verdict]) if verdict else "",
        badge=_BADGES.get(verdict, "plain") if verdict else "",
        tone=_ROW_TONES.get(verdict, "") if verdict else "",
        remarks=tuple(remark_lines(row.remarks, columns)),
        changes=tuple(_change(each) for each in row.changes),
    )


def _first_text(row: ImportRow) -> str:
    return next((text[:_SHOWN] for cell in row.cells if (text := text_of(cell))), "")


def _change(change: CellChange) -> tuple[str, str, str]:
    column = Column(change.column)
    name = N_("Prices") if column is Column.LADDER else NAMES[column]
    return translate(name), change.before or "—", change.after


def remark_text(remark: Remark) -> str:
    """Return a remark in the reader's language."""
    return texts.sentence(remark.sentence, remark.fields)


def remark_lines(remarks: Sequence[Remark], columns: Sequence[str]) -> list[str]:
    """Return remarks with the columns that they are about; what says the same stands once."""
    said: dict[str, list[str]] = {}
    for remark in remarks:
        places = said.setdefault(remark_text(remark), [])
        if remark.column:
            places.append(_place_of(remark.column, columns))
    return [
        f"{formats.listed(places)}: {text}" if places else text for text, places in said.items()
    ]


def _place_of(column: str, columns: Sequence[str]) -> str:
    """Return a column's name, and where the workbook has it."""
    name = translate(NAMES[Column(column)])
    return f"{name} ({letters_of(columns.index(column))})" if column in columns else name
