"""Progress of a long reading of files, on standard error."""

import sys
import time
from pathlib import Path

_BETWEEN_S = 1


class Progress:
    """Prints pages while a file is read, lines when it is, and totals at the end."""

    def __init__(self) -> None:
        self._began = self._printed_at = time.monotonic()
        self._lines = self._unread = 0

    def page_read(self, path: Path, done: int, pages: int) -> None:
        """Print how many pages are read, at most once a second."""
        if time.monotonic() - self._printed_at >= _BETWEEN_S:
            self._printed_at = time.monotonic()
            self._print(f"{path.name}: page {done} of {pages}")

    def file_read(self, path: Path, *, lines: int, unread: list[str]) -> None:
        """Print how many lines a file has, and what could not be read."""
        self._lines += lines
        self._unread += len(unread)
        self._print(f"{path.name}: {lines} lines, {len(unread)} unread")
        for text in unread:
            self._print(f"UNREAD {text}")

    def end(self) -> None:
        """Print the lines of all files and the seconds."""
        seconds = time.monotonic() - self._began
        self._print(f"{self._lines} lines, {self._unread} unread, {seconds:.1f} s")

    def _print(self, text: str) -> None:
        print(f"  {text}", file=sys.stderr, flush=True)
