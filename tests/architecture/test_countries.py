"""A country is one place: its letters and its money stand in its own file, and nowhere in code."""

import ast
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.countries.lists import COUNTRIES
from app.countries.repository import list_countries
from app.kit.settings import ROOT
from customs.codes import COUNTRIES as CUSTOMS_COUNTRIES
from customs.codes import CURRENCIES as CUSTOMS_CURRENCIES

DAY = date(2026, 11, 23)
ALLOWED = {
    "app/countries/home.py": {"CN"},
    "app/kit/money.py": {"CNY"},
}
"""Our own country, and the money that sellers price in."""
OUTSIDE = ("app/demo/", "app/rates/feeds/")
"""The demo shop's data, and what stands in a bank's own file."""


def letters() -> set[str]:
    rows = [
        row for path in COUNTRIES.shipped.glob("*.json") for row in json.loads(path.read_text())
    ]
    return {row["code"] for row in rows} | {row["currency"]["code"] for row in rows}


def sources() -> Iterator[Path]:
    for path in sorted(ROOT.glob("app/**/*.py")):
        name = str(path.relative_to(ROOT))
        if "piccolo_migrations" not in path.parts and not name.startswith(OUTSIDE):
            yield path


def test_no_code_names_a_country_or_its_money() -> None:
    known, found = letters(), []
    for path in sources():
        name = str(path.relative_to(ROOT))
        for node in ast.walk(ast.parse(path.read_text())):
            if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
                continue
            if node.value in known - ALLOWED.get(name, set()):
                found.append(f"{name}:{node.lineno}: {node.value}")
    assert found == []


def test_what_is_allowed_is_still_there() -> None:
    for name, words in ALLOWED.items():
        text = (ROOT / name).read_text()
        assert all(f'"{word}"' in text for word in words), name


@pytest.mark.parametrize("path", sorted(COUNTRIES.shipped.glob("*.json")), ids=lambda p: p.stem)
def test_a_country_has_a_file_of_its_own(path: Path) -> None:
    assert {row["code"].lower() for row in json.loads(path.read_text())} == {path.stem}


def test_papers_name_countries_and_moneys_as_customs_does() -> None:
    for country in list_countries(on=DAY):
        if any(code.code == country.code3 for code in CUSTOMS_COUNTRIES):
            name = CUSTOMS_COUNTRIES.get(country.code3, on=DAY).name_zh
            assert country.paper_names.zh == name
            money = CUSTOMS_CURRENCIES.get(country.currency.code, on=DAY)
            assert country.currency.zh == money.name_zh
