"""The shape of the code: sizes, and that nouns decide without touching the world."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.kit.settings import ROOT

FILE_LINES_MAX = 300
FUNCTION_LINES_MAX = 40
PARAMETERS_MAX = 6
ROLES = {
    "__init__",
    "actions",
    "catalogues",
    "current",
    "darkroom",
    "develop",
    "embedded",
    "fetch",
    "fonts",
    "password",
    "piccolo_app",
    "print",
    "print_process",
    "printer",
    "repository",
    "tables",
}
"""Files and folders that touch the world, by name; every other file of a station is a noun."""
READERS_LANGUAGE = {"app.kit.words", "app.kit.formats", "app.kit.sentences"}
"""Modules that write for a reader; a noun marks messages (`N_`) and keeps figures."""
NOT_STATIONS = {"kit", "web", "server", "cli", "demo"}


def sources() -> list[Path]:
    found = [*ROOT.glob("app/**/*.py"), *ROOT.glob("customs/**/*.py")]
    return sorted(path for path in found if "piccolo_migrations" not in path.parts)


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def nouns() -> list[Path]:
    stations = [
        path
        for path in ROOT.glob("app/*/**/*.py")
        if path.relative_to(ROOT).parts[1] not in NOT_STATIONS
        and not ROLES & {path.stem, path.parent.name}
        and "piccolo_migrations" not in path.parts
    ]
    return sorted([*stations, *ROOT.glob("customs/**/*.py")])


@pytest.mark.parametrize("path", sources(), ids=named)
def test_a_file_fits_on_a_few_screens(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= FILE_LINES_MAX


@pytest.mark.parametrize("path", sources(), ids=named)
def test_a_function_fits_on_one_screen(path: Path) -> None:
    long = [
        f"{function.name}: {(function.end_lineno or 0) - function.lineno + 1}"
        for function in functions(path)
        if (function.end_lineno or 0) - function.lineno + 1 > FUNCTION_LINES_MAX
    ]
    assert long == []


@pytest.mark.parametrize("path", nouns(), ids=named)
def test_a_noun_decides_without_waiting_or_asking_the_time(path: Path) -> None:
    tree = ast.parse(path.read_text())
    waits = [node for node in ast.walk(tree) if isinstance(node, ast.AsyncFunctionDef | ast.Await)]
    floats = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, float)
    ]
    clocks = [
        node.func.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in {"now", "today", "utcnow"}
    ]
    assert (waits, floats, clocks) == ([], [], [])


@pytest.mark.parametrize("path", nouns(), ids=named)
def test_a_noun_does_not_read_the_readers_language(path: Path) -> None:
    read = {
        name.name
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.ImportFrom) and node.module in READERS_LANGUAGE
        for name in node.names
        if not name.name.startswith("N_")
    }
    assert read == set()
