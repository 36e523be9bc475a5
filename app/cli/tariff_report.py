"""Importing an edition of a tariff, and the report of what it changes and touches."""

import hashlib
import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from app.cli.progress import Progress
from app.declarations.store.touched import Touched, find_touched
from app.kit import clock
from app.tariff.actions.editions import import_edition
from app.tariff.commands import ReadFile, read_files
from app.tariff.edition import CHAPTER_DIGITS, Difference, Edition, TariffLine, from_publication


async def import_files(
    paths: Sequence[Path],
    *,
    tariff: str,
    valid_from: date,
    progress: Progress,
    as_json: bool,
) -> list[str]:
    """Will keep the files as one edition; gives the lines of the report.

    Raises `NoFile`, `NotATariff` or `EditionKnown`, and keeps nothing.
    """
    files = []
    for file in read_files(paths, told=progress.page_read):
        progress.file_read(file.path, lines=len(file.lines), unread=file.unread)
        files.append(file)
    lines = [from_publication(line) for file in files for line in file.lines]
    edition = _edition(files, tariff=tariff, valid_from=valid_from)
    difference = await import_edition(edition, lines, at=clock.now())
    touched = await find_touched(tariff, difference.codes)
    if as_json:
        return [json.dumps(_flat(difference, touched), ensure_ascii=False)]
    return [*_change_texts(difference), *_touched_texts(touched)]


def _edition(files: Sequence[ReadFile], *, tariff: str, valid_from: date) -> Edition:
    digests = sorted(file.sha256 for file in files)
    # A chapter with something unread is not whole: a code it seems to lack may stand there.
    in_full = [file for file in files if file.is_whole and not file.unread]
    whole = {line.code[:CHAPTER_DIGITS] for file in in_full for line in file.lines}
    return Edition(
        tariff=tariff,
        source=", ".join(file.path.name for file in files),
        sha256=hashlib.sha256("".join(digests).encode()).hexdigest(),
        valid_from=valid_from,
        whole_chapters=tuple(sorted(whole)),
    )


def _change_texts(difference: Difference) -> list[str]:
    return [
        (
            f"new {len(difference.new)}, gone {len(difference.gone)},"
            f" changed {len(difference.changed)}"
        ),
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
    marks = "".join(f" {mark})" for mark in line.notes)
    unit = f", {line.unit}" if line.unit else ""
    return f"{line.rate_text}{marks}{unit}"


def _flat(difference: Difference, touched: Touched) -> dict[str, object]:
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
