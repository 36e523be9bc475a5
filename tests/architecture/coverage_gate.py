"""Check the branch coverage of the last `make test`: all of `customs`, nearly all of `app`.

Tests run once; this only reads the data of that run. Data older than the code is worthless: in CI
that fails, elsewhere it is reported.
"""

import json
import os
import sys
from collections import defaultdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import coverage

from app.kit.settings import ROOT
from tests.architecture.test_shape import sources

LEAST_PERCENT: Final = {"customs": 100.0, "app": 91.0}
"""Of branches, by package. `app` goes back to 95: it stood there before sellers, pictures and
workbooks, whose branches taken in threads and in processes of their own are not counted yet."""
DATA: Final = ROOT / "var" / "coverage"


def newer_than(data: Path) -> list[str]:
    """List the sources that changed after the run."""
    ran = data.stat().st_mtime
    return [str(path.relative_to(ROOT)) for path in sources() if path.stat().st_mtime > ran]


def branches_by_file() -> dict[str, tuple[int, int]]:
    """Return (taken, all) branches by file."""
    measured = coverage.Coverage(data_file=str(DATA))
    measured.load()
    with TemporaryDirectory() as folder:
        outfile = Path(folder) / "coverage.json"
        measured.json_report(outfile=str(outfile))
        files = json.loads(outfile.read_text())["files"]
    return {
        name: (found["summary"]["covered_branches"], found["summary"]["num_branches"])
        for name, found in files.items()
    }


def main() -> int:
    """Print the share of each package; return 1 when one is below its least."""
    if not DATA.exists() or newer_than(DATA):
        print("coverage was NOT looked at: the code has changed since the last `make test`")
        return 1 if os.environ.get("CI") else 0
    totals: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    missed: dict[str, list[str]] = defaultdict(list)
    for name, (taken, all_) in branches_by_file().items():
        package = name.split("/")[0]
        totals[package][0] += taken
        totals[package][1] += all_
        if taken < all_:
            missed[package].append(f"  {all_ - taken:3} of {all_:3} not taken: {name}")
    shares = {name: 100 * taken / all_ for name, (taken, all_) in totals.items()}
    low = [name for name, least in LEAST_PERCENT.items() if shares.get(name, 0.0) < least]
    for name in low:
        print("\n".join(sorted(missed[name], reverse=True)))
    print(
        "branches taken: "
        + ", ".join(f"{shares.get(name, 0.0):.1f} % of {name}" for name in LEAST_PERCENT)
    )
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
