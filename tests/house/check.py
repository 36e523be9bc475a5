"""`make check`: every check by name, each with its time; all run even when one fails."""

import subprocess
import sys
import time
from pathlib import Path

BIN = Path(sys.executable).parent

STEPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("format", ("ruff", "format", "--check", "-q", ".")),
    ("lint", ("ruff", "check", "-q", ".")),
    ("templates", ("djlint", "templates", "--lint", "--quiet")),
    ("types", ("mypy",)),
    ("arrows", ("lint-imports",)),
    ("words", ("python", "-m", "tests.house.words", "--check")),
    ("house", ("pytest", "-q", "tests/house", "-p", "no:cacheprovider")),
    ("law: coverage", ("coverage", "run", "-m", "pytest", "-q", "tests/customs")),
    ("law: every branch", ("coverage", "report", "--skip-covered")),
)


def main() -> int:
    """Will run every step; 1 when any failed."""
    failed = [name for name, command in STEPS if not _passes(name, command)]
    print(f"{len(STEPS) - len(failed)} passed, {len(failed)} failed")
    return 1 if failed else 0


def _passes(name: str, command: tuple[str, ...]) -> bool:
    began = time.monotonic()
    found = subprocess.run(
        [str(BIN / command[0]), *command[1:]], capture_output=True, text=True, check=False
    )
    verdict = "ok" if found.returncode == 0 else "FAILED"
    print(f"  {name:<20} {verdict:<7} {time.monotonic() - began:5.1f} s", flush=True)
    if found.returncode:
        print(found.stdout + found.stderr)
    return found.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
