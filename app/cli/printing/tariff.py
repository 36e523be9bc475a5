"""`keruen tariff`: reading publications, showing a line, entering lists."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from pathlib import Path

from app.kit.db import transaction
from app.kit.i18n import N_
from app.kit.refusal import BadInput
from app.kit.spreadsheet import decode
from app.tariff.actions import china, known
from app.tariff.china_lists import read_china_lines
from app.tariff.lists import read_list
from app.tariff.repository import beside, editions
from app.web.presenters.tariff import line_view
from customs.refusal import CustomsRefusal
from customs.tariff.line import Publication, PublishedLine, UnreadRow
from customs.tariff.publication import is_whole_chapter, read_publication, valid_from_file_name
from customs.tariff.serialization import line_to_dict

PageReport = Callable[[Path, int, int], None]
"""Called with the file, the number of its pages read, and their total."""


class NoTariffFile(BadInput):
    """The file does not exist or cannot be read."""

    code = "command.tariff_no_file"
    sentence = N_("The file %(path)s cannot be read.")


class NoFirstDay(BadInput):
    """Neither the file's name nor the command gives the first day of an edition."""

    code = "command.no_first_day"
    sentence = N_("Say from which day %(path)s is in force: --from 2026-03-08.")


class NotATariff(BadInput):
    """The file is no chapter of the tariff."""

    code = "command.not_a_tariff"
    sentence = N_("%(path)s is no chapter of the tariff: %(reason)s")


@dataclass(frozen=True, slots=True)
class ReadFile:
    """The lines read of one file, and what could not be read, as text to print."""

    path: Path
    sha256: str
    valid_from: date | None
    """As given, or from the Commission's own name of the file; None when not known."""
    is_whole: bool
    """Whether it is the publication itself, with its chapters in full."""
    lines: Sequence[PublishedLine]
    unread: list[str]


def read_files(
    paths: Iterable[Path], *, valid_from: date | None = None, on_page: PageReport
) -> Iterator[ReadFile]:
    """Read file after file, without a database.

    A code that an earlier file of the same first day has is listed as unread. Raises
    `NoTariffFile`, `NotATariff` or a `BadTable`.
    """
    seen: defaultdict[date | None, set[str]] = defaultdict(set)
    for path in paths:
        body = _body(path)
        day = valid_from or valid_from_file_name(path.name)
        is_whole = is_whole_chapter(body)
        text = body if is_whole else decode(body).encode()
        found = _read(path, text, on_page=on_page).without(seen[day])
        seen[day] |= {line.code for line in found.lines}
        yield ReadFile(
            path=path,
            sha256=hashlib.sha256(body).hexdigest(),
            valid_from=day,
            is_whole=is_whole,
            lines=found.lines,
            unread=[_unread_text(path, each, is_whole=is_whole) for each in found.unread],
        )


def require_first_days(paths: Iterable[Path], valid_from: date | None) -> None:
    """Raise `NoFirstDay` for a file whose first day in force is not known."""
    for path in paths:
        if not (valid_from or valid_from_file_name(path.name)):
            raise NoFirstDay(path=path)


def _unread_text(path: Path, unread: UnreadRow, *, is_whole: bool) -> str:
    place = "page" if is_whole else "row"
    return f"{path.name}, {place} {unread.page}: {unread.reason} {unread.text}".rstrip()


def _body(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as trouble:
        raise NoTariffFile(path=path) from trouble


def _read(path: Path, body: bytes, *, on_page: PageReport) -> Publication:
    try:
        return read_publication(body, on_page=lambda done, pages: on_page(path, done, pages))
    except CustomsRefusal as refusal:
        raise NotATariff(path=path, reason=str(refusal)) from refusal


def line_texts(file: ReadFile, *, as_json: bool) -> list[str]:
    """Return the text of each line, or its JSON."""
    if as_json:
        return [json.dumps(line_to_dict(line), ensure_ascii=False) for line in file.lines]
    return [_text(line) for line in file.lines]


def _text(line: PublishedLine) -> str:
    notes = " ".join(f"{note})" for note in line.notes)
    return "  ".join(filter(None, (line.code, line.rate_text, notes, line.unit, line.full_name)))


async def show(tariff: str, code: str, *, on: date, as_json: bool) -> list[str]:
    """Return the line in force for a code on a day; spaces between its digits are ignored.

    Raises `UnknownLine` or `LineGone`.
    """
    code = "".join(code.split())
    held = await editions.get_line(tariff, code, on=on)
    view = line_view(held, await beside.get_beside(), tariff=tariff, on=on)
    if as_json:
        return [json.dumps(view, ensure_ascii=False)]
    return [text for name, value in view.items() for text in _texts(name, value)]


def _texts(name: str, value: object) -> list[str]:
    """Return a row for each value, with the name before the first."""
    match value:
        case dict():
            many = [f"{tag}: {each}" for tag, each in value.items()]
        case list() | tuple():
            many = [str(each) for each in value]
        case bool():
            many = ["yes" if value else "no"]
        case _:
            many = [str(value)]
    return [f"{head:<14}{each}" for head, each in zip_longest((name,), many, fillvalue="")]


async def enter_list(name: str, path: Path, *, dry_run: bool) -> list[str]:
    """Enter the new rows of a list, all or none, and return the counts.

    Raises `UnknownList` or `BadList`.
    """
    rows = read_list(name, _body(path))
    if dry_run:
        return [f"rows read: {len(rows)}; nothing is entered"]
    async with transaction():
        fresh = await known.enter_rows(rows)
    return [f"rows read: {len(rows)}; entered: {fresh}"]


async def enter_china_lines(path: Path, *, dry_run: bool) -> list[str]:
    """Enter the new lines of the Chinese tariff, all or none, and return the counts.

    Raises `BadList` or `LinesOverlap`.
    """
    lines = read_china_lines(_body(path))
    if dry_run:
        return [f"lines read: {len(lines)}; nothing is entered"]
    fresh = await china.enter_china_lines(lines)
    return [f"lines read: {len(lines)}; entered: {fresh}"]
