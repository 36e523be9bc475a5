"""The output and the refusals of `keruen rates`."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from app.cli.printing import rates as commands
from app.rates.banks import UnknownBank
from app.rates.feeds.feed import WebPage
from app.rates.official import NoRates
from app.rates.tables import OfficialRate, RateBody

RECORDINGS = Path(__file__).parents[2] / "recordings"
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
DAILY = RECORDINGS / "nbkr_daily_2026-11-23.xml"


async def test_a_dry_run_prints_one_object_a_rate_as_strings_and_needs_no_database() -> None:
    lines = await commands.import_file("nbkr", DAILY, dry_run=True, as_json=True, at=NOON)
    assert len(lines) == 5
    assert json.loads(lines[2]) == {
        "bank": "nbkr",
        "date": "2026-11-23",
        "currency": "CNY",
        "nominal": "1",
        "value": "12.2630",
    }


@pytest.mark.usefixtures("database")
async def test_an_import_keeps_what_a_dry_run_only_shows() -> None:
    shown = await commands.import_file("nbkr", DAILY, dry_run=True, as_json=False, at=NOON)
    assert await RateBody.count() == 0
    kept = await commands.import_file("nbkr", DAILY, dry_run=False, as_json=False, at=NOON)
    assert kept == shown
    assert kept[2] == "nbkr  2026-11-23  CNY  1  12.2630"
    assert await OfficialRate.count() == 5


@pytest.mark.usefixtures("database")
async def test_show_lists_what_is_in_force_and_refuses_an_empty_bank() -> None:
    await commands.import_file("nbkr", DAILY, dry_run=False, as_json=False, at=NOON)
    lines = await commands.show("nbkr", on=date(2026, 11, 30), as_json=True)
    assert [json.loads(line)["currency"] for line in lines] == ["CNY", "EUR", "KZT", "RUB", "USD"]
    with pytest.raises(NoRates):
        await commands.show("nbk", on=date(2026, 11, 30), as_json=True)


async def test_a_bad_file_a_missing_one_and_an_unknown_bank_are_refused(tmp_path: Path) -> None:
    page = tmp_path / "page.xml"
    page.write_text("<html>gone</html>")
    with pytest.raises(WebPage):
        await commands.import_file("nbk", page, dry_run=True, as_json=True, at=NOON)
    with pytest.raises(commands.NoFile, match=r"no\.xml"):
        await commands.import_file("nbk", tmp_path / "no.xml", dry_run=True, as_json=True, at=NOON)
    with pytest.raises(UnknownBank):
        await commands.import_file("boe", page, dry_run=True, as_json=True, at=NOON)
