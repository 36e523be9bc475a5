"""Progress of a command's long steps, on standard error."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager


class Steps:
    """Prints each step as it begins, and how long it took."""

    def __init__(self) -> None:
        self.began = time.monotonic()

    @contextmanager
    def step(self, title: str) -> Iterator[None]:
        """Print the title, run the block, and print its seconds."""
        began = time.monotonic()
        print(f"  {title} …", end="", file=sys.stderr, flush=True)
        yield
        print(f" {time.monotonic() - began:.1f} s", file=sys.stderr)

    def report(self, text: str) -> None:
        """Print a line of its own."""
        print(f"  {text}", file=sys.stderr, flush=True)

    def total_s(self) -> float:
        """Return the seconds since the command began."""
        return time.monotonic() - self.began
