"""The doctor lists every setting, and what to do about each failed check."""

from dataclasses import fields
from pathlib import Path

import pytest

from app.cli import doctor
from app.kit.settings import Settings

pytestmark = pytest.mark.usefixtures("settled")


@pytest.fixture
def settled(database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings of a prepared data folder, with a secret that must not be shown."""
    monkeypatch.setenv("DATABASE_URL", database)
    monkeypatch.setenv("KERUEN_DATA", str(tmp_path))
    monkeypatch.setenv("KERUEN_SECRET", "nobody may read this")
    monkeypatch.setenv("KERUEN_SMTP", "smtp://post:word@mail.example")
    monkeypatch.setenv("PORT", "8123")
    monkeypatch.setattr(doctor, "stale_catalogues", list)
    monkeypatch.setattr(doctor, "missing_packages", list)
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "version").write_text("0123456789ab")
    (tmp_path / "fonts").mkdir()
    for name in ("sans.ttf", "bold.ttf"):
        (tmp_path / "fonts" / name).touch()


def findings(capsys: pytest.CaptureFixture[str]) -> dict[str, tuple[str, str]]:
    """Return by name whether each printed check passed, and its text."""
    lines = [line for line in capsys.readouterr().out.splitlines() if line[2:6] in {"ok  ", "MEND"}]
    return {line[8:24].strip(): (line[2:6].strip(), line[25:]) for line in lines}


def test_every_setting_is_listed_and_no_secret_is_shown(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert {field.name for field in fields(Settings)} - {"run"} == doctor.NAMES.keys()
    doctor.examine()
    shown = dict(line.split(maxsplit=1) for line in capsys.readouterr().out.splitlines()[:9])
    assert shown == {
        "DATABASE_URL": "set",
        "KERUEN_DATA": str(tmp_path),
        "KERUEN_SECRET": "set",
        "KERUEN_BASE_URL": "http://127.0.0.1:8123",
        "KERUEN_HOST": "127.0.0.1",
        "PORT": "8123",
        "KERUEN_FEEDS": "banks",
        "KERUEN_SMTP": "set",
        "KERUEN_MAIL_FROM": "keruen@localhost",
    }


def test_where_everything_stands_there_is_nothing_to_do(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert doctor.examine() == 0
    found = findings(capsys)
    assert {stands for stands, _ in found.values()} == {"ok"}
    assert found["front-end files"] == ("ok", "0123456789ab")
    assert found["fonts"] == ("ok", "bold.ttf, sans.ttf")
    assert found["catalogues"] == ("ok", "compiled from locale/")
    assert found["print libraries"] == ("ok", "pango-1.0, pangoft2-1.0, harfbuzz-subset")


def test_a_failed_check_says_what_to_do(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("KERUEN_DATA", str(tmp_path / "nothing"))
    monkeypatch.setenv("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/none")
    monkeypatch.setattr(doctor, "stale_catalogues", lambda: ["kk", "ru"])
    monkeypatch.setattr(doctor, "missing_packages", lambda: ["libpango-1.0-0"])
    assert doctor.examine() == 1
    found = findings(capsys)
    assert found["front-end files"] == ("MEND", "run `make setup`")
    assert found["fonts"] == ("MEND", "run `make setup`")
    assert found["catalogues"] == ("MEND", "kk, ru: run `keruen prepare`")
    assert found["print libraries"] == (
        "MEND",
        "apt-get install libpango-1.0-0 (printing needs it, nothing else does)",
    )
    stands, text = found["database"]
    assert stands == "MEND"
    assert text.startswith("does not answer: ")
    assert found["Python"][0] == "ok"
