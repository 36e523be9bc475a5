"""`make check`: every check by name, each with its time; all run even when one fails.

Two at a time, the longest first. Of the output of a check that passes only a figure in the last
line is shown.
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
    ("architecture", ("pytest", "-q", "tests/architecture", "-p", "no:cacheprovider")),
    ("types", ("mypy",)),
    ("messages", ("python", "-m", "tests.architecture.messages", "--check")),
    ("imports", ("lint-imports",)),
    ("reach", ("python", "-m", "tests.architecture.reach", "--check")),
    ("coverage", ("python", "-m", "tests.architecture.coverage_gate")),
    ("templates", ("djlint", "templates", "--lint", "--quiet")),
    ("lint", ("ruff", "check", "-q", ".")),
    ("format", ("ruff", "format", "--check", "-q", ".")),
)
WITH_FIGURE = {"architecture", "coverage", "reach"}
"""Steps whose last line is shown also when they pass."""


@dataclass(frozen=True, slots=True)
class Outcome:
    name: str
    passed: bool
    seconds: float
    output: str

    def __str__(self) -> str:
        verdict = "ok" if self.passed else "FAILED"
        is_shown = self.passed and self.name in WITH_FIGURE
        figure = " ".join(self.output.strip().splitlines()[-1:]) if is_shown else ""
        line = f"  {self.name:<12} {verdict:<7} {self.seconds:5.1f} s  {figure}".rstrip()
        return line if self.passed else f"{line}\n{self.output}"


def main() -> int:
    """Run every step and return the exit status: 1 when any failed."""
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
    name, command = step
    began = time.monotonic()
    found = subprocess.run(
        [str(BIN / command[0]), *command[1:]], capture_output=True, text=True, check=False
    )
    output = found.stdout + found.stderr
    return Outcome(name, found.returncode == 0, time.monotonic() - began, output)


if __name__ == "__main__":
    sys.exit(main())
