"""The papers' fonts as set-up makes them, and a printer that is warm."""

from collections.abc import AsyncIterator
from pathlib import Path

import fasteners
import pytest

from app.documents.fonts import prepare_fonts
from app.documents.printer import Printer
from app.kit.settings import ROOT

VAR = ROOT / "var"


@pytest.fixture(scope="session")
def fonts() -> Path:
    """The cut fonts; made once, whichever process of the tests comes first."""
    VAR.mkdir(exist_ok=True)
    with fasteners.InterProcessLock(VAR / "fonts.lock"):
        prepare_fonts(ROOT / "node_modules", VAR / "fonts", report=print)
    return VAR / "fonts"


@pytest.fixture(scope="session")
async def printer(fonts: Path) -> AsyncIterator[Printer]:
    """A printer of one process, warm after its first paper."""
    async with Printer(fonts) as warm:
        yield warm
