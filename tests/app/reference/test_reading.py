"""Files of reference lists, read and written."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import msgspec
import pytest

from app.cli.shipped import LISTS
from app.reference.edition import ReferenceEdition
from app.reference.reading import read_file, write_file
from app.reference.row import BadFile, BadRow, ReferenceList


class Fee(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A list of plain columns."""

    code: str
    percent: Decimal
    is_due: bool = False


class Road(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A list with a column that is a list itself."""

    code: str
    towns: tuple[str, ...]


FEES = ReferenceList("fees", Fee, Path("fees.csv"), "fees")
ROADS = ReferenceList("roads", Road, Path("roads.json"), "roads")
HEAD = "code,percent,is_due,valid_from,valid_to,source,is_confirmed,is_ended\n"


def fees(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "fees.csv"
    path.write_text(text, encoding="utf-8")
    return path


def roads(tmp_path: Path, *rows: object) -> Path:
    path = tmp_path / "roads.json"
    path.write_text(json.dumps(rows), encoding="utf-8")
    return path


def test_a_csv_is_read_with_its_dates_flags_and_figures(tmp_path: Path) -> None:
    path = fees(tmp_path, f"\ufeff{HEAD}port,2.50,yes,2026-01-01,2026-12-31,Law 5,no,\n")
    (row,) = read_file(FEES, path, is_shipped=False)
    assert (row.list, row.key, row.valid_from) == ("fees", "port", date(2026, 1, 1))
    assert (row.valid_to, row.source, row.is_confirmed) == (date(2026, 12, 31), "Law 5", False)
    (read,) = ReferenceEdition([row]).rows(FEES)
    assert read.thing == Fee("port", Decimal("2.50"), is_due=True)


@pytest.mark.parametrize(
    ("line", "row", "column", "reason"),
    [
        ("port,abc,,2026-01-01,,Law,,", 3, "percent", "Invalid decimal string"),
        ("port,,,2026-01-01,,Law,,", 3, "percent", "missing required field"),
        ("port,1,,2026-13-01,,Law,,", 3, "valid_from", "Invalid RFC3339 encoded date"),
        ("port,1,,2026-01-01,2025-01-01,Law,,", 3, "valid_to", "lies before valid_from"),
        ("port,1,,2026-01-01,,,,", 3, "source", "missing required field"),
        ("port,1,,2026-01-01,, ,,", 3, "source", "says nothing"),
        (",1,,2026-01-01,,Law,,", 3, "code", "missing required field"),
        (",,,2026-01-01,,Law,,yes", 3, "code", "says nothing"),
        ("port,1,perhaps,2026-01-01,,Law,,", 3, "is_due", "Expected `bool`"),
        ("port,1,,2026-01-01,,Law,,,more", 3, "last column", "unknown field"),
        ("yard,1,,2026-01-01,,Law,,", 3, "valid_from", "yard stands twice"),
    ],
)
def test_a_bad_row_is_refused_with_its_number_its_column_and_the_reason(
    tmp_path: Path, line: str, row: int, column: str, reason: str
) -> None:
    path = fees(tmp_path, f"{HEAD}yard,1,,2026-01-01,,Law,,\n{line}\n")
    with pytest.raises(BadRow) as refused:
        read_file(FEES, path, is_shipped=False)
    said = refused.value.fields
    assert (said["row"], said["name"], said["column"]) == (row, "fees", column)
    assert reason in str(said["reason"])


def test_inside_a_nested_column_the_place_is_named(tmp_path: Path) -> None:
    whole = {"code": "a2", "towns": ["Almaty", 5], "valid_from": "2026-01-01", "source": "map"}
    with pytest.raises(BadRow, match=r"Row 1 of the list “roads”, column towns\[1\]: Expected"):
        read_file(ROADS, roads(tmp_path, whole), is_shipped=False)
    strange = {**whole, "towns": [], "toll": 5}
    with pytest.raises(BadRow, match="column toll: Object contains unknown field"):
        read_file(ROADS, roads(tmp_path, strange), is_shipped=False)


@pytest.mark.parametrize(
    ("name", "body"),
    [("fees.txt", b""), ("fees.json", b"{"), ("fees.json", b'{"a": 1}'), ("fees.csv", b"\xff")],
)
def test_a_file_of_no_form_is_refused(tmp_path: Path, name: str, body: bytes) -> None:
    (tmp_path / name).write_bytes(body)
    with pytest.raises(BadFile, match="is not a list"):
        read_file(FEES, tmp_path / name, is_shipped=False)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="is not a list"):
        read_file(FEES, tmp_path / "nowhere.csv", is_shipped=False)


def test_what_is_written_is_read_back_the_same(tmp_path: Path) -> None:
    body = f"{HEAD}port,2.5,yes,2026-01-01,2026-12-31,Law,no,\nport,,,2027-01-01,,Law,,yes\n"
    rows = read_file(FEES, fees(tmp_path, body), is_shipped=False)
    assert read_file(FEES, fees(tmp_path, write_file(FEES, rows)), is_shipped=False) == rows
    road = {"code": "a2", "towns": ["Almaty"], "valid_from": "2026-01-01", "source": "map"}
    rows = read_file(ROADS, roads(tmp_path, road), is_shipped=False)
    path = tmp_path / "again.json"
    path.write_text(write_file(ROADS, rows))
    assert read_file(ROADS, path, is_shipped=False) == rows


@pytest.mark.parametrize("name", sorted(LISTS.keys() - {"bank_accounts"}))
def test_every_list_that_comes_with_the_program_is_read_and_written_back(
    tmp_path: Path, name: str
) -> None:
    kind = LISTS[name]
    rows = read_file(kind, kind.shipped, is_shipped=True)
    assert rows
    path = tmp_path / f"back.{'csv' if kind.is_flat else 'json'}"
    path.write_text(write_file(kind, rows), encoding="utf-8")
    assert read_file(kind, path, is_shipped=True) == rows
