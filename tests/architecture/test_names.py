"""One class name has one meaning in `customs` and `app`."""

import ast
from collections import defaultdict
from pathlib import Path
from typing import Final

from app.kit.settings import ROOT

_TWINS: Final = (
    ROOT / "customs" / "eaeu" / "album",
    ROOT / "customs" / "eaeu" / "register",
    ROOT / "customs" / "papers" / "album",
)
"""Two published families of schemas, which use the same names for the same things."""


def places() -> dict[str, list[Path]]:
    found: dict[str, list[Path]] = defaultdict(list)
    for path in sorted([*ROOT.glob("customs/**/*.py"), *ROOT.glob("app/**/*.py")]):
        if "piccolo_migrations" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.ClassDef):
                found[node.name].append(path)
    return found


def meanings(paths: list[Path]) -> int:
    """Count the twins of two schemas as one, and a table as one with the noun of its package.

    A noun of `customs` has its table in the station that stores it.
    """
    twins = {path for path in paths if any(path.is_relative_to(twin) for twin in _TWINS)}
    tables = [path for path in paths if "tables" in {path.stem, path.parent.name}]
    nouns = [path for path in paths if path not in twins and path not in tables]
    stations = {_station(noun) for noun in nouns}
    alone = [table for table in tables if _station(table) not in stations]
    stored = len(alone) == 1 and bool(stations) and stations <= {"customs"}
    return len(nouns) + bool(twins) + (0 if stored else len(alone))


def _station(path: Path) -> str:
    top, station = path.relative_to(ROOT).parts[:2]
    return top if top == "customs" else station


def doubled() -> set[str]:
    return {name for name, paths in places().items() if meanings(paths) > 1}


def test_a_class_name_has_one_meaning() -> None:
    assert doubled() == set()
