"""`make audit`: whether a pinned package has a known weakness, as the registry of packages says it.

Where the registry does not answer for a package, that is said loudly and is no failure: what was
not looked at is never counted as sound.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

from app.kit.settings import ROOT

AUDITOR: Final = "pip-audit==2.10.1"
PINNED: Final = "requirements-dev.txt"
"""Everything that is installed: what runs, and what tests and checks bring."""
BIN: Final = Path(sys.executable).parent


def main() -> int:
    """Print what was found; 1 when a package has a known weakness."""
    dependencies = asked()
    if dependencies is None:
        print("NOT audited: the auditor cannot be brought or cannot reach the registry")
        return 0
    unknown = [each["name"] for each in dependencies if "skip_reason" in each]
    weak = [each for each in dependencies if each.get("vulns")]
    for each in weak:
        for weakness in each["vulns"]:
            mended = ", ".join(weakness["fix_versions"]) or "nothing yet"
            print(f"{each['name']} {each['version']}: {weakness['id']}, mended in {mended}")
    print(f"{len(dependencies) - len(unknown)} of {len(dependencies)} pinned packages audited")
    if unknown:
        print(f"NOT audited, the registry does not answer for them: {', '.join(unknown)}")
    return 1 if weak else 0


def asked() -> list[dict[str, Any]] | None:
    """Ask about every pinned package; None when nobody can be asked."""
    found = subprocess.run(
        [
            *(str(BIN / "uv"), "tool", "run", "-q", AUDITOR),
            *("-r", PINNED, "--no-deps", "--disable-pip", "--progress-spinner", "off"),
            *("--timeout", "10", "-f", "json"),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    try:
        answer: list[dict[str, Any]] = json.loads(found.stdout)["dependencies"]
    except (json.JSONDecodeError, KeyError):
        return None
    return answer


if __name__ == "__main__":
    sys.exit(main())
