"""What is read from the database has types, so that mypy finds a misspelt column."""

import ast
import re
from pathlib import Path

from app.kit.settings import ROOT

MOST_ANY = 38
"""How often `Any` stands in the application, imports included. It only falls: what is left stands
where a library has no types, or is generic over what we do not use."""


def repositories() -> list[Path]:
    found = [
        *ROOT.glob("app/*/repository.py"),
        *ROOT.glob("app/*/repository/*.py"),
        *ROOT.glob("app/kit/*.py"),
    ]
    return sorted(found)


def columns_by_text(path: Path) -> list[str]:
    """Return the places that look a column up by its name as text."""
    return [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Subscript)
        and isinstance(node.ctx, ast.Load)
        and isinstance(node.slice, ast.Constant)
        and isinstance(node.slice.value, str)
        and isinstance(node.value, ast.Name)
        and node.value.id in {"row", "rows", "line", "each", "found", "first", "kept"}
    ]


def test_no_repository_looks_a_column_up_by_its_name_as_text() -> None:
    assert [place for path in repositories() for place in columns_by_text(path)] == []


def test_any_stands_in_few_places() -> None:
    code = [path for path in (ROOT / "app").rglob("*.py") if "migrations" not in str(path)]
    found = sum(len(re.findall(r"\bAny\b", path.read_text())) for path in code)
    assert found <= MOST_ANY
