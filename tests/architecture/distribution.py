"""Build `customs` as a distribution of its own and try it (`make dist`).

The wheel is built from a copy, because the package's folder is its project's folder too, and is
installed with its dependencies, in the locked versions, into an empty virtual environment.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from app.kit.settings import ROOT

UV: Final = Path(sys.executable).parent / "uv"
_README_ONLY: Final = ("pyproject.toml", "README.md")
"""Files of the project that are no part of the package."""


def build_wheel(folder: Path) -> Path:
    """Build the wheel of `customs` into a folder and return its path."""
    with tempfile.TemporaryDirectory() as name:
        project = Path(name)
        for each in _README_ONLY:
            shutil.copy(ROOT / "customs" / each, project)
        ignored = shutil.ignore_patterns("__pycache__", *_README_ONLY)
        shutil.copytree(ROOT / "customs", project / "customs", ignore=ignored)
        _run(UV, "build", "-q", "--wheel", "-o", folder, project)
    (wheel,) = folder.glob("keruen_customs-*.whl")
    return wheel


def install(wheel: Path, environment: Path) -> Path:
    """Install a wheel with its dependencies into a new environment; return its interpreter."""
    python = environment / "bin" / "python"
    _run(UV, "venv", "-q", "--python", sys.executable, environment)
    constraints = ROOT / "requirements.txt"
    _run(UV, "pip", "install", "-q", "--python", python, "-c", constraints, wheel)
    return python


def run_readme(python: Path) -> str:
    """Run the examples of the README with an interpreter; return what doctest prints."""
    readme = ROOT / "customs" / "README.md"
    # Isolated and outside the repository, so that only the installed package can be imported.
    return _run(python, "-I", "-m", "doctest", "-v", readme, cwd=python.parent)


def _run(*command: str | Path, cwd: Path = ROOT) -> str:
    done = subprocess.run(command, check=False, capture_output=True, text=True, cwd=cwd)
    if done.returncode:
        raise SystemExit(done.stdout + done.stderr)
    return done.stdout


def main() -> None:
    """Build into `var/dist`, and try the wheel in an empty environment."""
    folder = ROOT / "var" / "dist"
    shutil.rmtree(folder, ignore_errors=True)
    wheel = build_wheel(folder)
    with tempfile.TemporaryDirectory() as name:
        lines = run_readme(install(wheel, Path(name) / "venv")).splitlines()
    print(f"  {wheel.relative_to(ROOT)}: {lines[-2]}")


if __name__ == "__main__":
    main()
