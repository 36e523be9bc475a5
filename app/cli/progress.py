"""Says how far a long reading of files has come, on standard error."""

import sys
import time
from pathlib import Path

_BETWEEN_S = 1


class Progress:
    """Counts pages while a file is read, lines when it is, and both at the end."""

    def __init__(self) -> None:
        self._began = self._told = time.monotonic()
        self._lines = self._unread = 0

    def page_read(self, path: Path, done: int, pages: int) -> None:
        """Return how many pages are read, not more often than once a second."""
        if time.monotonic() - self._told >= _BETWEEN_S:
            self._told = time.monotonic()
            self._say(f"{path.name}: page {done} of {pages}")

    def file_read(self, path: Path, *, lines: int, unread: list[str]) -> None:
        """Return what a file held, and list what could not be read."""
        self._lines += lines
        self._unread += len(unread)
        self._say(f"{path.name}: {lines} lines, {len(unread)} unread")
        for text in unread:
            self._say(f"UNREAD {text}")

    def end(self) -> None:
        """Return what all files held, and in how many seconds."""
        seconds = time.monotonic() - self._began
        self._say(f"{self._lines} lines, {self._unread} unread, {seconds:.1f} s")

    def _say(self, text: str) -> None:
        print(f"  {text}", file=sys.stderr, flush=True)
