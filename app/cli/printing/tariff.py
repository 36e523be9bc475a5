"""`keruen tariff import | show | enter`: each gives what to print, and refuses by raising."""

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
from app.tariff.actions import known
from app.tariff.lists import read_list
from app.tariff.repository import beside, editions
from app.web.presenters.tariff import line_view
from customs.refusal import CustomsRefusal
from customs.tariff.line import Publication, PublishedLine, UnreadRow
from customs.tariff.publication import is_whole_chapter, read_publication, valid_from_file_name
from customs.tariff.serialization import line_to_dict

Told = Callable[[Path, int, int], None]
"""Is told the file, how many of its pages are read, and of how many."""


class NoTariffFile(BadInput):
    """The file is not there, or may not be read."""

    code = "command.tariff_no_file"
    sentence = N_("The file %(path)s cannot be read.")


class NoFirstDay(BadInput):
    """An edition is in force from a day that neither its name nor its reader gave."""

    code = "command.no_first_day"
    sentence = N_("Say from which day %(path)s is in force: --from 2026-03-08.")


class NotATariff(BadInput):
    """The file is there, and no chapter of the tariff."""

    code = "command.not_a_tariff"
    sentence = N_("%(path)s is no chapter of the tariff: %(reason)s")


@dataclass(frozen=True, slots=True)
class ReadFile:
    """What was read of one file, and what was not, with its page, as text to print."""

    path: Path
    sha256: str
    valid_from: date | None
    """As given, or as the Commission's own name of the file says; else nobody knows."""
    is_whole: bool
    """Whether it is the publication itself, with its chapters in full."""
    lines: Sequence[PublishedLine]
    unread: list[str]


def read_files(
    paths: Iterable[Path], *, valid_from: date | None = None, told: Told
) -> Iterator[ReadFile]:
    """Read file after file and keep nothing; needs no database.

    A code that an earlier file of the same first day has is listed as unread. Raises
    `NoTariffFile`, `NotATariff` or a `BadTable`.
    """
    seen: defaultdict[date | None, set[str]] = defaultdict(set)
    for path in paths:
        body = _body(path)
        day = valid_from or valid_from_file_name(path.name)
        is_whole = is_whole_chapter(body)
        text = body if is_whole else decode(body).encode()
        found = _read(path, text, told=told).without(seen[day])
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
    """Refuse a file of which nobody knows from when it is in force: `NoFirstDay`."""
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


def _read(path: Path, body: bytes, *, told: Told) -> Publication:
    try:
        return read_publication(body, on_page=lambda done, pages: told(path, done, pages))
    except CustomsRefusal as refusal:
        raise NotATariff(path=path, reason=str(refusal)) from refusal


def line_texts(file: ReadFile, *, as_json: bool) -> list[str]:
    """Return what to print of each line."""
    if as_json:
        return [json.dumps(line_to_dict(line), ensure_ascii=False) for line in file.lines]
    return [_text(line) for line in file.lines]


def _text(line: PublishedLine) -> str:
    notes = " ".join(f"{note})" for note in line.notes)
    return "  ".join(filter(None, (line.code, line.rate_text, notes, line.unit, line.full_name)))


async def show(tariff: str, code: str, *, on: date, as_json: bool) -> list[str]:
    """List the line in force for a code on a day, whatever blanks part its digits.

    Raises `UnknownLine` or `LineGone`.
    """
    code = "".join(code.split())
    held = await editions.get_line(tariff, code, on=on)
    told = line_view(held, await beside.get_beside(), tariff=tariff, on=on)
    if as_json:
        return [json.dumps(told, ensure_ascii=False)]
    return [text for name, value in told.items() for text in _texts(name, value)]


def _texts(name: str, value: object) -> list[str]:
    """Return a row of each thing told, the name before the first."""
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
    """Enter the rows of a list that are not there yet, all or none.

    Raises `UnknownList` or `BadList`.
    """
    rows = read_list(name, _body(path))
    if dry_run:
        return [f"rows read: {len(rows)}; nothing is entered"]
    async with transaction():
        fresh = await known.enter_rows(rows)
    return [f"rows read: {len(rows)}; entered: {fresh}"]
