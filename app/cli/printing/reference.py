"""`keruen reference`: listing, showing, entering and exporting reference lists."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

import msgspec

from app.reference import actions, current
from app.reference.reading import flat_row, read_file, write_file
from app.reference.row import AnyList, ReferenceLine, UnknownReference

Lists = Mapping[str, AnyList]


def find_list(lists: Lists, name: str) -> AnyList:
    """Return the list of the name; raises `UnknownReference`."""
    if name not in lists:
        raise UnknownReference(name=name, known=", ".join(sorted(lists)))
    return lists[name]


async def list_lists(lists: Lists, *, on: date, as_json: bool) -> list[str]:
    """Return every list, with how many of its rows hold on the day."""
    edition = current.edition()
    summaries = [
        {
            "name": each.name,
            "title": each.title,
            "rows": len(edition.on(each, on)),
            "form": "csv" if each.is_flat else "json",
        }
        for each in lists.values()
    ]
    if as_json:
        return [json.dumps(row, ensure_ascii=False) for row in summaries]
    return [
        f"{row['name']:<16}{row['rows']:>5}  {row['form']:<5} {row['title']}" for row in summaries
    ]


async def show_list(kind: AnyList, *, on: date, as_json: bool) -> list[str]:
    """Return the rows that hold on the day, a line each."""
    held = current.edition().on(kind, on)
    rows = {key: msgspec.to_builtins(thing) for key, thing in held.items()}
    if as_json:
        return [json.dumps(row, ensure_ascii=False) for row in rows.values()]
    return [f"{key:<16}{_brief(row, but=kind.key)}" for key, row in rows.items()]


def _brief(row: Mapping[str, object], *, but: str) -> str:
    cells = (f"{name}={_text(value)}" for name, value in row.items() if name != but)
    return "  ".join(cells)


def _text(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


async def enter_list(
    kind: AnyList, path: Path, *, dry_run: bool, at: datetime, by: str
) -> list[str]:
    """Enter the new rows of a file, all or none, and return the counts.

    Raises `BadFile` or `BadRow`.
    """
    read = len(read_file(kind, path, is_shipped=False))
    if dry_run:
        return [f"rows read: {read}; nothing is entered"]
    fresh = await actions.enter_file(kind, path, at=at, by=by)
    return [f"rows read: {read}; entered: {fresh}"]


async def export_list(kind: AnyList, *, as_json: bool) -> list[str]:
    """Return the rows that count, of every day, in the format that `enter` reads."""
    best: dict[tuple[str, date], ReferenceLine] = {}
    for each in sorted(current.edition().rows(kind), key=lambda each: each.row.rank):
        best[each.row.key, each.row.valid_from] = each.row
    rows = sorted(best.values(), key=lambda row: row.id)
    if as_json:
        return [json.dumps(flat_row(row, key=kind.key), ensure_ascii=False) for row in rows]
    return [write_file(kind, rows)]
