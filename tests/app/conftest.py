"""The clock of the house under test: a Monday on which the recorded rates are fresh."""

import time
from datetime import timedelta

import pytest

from app.kit import clock
from tests.app.catalog.shelf import MORNING


@pytest.fixture(autouse=True)
def running_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock begins at the same instant in every test, and runs on."""
    begun = time.monotonic()
    monkeypatch.setattr(clock, "now", lambda: MORNING + timedelta(seconds=time.monotonic() - begun))
