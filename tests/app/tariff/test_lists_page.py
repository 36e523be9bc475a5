"""The documentation and the help of lists name the columns that the parser takes."""

import re
from dataclasses import MISSING, fields

import pytest

from app.cli.main import COLUMNS, main
from app.kit.settings import ROOT
from app.rates.banks import BANKS
from app.tariff.lists import LISTS, read_list
from customs.countries.figure import FigureName
from customs.tariff.rate import CURRENCIES
from customs.tariff.rate_text import parse_rate

PAGE = (ROOT / "docs/lists.md").read_text()
SECTIONS = dict(re.findall(r"^### `(\w+)`(.+?)(?=^##|\Z)", PAGE, re.MULTILINE | re.DOTALL))


@pytest.mark.parametrize("name", LISTS)
def test_every_list_has_an_example_that_is_read_and_all_its_columns(name: str) -> None:
    (example,) = re.findall(r"```csv\n(.+?)```", SECTIONS[name], re.DOTALL)
    assert len(read_list(name, example.encode())) == 1
    columns = {field.name for field in fields(LISTS[name])}
    assert set(example.splitlines()[0].split(",")) == columns
    assert columns <= set(re.findall(r"`(\w+)`", SECTIONS[name]))


def test_every_figure_and_every_money_is_named() -> None:
    assert set(FigureName) <= set(re.findall(r"`(\w+)`", SECTIONS["figures"]))
    (moneys,) = re.findall(r"A rate is stated in (.+?); and for", PAGE)
    rates = [parse_rate(f"5 {money} за 1 л").rate for money in re.findall("`(.+?)`", moneys)]
    assert [str(rate.amount.currency) for rate in rates] == list(CURRENCIES)  # type: ignore[union-attr]


def test_the_help_names_the_columns_and_which_may_be_left_out(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["tariff", "enter", "--help"])
    assert ended.value.code == 0
    said = capsys.readouterr().out
    assert list(COLUMNS) == list(LISTS)
    for name, columns in COLUMNS.items():
        assert f"  {name:<14}{columns}\n" in said
        kinds = {field.name: field.default is MISSING for field in fields(LISTS[name])}
        shown = {each.strip("[]"): not each.startswith("[") for each in columns.split(", ")}
        assert shown == kinds


def test_the_help_names_every_bank(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["rates", "show", "--help"])
    assert set(BANKS) <= set(re.findall(r"\w+", capsys.readouterr().out))
