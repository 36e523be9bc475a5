"""Importing rows, and using them at once."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import asyncpg
import pytest

from app.cli.main import main
from app.cli.printing import reference as commands
from app.cli.shipped import LISTS
from app.countries.lists import COUNTRIES
from app.kit.db import DB
from app.reference import current, repository
from app.reference.actions import enter_file, enter_shipped
from app.reference.current import follow, refresh
from app.reference.reading import read_file, write_file
from app.reference.row import BadRow, UnknownReference

pytestmark = pytest.mark.usefixtures("reference")

NOW = datetime(2026, 11, 23, 5, tzinfo=UTC)
TODAY = date(2026, 11, 23)


def changed(tmp_path: Path, *, position: int, source: str = "our decision 5") -> Path:
    """Write a file that moves Tajikistan to another position in lists."""
    (row,) = [row for row in read_shipped() if row["code"] == "TJ"]
    path = tmp_path / "tj.json"
    path.write_text(json.dumps([{**row, "position": position, "source": source}]))
    return path


def read_shipped() -> list[dict[str, object]]:
    rows = read_file(COUNTRIES, COUNTRIES.shipped, is_shipped=True)
    read: list[dict[str, object]] = json.loads(write_file(COUNTRIES, rows))
    return read


def position() -> int:
    return current.edition().get(COUNTRIES, "TJ", on=TODAY).position


async def test_what_came_with_the_program_is_entered_once() -> None:
    version = await repository.get_version()
    assert await enter_shipped(LISTS.values(), at=NOW) == 0
    assert await repository.get_version() == version > 0


async def test_a_row_entered_is_read_by_at_once_and_stands_before_the_shipped_one(
    tmp_path: Path,
) -> None:
    await current.load()
    assert position() == 4
    assert await enter_file(COUNTRIES, changed(tmp_path, position=9), at=NOW, by="chen") == 1
    assert position() == 9
    assert await enter_file(COUNTRIES, changed(tmp_path, position=9), at=NOW, by="chen") == 0
    assert await enter_shipped(LISTS.values(), at=NOW) == 0
    assert position() == 9


async def test_another_process_sees_the_change_when_it_looks(tmp_path: Path) -> None:
    before = await current.load()
    await enter_file(COUNTRIES, changed(tmp_path, position=9), at=NOW, by="chen")
    current.use(before)
    await follow()
    assert position() == 4, "within a second it does not ask"
    await refresh()
    assert position() == 9
    held = current.edition()
    await refresh()
    assert current.edition() is held


async def test_while_the_database_is_away_the_lists_of_before_stay(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    held = await current.load()

    async def away() -> int:
        raise ConnectionError

    with monkeypatch.context() as patched:
        patched.setattr(repository, "get_version", away)
        patched.setattr(current._Current, "checked_at", -5.0)  # noqa: SLF001 -- a second ago
        await follow()
    assert current.edition() is held


async def test_a_bad_row_enters_nothing(tmp_path: Path) -> None:
    version = await repository.get_version()
    path = changed(tmp_path, position=9)
    good = json.loads(path.read_text())[0]
    path.write_text(json.dumps([good, {**good, "code": "TM", "zone": "Asia/Nowhere"}]))
    with pytest.raises(BadRow, match="Row 2 of the list “countries”, column zone: no clock"):
        await enter_file(COUNTRIES, path, at=NOW, by="chen")
    assert await repository.get_version() == version
    assert position() == 4


async def test_rows_are_only_added() -> None:
    pool = DB.pool
    assert pool is not None
    with pytest.raises(asyncpg.RestrictViolationError, match="reference_row are only added"):
        await pool.execute("DELETE FROM reference_row")


async def test_the_commands_list_show_enter_and_export(tmp_path: Path) -> None:
    await current.load()
    listed = await commands.list_lists(LISTS, on=TODAY, as_json=False)
    assert any(line.startswith("countries") for line in listed)
    names = [
        json.loads(e)["name"] for e in await commands.list_lists(LISTS, on=TODAY, as_json=True)
    ]
    assert names == list(LISTS)
    shown = await commands.show_list(COUNTRIES, on=TODAY, as_json=False)
    assert any(line.startswith("TJ ") and "zone=Asia/Dushanbe" in line for line in shown)
    rows = [json.loads(e) for e in await commands.show_list(COUNTRIES, on=TODAY, as_json=True)]
    assert {"KZ", "KG"} <= {row["code"] for row in rows}
    path = changed(tmp_path, position=9)
    dry = await commands.enter_list(COUNTRIES, path, dry_run=True, at=NOW, by="chen")
    assert (dry, position()) == (["rows read: 1; nothing is entered"], 4)
    said = await commands.enter_list(COUNTRIES, path, dry_run=False, at=NOW, by="chen")
    assert (said, position()) == (["rows read: 1; entered: 1"], 9)
    (body,) = await commands.export_list(COUNTRIES, as_json=False)
    (tmp_path / "all.json").write_text(body)
    back = tmp_path / "all.json"
    again = [row for row in read_file(COUNTRIES, back, is_shipped=False) if row.key == "TJ"][-1]
    assert again.data is not None
    assert again.data["position"] == 9
    lines = await commands.export_list(COUNTRIES, as_json=True)
    assert json.loads(lines[-1])["position"] == 9


def test_a_list_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(UnknownReference, match=r"no list “moons”\. The lists are .*countries"):
        commands.find_list(LISTS, "moons")


def test_the_command_refuses_an_unknown_list_in_one_line(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["reference", "show", "moons"]) == 1
    assert "There is no list “moons”" in capsys.readouterr().err
