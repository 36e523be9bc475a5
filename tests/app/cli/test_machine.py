"""Checks of the machine: time zones, encodings, tools, the database's collation."""

import io
import os
import shutil
import subprocess
import sys
import zoneinfo
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from zoneinfo import ZoneInfo, reset_tzpath

import pytest
import tzdata

from app.cli import doctor, machine
from app.kit.settings import ROOT

ALMATY = "Asia/Almaty"
LATIN = {"encoding": "LATIN1", "collation": "C", "made_with": "", "has_now": ""}


@pytest.fixture
def _old_table(tmp_path: Path) -> Iterator[None]:
    """Set Almaty to UTC+6, as time zone tables before 2024-03-01 have it."""
    (tmp_path / "Asia").mkdir()
    zones = Path(tzdata.__file__).parent / "zoneinfo"
    shutil.copy(zones / "Asia" / "Dhaka", tmp_path / ALMATY)
    reset_tzpath(to=(str(tmp_path),))
    ZoneInfo.clear_cache()
    yield
    reset_tzpath(to=())
    ZoneInfo.clear_cache()


def test_clocks_are_those_of_the_pinned_package() -> None:
    assert machine.check_clocks() == (
        True,
        f"tzdata {version('tzdata')}, Asia/Almaty is UTC+5",
    )
    assert zoneinfo.TZPATH == ()


@pytest.mark.usefixtures("_old_table")
def test_a_table_from_before_a_country_changed_its_clock_is_found() -> None:
    stands, text = machine.check_clocks()
    assert not stands
    assert "UTC+6:00:00 after 2024-03-01" in text


def test_an_old_table_of_the_machine_is_not_read(tmp_path: Path) -> None:
    code = (
        "import zoneinfo, datetime, app;"
        "print(datetime.datetime(2026, 3, 1, tzinfo=datetime.UTC)"
        f".astimezone(zoneinfo.ZoneInfo({ALMATY!r})).utcoffset())"
    )
    (tmp_path / "Asia").mkdir()
    (tmp_path / ALMATY).write_bytes(b"not a table at all")
    found = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, "PYTHONTZPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout == "5:00:00\n"


def test_an_output_that_is_not_utf_8_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    assert machine.check_encodings()[0]
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), encoding="koi8-r"))
    assert machine.check_encodings() == (False, "output koi8-r: set PYTHONUTF8=1")


def test_npm_is_for_set_up_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert machine.check_tools() == (True, "no npm: `make setup` needs it, running does not")


def test_a_database_of_another_encoding_or_an_older_collation_is_named() -> None:
    judge = doctor._judge  # noqa: SLF001 -- a database of either kind cannot be made here
    assert judge("18", LATIN, knows_letters=True) == (
        False,
        "its encoding is LATIN1: create it with ENCODING 'UTF8'",
    )
    older = {"encoding": "UTF8", "collation": "ru_RU", "made_with": "2.31", "has_now": "2.36"}
    stands, text = judge("18", older, knows_letters=True)
    assert not stands
    assert text.startswith("collation ru_RU was 2.31 and is 2.36 now: REINDEX")
