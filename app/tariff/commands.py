"""`keruen tariff import`: reads the Union's publication, and gives what to print."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from app.kit.refusal import BadInput
from app.kit.words import N_
from customs.refusal import CustomsRefusal
from customs.tariff.flat import flatten
from customs.tariff.line import Line, Publication
from customs.tariff.publication import read_publication

Told = Callable[[Path, int, int], None]
"""Is told the file, how many of its pages are read, and of how many."""


class NoFile(BadInput):
    """The file is not there, or may not be read."""

    sentence = N_("The file %(path)s cannot be read.")


class NotATariff(BadInput):
    """The file is there, and no chapter of the tariff."""

    sentence = N_("%(path)s is no chapter of the tariff: %(reason)s")


@dataclass(frozen=True, slots=True)
class ReadFile:
    """What was read of one file, as lines to print, and what was not, with its page."""

    path: Path
    lines: list[str]
    unread: list[str]


def read_files(paths: Iterable[Path], *, as_json: bool, told: Told) -> Iterator[ReadFile]:
    """Will read file after file and keep nothing; needs no database.

    A code that an earlier file has is listed as unread. Raises `NoFile` or `NotATariff`.
    """
    seen: set[str] = set()
    for path in paths:
        found = _read(path, told=told).without(seen)
        seen |= {line.code for line in found.lines}
        yield ReadFile(path, _line_texts(found, as_json=as_json), _unread_texts(path, found))


def _read(path: Path, *, told: Told) -> Publication:
    try:
        body = path.read_bytes()
    except OSError as trouble:
        raise NoFile(path=path) from trouble
    try:
        return read_publication(body, told=lambda done, pages: told(path, done, pages))
    except CustomsRefusal as refusal:
        raise NotATariff(path=path, reason=str(refusal)) from refusal


def _line_texts(found: Publication, *, as_json: bool) -> list[str]:
    if as_json:
        return [json.dumps(flatten(line), ensure_ascii=False) for line in found.lines]
    return [_words(line) for line in found.lines]


def _words(line: Line) -> str:
    notes = " ".join(f"{note})" for note in line.notes)
    return "  ".join(filter(None, (line.code, line.rate_text, notes, line.unit, line.full_name)))


def _unread_texts(path: Path, found: Publication) -> list[str]:
    return [f"{path.name}, page {it.page}: {it.reason} {it.text}" for it in found.unread]
