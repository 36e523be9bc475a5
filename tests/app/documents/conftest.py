"""The papers' fonts, and a warm printer."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Final

import fasteners
import pytest

from app.documents.fonts import prepare_fonts
from app.documents.kinds import KINDS
from app.documents.printer import Printer
from app.kit.settings import ROOT

VAR = ROOT / "var"
TRADE_PAPERS: Final = ["declaration", "invoice", "packing_list"]
"""The kinds that buyer, broker and declarant all read."""


@pytest.fixture(scope="session")
def fonts() -> Path:
    """Return the papers' fonts, made once by whichever test process comes first."""
    VAR.mkdir(exist_ok=True)
    with fasteners.InterProcessLock(VAR / "fonts.lock"):
        prepare_fonts(ROOT / "node_modules", VAR / "fonts", report=print)
    return VAR / "fonts"


@pytest.fixture(scope="session")
async def printer(fonts: Path) -> AsyncIterator[Printer]:
    """Yield a printer of one process, warm after its first paper."""
    async with Printer(fonts) as warm:
        yield warm


@pytest.fixture
def dry(tmp_path_factory: pytest.TempPathFactory) -> Printer:
    """Yield a printer for kinds that need none: its processes are never started."""
    return Printer(tmp_path_factory.getbasetemp())


@pytest.fixture
def unprinted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Replace the printed kinds by files of one line: these tests are about their lives."""
    for code in TRADE_PAPERS:
        monkeypatch.setitem(KINDS, code, replace(KINDS[code], make=lambda _: b"%PDF one line"))
