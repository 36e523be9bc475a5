"""`make audit`: report the known vulnerabilities of the pinned packages, by the package registry.

A package for which the registry does not answer is reported as not audited, never as sound; that
is no failure.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

from app.kit.settings import ROOT

AUDITOR: Final = "pip-audit==2.10.1"
PINNED: Final = "requirements-dev.txt"
"""Everything that is installed, for running, tests and checks."""
BIN: Final = Path(sys.executable).parent


def main() -> int:
    """Print what was found; return 1 when a package has a known vulnerability."""
    dependencies = audited()
    if dependencies is None:
        print("NOT audited: the auditor cannot be installed or cannot reach the registry")
        return 0
    unknown = [each["name"] for each in dependencies if "skip_reason" in each]
    vulnerable = [each for each in dependencies if each.get("vulns")]
    for each in vulnerable:
        for vulnerability in each["vulns"]:
            fixed = ", ".join(vulnerability["fix_versions"]) or "nothing yet"
            print(f"{each['name']} {each['version']}: {vulnerability['id']}, fixed in {fixed}")
    print(f"{len(dependencies) - len(unknown)} of {len(dependencies)} pinned packages audited")
    if unknown:
        print(f"NOT audited, the registry does not answer for them: {', '.join(unknown)}")
    return 1 if vulnerable else 0


def audited() -> list[dict[str, Any]] | None:
    """Return what is known of every pinned package; None when the auditor cannot run."""
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
