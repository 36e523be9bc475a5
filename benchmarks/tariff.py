"""The whole tariff: as many chapters and lines as are published, read and imported."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import Final

import psutil

from app.kit import clock
from app.kit.settings import ROOT
from app.tariff.actions.editions import import_editions
from app.tariff.edition import EAEU, Edition, TariffLine
from benchmarks.table import Row, row
from tests.customs.tariff.chapter import print_pdf, table
from tests.customs.tariff.chapter import row as tariff_row

_CHAPTERS: Final = 96
_LINES: Final = 141
"""Lines per chapter: 13,536 in all chapters, about as many as are published."""
_NAME: Final = "– – изделия прочие, из прочих материалов, не поименованные в другом месте"
_RATES: Final = (
    "5<sup>63С)</sup>",
    "11, но не менее 0,05 евро за 1 кг",
    "2,2 евро за 1 кг",
    "8 плюс 0,05 евро за 1 кг",
)
_FIRST: Final = date(2022, 1, 1)


def measure_reading() -> list[Row]:
    """Measure `keruen tariff import --dry-run --json` of every chapter: time and memory."""
    with tempfile.TemporaryDirectory() as folder:
        paths = _write_chapters(Path(folder))
        began = time.perf_counter()
        lines, memory = _run_dry(paths, out=Path(folder) / "lines")
        seconds = time.perf_counter() - began
    if lines != _CHAPTERS * _LINES:
        raise ValueError("some line of a chapter was not read")
    what = f"read all {_CHAPTERS} chapters, {lines:,} lines (PDF)"
    return [row(what, [seconds * 1000]), row("memory of that at most", [memory], unit="MiB")]


def _write_chapters(folder: Path) -> list[Path]:
    """Write one chapter's file once for each chapter, with a first day of its own."""
    lines = (
        tariff_row(f"9901 10 {n:03} 0", _NAME, "шт", _RATES[n % len(_RATES)]) for n in range(_LINES)
    )
    body = print_pdf(table(*lines))
    paths = []
    for number in range(_CHAPTERS):
        day = _FIRST + timedelta(days=number)
        path = folder / f"ru.99_2022_{day:%d.%m.%Y}.pdf"
        path.write_bytes(body)
        paths.append(path)
    return paths


def _run_dry(paths: list[Path], *, out: Path) -> tuple[int, float]:
    """Return how many lines the command printed, and its peak memory in MiB."""
    command = [sys.executable, "-m", "app", "tariff", "import", *map(str, paths)]
    most = 0
    with out.open("wb") as printed:
        child = subprocess.Popen(  # noqa: S603 -- our own command
            [*command, "--dry-run", "--json"],
            cwd=ROOT,
            stdout=printed,
            stderr=subprocess.DEVNULL,
        )
        watched = psutil.Process(child.pid)
        while child.poll() is None:
            most = max(most, watched.memory_info().rss)
            time.sleep(0.1)
    return len(out.read_bytes().splitlines()), most / 2**20


async def measure_saving() -> Row:
    """Time importing every chapter as an edition and comparing it; needs a database."""
    at = clock.now()
    editions = [
        (
            Edition(
                tariff=EAEU,
                source=f"chapter {lines[0].chapter}",
                sha256=lines[0].chapter,
                valid_from=_FIRST,
                whole_chapters=(lines[0].chapter,),
            ),
            lines,
        )
        for lines in _chapters()
    ]
    began = time.perf_counter()
    found = await import_editions(editions, at=at)
    seconds = time.perf_counter() - began
    return row(f"save and compare {len(found.new):,} new lines", [seconds * 1000])


def _chapters() -> Iterator[tuple[TariffLine, ...]]:
    lines = (
        TariffLine(f"{chapter:02}{n:08}", _NAME, "шт", "5", ("63С",))
        for chapter in range(1, _CHAPTERS + 1)
        for n in range(_LINES)
    )
    while part := tuple(islice(lines, _LINES)):
        yield part
