"""Read and write the files of reference lists: CSV where every column is plain, JSON else.

The columns `valid_from`, `valid_to`, `source`, `is_confirmed` and `is_ended` are the same in each
list; the others are those of the list's shape. Columns and examples: `docs/lists.md`.
"""

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Final

import msgspec

from app.reference.row import BadFile, BadRow, ReferenceLine, ReferenceList, Shape

_DATES: Final = ("valid_from", "valid_to", "source", "is_confirmed", "is_ended")
_PLACE: Final = re.compile(r"`\$\.?([\w\[\].…]*)`")
_FLAG_COLUMNS: Final = frozenset({"is_confirmed", "is_ended"})
_FLAGS: Final = {"yes": True, "no": False}


class _Common(msgspec.Struct, frozen=True):
    """The columns of every list."""

    valid_from: date
    source: str
    valid_to: date | None = None
    is_confirmed: bool = True
    is_ended: bool = False
    """Whether nothing of its key is valid from its first day on."""

    def __post_init__(self) -> None:
        if not self.source.strip():
            message = "says nothing - `$.source`"
            raise ValueError(message)
        if self.valid_to is not None and self.valid_to < self.valid_from:
            message = "lies before valid_from - `$.valid_to`"
            raise ValueError(message)


def read_file(kind: ReferenceList[Shape], path: Path, *, is_shipped: bool) -> list[ReferenceLine]:
    """Return the rows of a file, or of every JSON file of a folder, by name.

    Raises `BadFile`, or `BadRow` with the row's number and the column.
    """
    paths = sorted(path.glob("*.json")) if path.is_dir() else [path]
    found: list[ReferenceLine] = []
    for each in paths:
        strict = each.suffix != ".csv"
        for number, cells in _tables(each):
            found.append(_row(kind, cells, number=number, strict=strict, is_shipped=is_shipped))
            _check_once(found, number=number)
    return found


def _tables(path: Path) -> Iterable[tuple[int, dict[str, object]]]:
    """Yield (number, cells) of each row, numbered as a reader of the file counts them."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as trouble:
        raise BadFile(path=path, reason=trouble) from trouble
    if path.suffix == ".json":
        return enumerate(_objects(path, text), start=1)
    if path.suffix == ".csv":
        return enumerate(_lines(path, text), start=2)
    raise BadFile(path=path, reason="its name ends neither in .csv nor in .json")


def _objects(path: Path, text: str) -> list[dict[str, object]]:
    try:
        return msgspec.json.decode(text, type=list[dict[str, object]])
    except msgspec.DecodeError as trouble:
        raise BadFile(path=path, reason=trouble) from trouble


def _lines(path: Path, text: str) -> list[dict[str, object]]:
    reader = csv.DictReader(io.StringIO(text, newline=""), restval="", restkey="last column")
    try:
        return [{name: cell for name, cell in line.items() if cell} for line in reader]
    except csv.Error as trouble:
        raise BadFile(path=path, reason=trouble) from trouble


def _row(
    kind: ReferenceList[Shape],
    cells: Mapping[str, object],
    *,
    number: int,
    strict: bool,
    is_shipped: bool,
) -> ReferenceLine:
    columns = dict(cells) if strict else {n: _flag(kind, n, cell) for n, cell in cells.items()}
    try:
        common = msgspec.convert({n: columns.pop(n) for n in _DATES if n in columns}, _Common)
        key = msgspec.convert(columns.get(kind.key, ""), str, strict=False)
        data = None if common.is_ended else _data(kind, columns, strict=strict)
    except msgspec.ValidationError as trouble:
        column, reason = _column_and_reason(trouble)
        raise BadRow(row=number, name=kind.name, column=column, reason=reason) from trouble
    if not key:
        raise BadRow(row=number, name=kind.name, column=kind.key, reason="says nothing")
    return ReferenceLine(
        list=kind.name,
        key=key,
        valid_from=common.valid_from,
        valid_to=common.valid_to,
        data=data,
        source=common.source.strip(),
        is_confirmed=common.is_confirmed,
        is_shipped=is_shipped,
    )


def _flag(kind: ReferenceList[Shape], column: str, cell: object) -> object:
    """Return a CSV's yes or no as a bool, in the columns of flags."""
    asks = column in _FLAG_COLUMNS or column in kind.flags
    return _FLAGS.get(cell, cell) if asks and isinstance(cell, str) else cell


def _data(
    kind: ReferenceList[Shape], columns: Mapping[str, object], *, strict: bool
) -> dict[str, object]:
    """Return the columns as JSON values, converted to the types of the shape."""
    thing = kind.read(columns, strict=strict)
    return msgspec.json.decode(msgspec.json.encode(thing), type=dict[str, object])


def _column_and_reason(trouble: msgspec.ValidationError) -> tuple[str, str]:
    """Return the column that a validation error names, and what is wrong with it."""
    text = str(trouble)
    place = _PLACE.search(text)
    missing = re.search("(?:required|unknown) field `([^`]+)`", text)
    inside = place[1] if place else ""
    column = ".".join(filter(None, (inside, missing[1] if missing else "")))
    return column or "?", text.split(" - at `", maxsplit=1)[0].split(" - `", maxsplit=1)[0]


def _check_once(rows: list[ReferenceLine], *, number: int) -> None:
    """Raise `BadRow` for a second row of one key and first day."""
    last = rows[-1]
    if any((r.key, r.valid_from) == (last.key, last.valid_from) for r in rows[:-1]):
        raise BadRow(
            row=number, name=last.list, column="valid_from", reason=f"{last.key} stands twice"
        )


def flat_row(row: ReferenceLine, *, key: str) -> dict[str, object]:
    """Return a row as in a file: the common columns, then the list's own."""
    ended: dict[str, object] = {key: row.key, "is_ended": True}
    return {
        **(ended if row.data is None else row.data),
        "valid_from": row.valid_from.isoformat(),
        **({} if row.valid_to is None else {"valid_to": row.valid_to.isoformat()}),
        "source": row.source,
        "is_confirmed": row.is_confirmed,
    }


def write_file(kind: ReferenceList[Shape], rows: Iterable[ReferenceLine]) -> str:
    """Return rows as a file that `read_file` reads back: CSV for a flat list, JSON else."""
    flat = [flat_row(row, key=kind.key) for row in rows]
    if not kind.is_flat:
        return json.dumps(flat, ensure_ascii=False, indent=1)
    columns = dict.fromkeys(name for row in flat for name in row)
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: _cell(value) for name, value in row.items()} for row in flat)
    return text.getvalue().rstrip("\n")


def _cell(value: object) -> object:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else value
