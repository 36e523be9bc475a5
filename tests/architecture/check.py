"""`make check`: every check by name, each with its time; all run even when one fails.

Two at a time, the longest first; what a check has to say beside "ok" is its last line.
"""

import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

BIN = Path(sys.executable).parent
AT_ONCE = 2

STEPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("house", ("pytest", "-q", "tests/architecture", "-p", "no:cacheprovider")),
    ("types", ("mypy",)),
    ("words", ("python", "-m", "tests.architecture.words", "--check")),
    ("arrows", ("lint-imports",)),
    ("doors", ("python", "-m", "tests.architecture.reach", "--check")),
    ("coverage", ("python", "-m", "tests.architecture.coverage_gate")),
    ("templates", ("djlint", "templates", "--lint", "--quiet")),
    ("lint", ("ruff", "check", "-q", ".")),
    ("format", ("ruff", "format", "--check", "-q", ".")),
)
SAYS = {"doors", "coverage", "house"}
"""Steps whose last line is a figure to read."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a step."""

    name: str
    passed: bool
    seconds: float
    said: str

    def __str__(self) -> str:
        verdict = "ok" if self.passed else "FAILED"
        told = self.said.strip().splitlines()[-1:] if self.passed and self.name in SAYS else []
        line = f"  {self.name:<12} {verdict:<7} {self.seconds:5.1f} s  {' '.join(told)}".rstrip()
        return line if self.passed else f"{line}\n{self.said}"


def main() -> int:
    """Run every step; 1 when any failed."""
    began = time.monotonic()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        outcomes = []
        for outcome in pool.map(run, STEPS):
            outcomes.append(outcome)
            print(outcome, flush=True)
    failed = [outcome.name for outcome in outcomes if not outcome.passed]
    passed = len(STEPS) - len(failed)
    print(f"{passed} passed, {len(failed)} failed, {time.monotonic() - began:.0f} s")
    return 1 if failed else 0


def run(step: tuple[str, tuple[str, ...]]) -> Outcome:
    """Run one step to its end."""
    name, command = step
    began = time.monotonic()
    found = subprocess.run(
        [str(BIN / command[0]), *command[1:]], capture_output=True, text=True, check=False
    )
    said = found.stdout + found.stderr
    return Outcome(name, found.returncode == 0, time.monotonic() - began, said)


if __name__ == "__main__":
    sys.exit(main())
