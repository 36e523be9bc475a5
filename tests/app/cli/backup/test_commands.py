"""`keruen backup` and `keruen restore`: what they say, and with which status they end."""

import getpass
import json
from pathlib import Path

import pytest

from app.cli.backup.passphrase import read_new_passphrase, read_passphrase
from app.cli.backup.refusals import NoPassphrase, PassphraseDiffers, WeakPassphrase
from app.kit.settings import Settings
from tests.app.cli.backup.conftest import PASSPHRASE, rows_of
from tests.app.cli.running import keruen


async def test_a_shop_is_backed_up_tried_and_restored_by_commands(
    shop: Settings, empty: str, tmp_path: Path
) -> None:
    path, word = str(tmp_path / "keruen.age"), {"KERUEN_BACKUP_PASSPHRASE": PASSPHRASE}
    written = keruen(
        *("backup", path, "--verify", "--json"), database=shop.database_url, data=shop.data, **word
    )
    assert (written.returncode, written.stderr) == (0, "")
    said = json.loads(written.stdout)
    saved = await rows_of(shop.database_url)
    assert said["verified"] is True
    assert (said["tables"], said["files"]) == (len(saved), 2)
    assert said["rows"] == sum(map(len, saved.values()))
    restored = keruen("restore", path, database=empty, data=tmp_path / "second", **word)
    assert restored.returncode == 0
    assert restored.stdout.endswith(
        f"{len(saved)} tables, {said['rows']} rows, 2 files, every table compared.\n"
    )
    assert await rows_of(empty) == saved
    again = keruen("restore", path, database=empty, data=tmp_path / "third", **word)
    assert (again.returncode, again.stdout) == (1, "")
    assert again.stderr == (
        f"keruen: The database has {len(saved)} tables: restore into an empty one.\n"
    )


def test_a_wrong_passphrase_is_one_line_and_status_one(
    shop: Settings, empty: str, tmp_path: Path
) -> None:
    path = str(tmp_path / "keruen.age")
    for name, words in (("right", PASSPHRASE), ("wrong", "eight camels at dawn")):
        (tmp_path / name).write_text(f"{words}\n")
    right, wrong = (f"--passphrase-file={tmp_path / name}" for name in ("right", "wrong"))
    assert keruen("backup", path, right, database=shop.database_url, data=shop.data).returncode == 0
    found = keruen("restore", path, wrong, database=empty, data=tmp_path / "second")
    assert (found.returncode, found.stdout) == (1, "")
    assert found.stderr == "keruen: The passphrase does not open this backup.\n"


def test_a_command_without_a_file_is_a_question_of_usage(empty: str, tmp_path: Path) -> None:
    assert keruen("backup", database=empty, data=tmp_path).returncode == 2
    assert keruen("restore", database=empty, data=tmp_path).returncode == 2


def test_a_database_without_a_shop_has_nothing_to_back_up(empty: str, tmp_path: Path) -> None:
    found = keruen(
        *("backup", str(tmp_path / "keruen.age")),
        database=empty,
        data=tmp_path,
        KERUEN_BACKUP_PASSPHRASE=PASSPHRASE,
    )
    assert found.returncode == 1
    assert "run `keruen migrate`" in found.stderr
    assert not (tmp_path / "keruen.age").exists()


def typed(monkeypatch: pytest.MonkeyPatch, *answers: str) -> None:
    """Let somebody sit at the terminal."""
    left = list(answers)
    monkeypatch.delenv("KERUEN_BACKUP_PASSPHRASE", raising=False)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr(getpass, "getpass", lambda _: left.pop(0))


def test_a_new_passphrase_is_typed_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch, PASSPHRASE, PASSPHRASE)
    assert read_new_passphrase(None) == PASSPHRASE
    typed(monkeypatch, PASSPHRASE, "seven camels at dusk")
    with pytest.raises(PassphraseDiffers):
        read_new_passphrase(None)


def test_a_short_passphrase_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch, "eleven char")
    with pytest.raises(WeakPassphrase):
        read_new_passphrase(None)


def test_where_nobody_can_be_asked_a_passphrase_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KERUEN_BACKUP_PASSPHRASE", raising=False)
    monkeypatch.setattr("sys.stdin.isatty", lambda: False)
    with pytest.raises(NoPassphrase):
        read_passphrase(None)
