"""The application runs from a checkout, and says so."""

import sys
from pathlib import Path

import pytest

from app.cli.main import main


def test_outside_a_checkout_it_names_the_folders_that_are_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.modules["app.cli.main"], "ROOT", tmp_path)
    (tmp_path / "locale").mkdir()
    assert main(["check"]) == 1
    assert capsys.readouterr().err == (
        f"keruen: it runs from a checkout after `make setup`, and {tmp_path} has no folder"
        " templates, node_modules.\n"
    )
