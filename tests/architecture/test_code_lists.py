"""A list of codes of customs stands once, in `customs/codes`."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from app.kit.settings import ROOT
from customs import codes
from customs.codes import CodeList

_LISTS: Final = (
    codes.UNITS,
    codes.PACKINGS,
    codes.TRANSPORT_MODES,
    codes.SUPERVISION_MODES,
    codes.LEVY_NATURES,
    codes.LEVY_MODES,
    codes.TRANSACTION_MODES,
    codes.COUNTRIES,
    codes.CURRENCIES,
)
_ENOUGH: Final = 2
"""This many codes with texts beside them are a list, and not a mention."""


def string_tables(source: str) -> Iterator[dict[str, str]]:
    """Yield each dict display: its string keys, with all texts of the value joined."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Dict):
            yield {
                key.value: " ".join(_texts(value))
                for key, value in zip(node.keys, node.values, strict=True)
                if isinstance(key, ast.Constant) and isinstance(key.value, str)
            }


def _texts(node: ast.expr) -> Iterator[str]:
    for part in ast.walk(node):
        if isinstance(part, ast.Constant) and isinstance(part.value, str):
            yield part.value


def second_lists(source: str) -> list[str]:
    """Name the lists of customs whose codes stand in a source with names beside them.

    Codes of one digit are anybody's: one of the names must be the list's.
    """
    return [
        listed.name
        for table in string_tables(source)
        for listed in _LISTS
        if _is_second(table, listed)
    ]


def _is_second(table: dict[str, str], listed: CodeList) -> bool:
    names = {row.code: {row.name_zh, row.name_ru} - {""} for row in listed}
    is_same = any(name in text for code, text in table.items() for name in names.get(code, ()))
    return is_same and len(names.keys() & table) >= _ENOUGH


def _sources() -> list[Path]:
    return sorted([*ROOT.glob("app/**/*.py"), *ROOT.glob("customs/**/*.py")])


def test_no_list_of_codes_stands_twice() -> None:
    home = ROOT / "customs" / "codes"
    twice = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in _sources()
        if not path.is_relative_to(home)
        for name in second_lists(path.read_text())
    }
    assert twice == set()


@pytest.mark.parametrize(
    "source",
    [
        'MODES = {"0110": "一般贸易", "9610": "跨境电商零售"}',
        'UNITS = {"035": Pair("千克", "кг"), "036": Pair("克", "г")}',
    ],
)
def test_a_second_list_would_be_found(source: str) -> None:
    assert len(second_lists(source)) == 1


def test_what_a_code_means_for_us_is_no_second_list() -> None:
    assert second_lists('IN_GRAMS = {"035": ("036", 1000), "070": ("035", 1000)}') == []
