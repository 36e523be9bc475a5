"""`keruen rates` as a person at the terminal has it: what it prints, saves and refuses."""

from pathlib import Path

import pytest

from app.rates.tables import Holiday, MonthRate, OfficialRate, RateBody
from tests.app.cli.running import keruen

RECORDINGS = Path(__file__).parents[2] / "recordings"
DEAF = "postgresql://nobody@127.0.0.1:1/none"
MONTH = "month,currency,value,fixing_on,source\n2026-12,USD,7.0812,2026-11-18,Notice\n"
HOLIDAYS = "day,name,source\n2026-10-01,National day,Notice\n2026-10-02,National day,Notice\n"


def file(folder: Path, text: str) -> str:
    path = folder / "sent.csv"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_dry_run_prints_and_needs_no_database(tmp_path: Path) -> None:
    body = str(RECORDINGS / "nbkr_daily_2026-11-23.xml")
    imported = ("rates", "import", "--bank", "nbkr", body, "--dry-run")
    found = keruen(*imported, database=DEAF, data=tmp_path)
    assert (found.returncode, found.stderr) == (0, "")
    assert found.stdout.splitlines()[2] == "nbkr  2026-11-23  CNY  1  12.2630"
    asked = ("rates", "month", file(tmp_path, MONTH), "--dry-run")
    found = keruen(*asked, database=DEAF, data=tmp_path)
    assert (found.returncode, found.stderr) == (0, "")
    assert found.stdout == "2026-12  USD  7.0812  2026-11-18\n"


async def test_an_import_saves_what_show_prints(database: str, tmp_path: Path) -> None:
    body = str(RECORDINGS / "nbkr_daily_2026-11-23.xml")
    imported = keruen(
        *("rates", "import", "--bank", "nbkr", body, "--json"), database=database, data=tmp_path
    )
    assert (imported.returncode, await OfficialRate.count()) == (0, 5)
    asked = ("rates", "show", "--bank", "nbkr", "--on", "2026-11-23", "--json")
    shown = keruen(*asked, database=database, data=tmp_path)
    assert sorted(shown.stdout.splitlines()) == sorted(imported.stdout.splitlines())


async def test_month_rates_and_holidays_are_entered_once(database: str, tmp_path: Path) -> None:
    def said(*asked: str) -> tuple[int, str]:
        found = keruen("rates", *asked, database=database, data=tmp_path)
        return found.returncode, found.stdout + found.stderr

    month = ("month", file(tmp_path, MONTH))
    lacking = "keruen: The statutory holidays of 2026 are not entered yet.\n"
    assert said(*month) == (1, lacking)
    assert await MonthRate.count() == 0
    days = tmp_path / "days.csv"
    days.write_text(HOLIDAYS, encoding="utf-8")
    assert said("holidays", str(days)) == (0, "2 of 2 holidays were new\n")
    assert said("holidays", str(days)) == (0, "0 of 2 holidays were new\n")
    assert await Holiday.count() == 2
    assert said(*month) == (0, "2026-12  USD  7.0812  2026-11-18\n")
    assert said(*month) == (0, "2026-12  USD  7.0812  2026-11-18\n")
    assert await MonthRate.count() == 1


async def test_a_bank_that_does_not_answer_is_said_and_keeps_nothing(
    database: str, tmp_path: Path
) -> None:
    found = keruen(
        *("rates", "fetch", "--bank", "nbk", "--on", "2026-11-23"),
        database=database,
        data=tmp_path,
        HTTPS_PROXY="http://127.0.0.1:1",
        HTTP_PROXY="http://127.0.0.1:1",
    )
    assert (found.returncode, found.stdout) == (1, "")
    assert found.stderr.startswith("keruen: ")
    assert found.stderr.count("\n") == 1
    assert (await OfficialRate.count(), await RateBody.count()) == (0, 0)


@pytest.mark.parametrize("bank", ["boe", ""])
def test_a_bank_that_is_none_is_refused(bank: str, tmp_path: Path) -> None:
    asked = ("rates", "import", "--bank", bank, str(RECORDINGS / "README.md"), "--dry-run")
    found = keruen(*asked, database=DEAF, data=tmp_path)
    assert (found.returncode, found.stdout) == (1, "")
    assert found.stderr.startswith("keruen: ")
