"""Write docs/refusals.md from the refusals themselves (`make rules`)."""

import importlib
import pkgutil
import sys

import app
import customs
from app.kit.refusal import Refusal
from app.kit.settings import ROOT
from app.server.answers import status_of

PATH = ROOT / "docs" / "refusals.md"
HEAD = """# The refusals

Made from the refusals themselves by `make rules`. A program goes by the code, which never changes
once it stands here; the sentence is shown in the reader's language. The status is that of a page or
an answer of the API.

| code | status | sentence |
|---|---|---|
"""


def refusals() -> list[type[Refusal]]:
    """Return every refusal class that has a sentence of its own."""
    for package in (app, customs):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if "piccolo_" not in found.name and not found.name.endswith("__main__"):
                importlib.import_module(found.name)
    known: list[type[Refusal]] = []
    left: list[type[Refusal]] = [Refusal]
    while left:
        for child in left.pop().__subclasses__():
            left.append(child)
            if child.__module__.split(".")[0] in {"app", "customs"} and "sentence" in vars(child):
                known.append(child)
    return known


def status(refusal: type[Refusal]) -> int:
    return status_of(refusal.__new__(refusal))


def table() -> str:
    rows = sorted((each.code, status(each), each.sentence) for each in refusals())
    return HEAD + "".join(
        f"| `{code}` | {number} | {sentence} |\n" for code, number, sentence in rows
    )


if __name__ == "__main__":
    PATH.write_text(table(), encoding="utf-8")
    print(f"{PATH.relative_to(ROOT)} is written", file=sys.stderr)
