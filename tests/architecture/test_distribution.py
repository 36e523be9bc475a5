"""The customs library is a distribution of its own."""

import ast
import sys
import tomllib
from pathlib import Path

from app.kit.settings import ROOT
from tests.architecture.distribution import build_wheel, install, run_readme

_DISTRIBUTIONS = {"moneyed": "py-moneyed"}
"""Names of distributions that differ from those of their packages."""


def imported() -> set[str]:
    names: set[str] = set()
    for path in (ROOT / "customs").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Import):
                names |= {each.name.partition(".")[0] for each in node.names}
            elif isinstance(node, ast.ImportFrom):
                names.add(str(node.module).partition(".")[0])
    outside = names - sys.stdlib_module_names - {"customs"}
    return {_DISTRIBUTIONS.get(name, name) for name in outside}


def test_it_depends_on_what_it_imports_in_the_range_that_the_app_has() -> None:
    projects = [
        tomllib.loads((ROOT / name).read_text())["project"]["dependencies"]
        for name in ("customs/pyproject.toml", "pyproject.toml")
    ]
    own, apps = ({each.partition(">=")[0]: each for each in project} for project in projects)
    assert set(own) == imported()
    assert {name: apps[name] for name in own} == own


def test_its_wheel_runs_the_examples_of_its_readme_in_an_empty_environment(tmp_path: Path) -> None:
    python = install(build_wheel(tmp_path / "dist"), tmp_path / "venv")
    assert "34 passed and 0 failed." in run_readme(python)
