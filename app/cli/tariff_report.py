"""Importing editions of a tariff, and the report of what they change and affect."""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from app.cli.printing.tariff import NoFirstDay, ReadFile, read_files
from app.cli.progress import Progress
from app.declarations.repository.touched import Touched, find_touched
from app.kit import clock
from app.tariff.actions.editions import import_editions
from app.tariff.edition import (
    CHAPTER_DIGITS,
    Edition,
    EditionDifference,
    TariffLine,
    from_publication,
)


async def import_files(
    paths: Sequence[Path],
    *,
    tariff: str,
    valid_from: date | None,
    progress: Progress,
    as_json: bool,
) -> list[str]:
    """Save each file as an edition, all or none, and return the lines of the report.

    Without a first day each file's own name gives it. Raises `NoTariffFile`, `NotATariff`,
    `NoFirstDay` or `EditionKnown`.
    """
    found = []
    for file in read_files(paths, valid_from=valid_from, on_page=progress.page_read):
        progress.file_read(file.path, lines=len(file.lines), unread=file.unread)
        found.append((_edition(file, tariff), [from_publication(line) for line in file.lines]))
    now = clock.now()
    difference = await import_editions(found, at=now)
    touched = await find_touched(tariff, difference.codes, at=now)
    if as_json:
        return [json.dumps(_flat(difference, touched), ensure_ascii=False)]
    return [
        *(f"kept     {edition.source}, in force from {edition.valid_from}" for edition, _ in found),
        *_change_texts(difference),
        *_touched_texts(touched),
    ]


def _edition(file: ReadFile, tariff: str) -> Edition:
    if file.valid_from is None:
        raise NoFirstDay(path=file.path)
    # A chapter with something unread is not whole: a code it seems to lack may stand there.
    is_in_full = file.is_whole and not file.unread
    return Edition(
        tariff=tariff,
        source=file.path.name,
        sha256=file.sha256,
        valid_from=file.valid_from,
        whole_chapters=_chapters(file) if is_in_full else (),
    )


def _chapters(file: ReadFile) -> tuple[str, ...]:
    return tuple(sorted({line.code[:CHAPTER_DIGITS] for line in file.lines}))


def _change_texts(difference: EditionDifference) -> list[str]:
    return [
        (
            f"new {len(difference.new)}, gone {len(difference.gone)},"
            f" changed {len(difference.changed)}"
        ),
        *(f"new      {line.code}  {_terms(line)}" for line in difference.new),
        *(f"gone     {line.code}  {_terms(line)}" for line in difference.gone),
        *(
            f"changed  {each.after.code}  {_terms(each.before)} → {_terms(each.after)}"
            for each in difference.changed
        ),
    ]


def _touched_texts(touched: Touched) -> list[str]:
    return [
        (
            f"touches {len(touched.products)} products, {len(touched.quotes)} open quotes,"
            f" {len(touched.drafts)} drafts"
        ),
        *(f"product  {sku}  {code}" for sku, code in touched.products),
        *(f"quote    {number}" for number in touched.quotes),
        *(f"draft    {number}" for number in touched.drafts),
    ]


def _terms(line: TariffLine) -> str:
    """Return a line's terms as the publication prints them: margin, rate, marks and unit."""
    reused = "+ " if line.is_reused else ""
    marks = "".join(f" {mark})" for mark in (*line.notes, *line.name_marks))
    unit = f", {line.unit}" if line.unit else ""
    return f"{reused}{line.rate_text}{marks}{unit}"


def _flat(difference: EditionDifference, touched: Touched) -> dict[str, object]:
    return {
        "new": [line.code for line in difference.new],
        "gone": [line.code for line in difference.gone],
        "changed": [
            {
                "code": each.after.code,
                "before": _terms(each.before),
                "after": _terms(each.after),
            }
            for each in difference.changed
        ],
        "products": [{"sku": sku, "code": code} for sku, code in touched.products],
        "quotes": list(touched.quotes),
        "drafts": list(touched.drafts),
    }
