"""Checks of the machine: its time zones, encodings and tools."""

import locale
import shutil
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from importlib.metadata import version
from typing import Final
from zoneinfo import ZoneInfo

Finding = tuple[bool, str]
"""Whether the check passed, and what was found or what to do."""

_AFTER_THE_CHANGE: Final = datetime(2024, 3, 1, 12, tzinfo=UTC)
"""Almaty went from UTC+6 to UTC+5 at the start of this day."""
_ALMATY: Final = timedelta(hours=5)


def check_clocks() -> Finding:
    """Check the time zones by the latest change in a country that we sell to."""
    table = f"tzdata {version('tzdata')}"
    offset = _AFTER_THE_CHANGE.astimezone(ZoneInfo("Asia/Almaty")).utcoffset()
    if offset != _ALMATY:
        return False, f"{table} has Asia/Almaty at UTC+{offset} after 2024-03-01: run `make setup`"
    return True, f"{table}, Asia/Almaty is UTC+5"


def check_encodings() -> Finding:
    """Check that file names, files and output are UTF-8."""
    encodings = {
        "file names": sys.getfilesystemencoding(),
        "files": locale.getpreferredencoding(do_setlocale=False),
        "output": sys.stdout.encoding,
    }
    other = [
        f"{name} {encoding}"
        for name, encoding in encodings.items()
        if encoding.lower().replace("-", "") != "utf8"
    ]
    if other:
        return False, f"{', '.join(other)}: set PYTHONUTF8=1"
    return True, "UTF-8"


def check_tools() -> Finding:
    """Name the npm that `make setup` uses; running needs none."""
    npm = shutil.which("npm")
    if npm is None:
        return True, "no npm: `make setup` needs it, running does not"
    found = subprocess.run([npm, "--version"], capture_output=True, text=True, check=False)  # noqa: S603 -- found on PATH
    return True, f"npm {found.stdout.strip()} ({npm}), for `make setup` alone"
