"""The command line: what it says, and with which status it ends."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest

from app.cli import libraries
from app.demo.greeting import greeting
from app.kit.settings import Settings
from tests.app.cli.running import keruen
from tests.app.orders.market import save_company


def test_a_refusal_is_one_clear_line_and_status_one(database: str, tmp_path: Path) -> None:
    found = keruen(
        "rates", "show", "--bank", "nbk", "--on", "monday", database=database, data=tmp_path
    )
    assert (found.returncode, found.stdout) == (1, "")
    assert found.stderr == "keruen: monday is not a day such as 2026-11-23.\n"


def test_a_database_that_does_not_answer_is_a_refusal(tmp_path: Path) -> None:
    deaf = "postgresql://nobody@127.0.0.1:1/none"
    for command in (("migrate",), ("rates", "show", "--bank", "nbk", "--on", "2026-04-01")):
        found = keruen(*command, database=deaf, data=tmp_path)
        assert (found.returncode, found.stdout) == (1, "")
        assert found.stderr.startswith("keruen: The database does not answer: ")
        assert found.stderr.count("\n") == 1


def test_a_database_without_our_tables_is_a_refusal(database: str, tmp_path: Path) -> None:
    bare = urlsplit(database)._replace(path="/postgres").geturl()
    command = ("rates", "show", "--bank", "nbk", "--on", "2026-04-01")
    found = keruen(*command, database=bare, data=tmp_path)
    assert (found.returncode, found.stdout) == (1, "")
    assert found.stderr.startswith("keruen: The tables are not where the code is: run `keruen mig")


def test_a_command_that_is_none_is_a_question_of_usage(database: str, tmp_path: Path) -> None:
    found = keruen("fly", database=database, data=tmp_path)
    assert found.returncode == 2
    assert "usage: keruen" in found.stderr


def test_the_doctor_says_what_stands_and_what_to_do(database: str, tmp_path: Path) -> None:
    found = keruen("doctor", database=database, data=tmp_path)
    assert found.returncode == 1
    lines = found.stdout.splitlines()
    assert any("ok" in line and "PostgreSQL" in line and "UTF-8" in line for line in lines)
    assert any("time zones" in line and "Asia/Almaty is UTC+5" in line for line in lines)
    assert any("letters" in line and line.endswith("UTF-8") for line in lines)
    assert any("tools" in line and "npm" in line for line in lines)
    assert any("PostgreSQL" in line and "collation " in line for line in lines)
    assert any("MEND" in line and "fonts" in line and "make setup" in line for line in lines)
    assert "a secret" not in found.stdout


def test_the_demo_shop_is_made_once(database: str, tmp_path: Path) -> None:
    said = [keruen("seed", "--bare", database=database, data=tmp_path).stdout for _ in range(2)]
    assert said == ["The demo shop is made.\n", "The demo shop is there already.\n"]


async def test_a_database_in_which_somebody_trades_is_left_alone(
    database: str, tmp_path: Path
) -> None:
    await save_company("keruen", kind="operator", country="CN", number="91650100MA77000006")
    found = keruen("seed", "--bare", database=database, data=tmp_path)
    assert found.returncode == 1
    assert "holds companies already" in found.stderr


def test_a_missing_library_is_named_with_its_package(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(libraries, "LIBRARIES", {"no-such-pango": "libpango-1.0-0"})
    settings = Settings("", tmp_path, "x" * 32, "http://127.0.0.1:8000", "127.0.0.1", 8000)
    said = greeting(settings, seconds=1, missing=libraries.missing_packages())
    assert "Papers cannot be printed yet: apt-get install libpango-1.0-0" in said
    assert "Keruen is open at http://127.0.0.1:8000" in said
