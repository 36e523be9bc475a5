"""A server that is stopping is waited for, and the file of a dead one is not."""

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from app.kit import embedded
from app.kit.embedded import hold
from app.kit.settings import ROOT
from tests.conftest import TEST_DATA


class Asked(Exception):
    """Raised when the server is started."""


@pytest.fixture
def pid_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    def ask(folder: Path, cleanup_mode: str) -> None:
        assert (folder.name, cleanup_mode) == ("postgres", "stop")
        raise Asked

    monkeypatch.setattr(embedded, "get_server", ask)
    (tmp_path / "postgres").mkdir()
    return tmp_path / "postgres" / "postmaster.pid"


def state_text(pid: int, state: str) -> str:
    return f"{pid}\n/data\n1795685457\n5432\n/tmp\n\n  5357572     98323\n{state}\n"


def test_a_server_that_is_ending_is_waited_for(pid_file: Path) -> None:
    pid_file.write_text(state_text(os.getpid(), "stopping"))
    threading.Timer(0.5, pid_file.unlink).start()
    with pytest.raises(Asked):
        hold(pid_file.parents[1])
    assert not pid_file.exists()


@pytest.mark.parametrize(
    "text",
    [state_text(os.getpid(), "ready   "), state_text(2**22 - 1, "stopping"), None],
    ids=["ready", "gone", "none"],
)
def test_nothing_else_is_waited_for(
    pid_file: Path, text: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def wait(seconds: float) -> None:
        pytest.fail(f"waited for {seconds}")

    monkeypatch.setattr("app.kit.embedded.time.sleep", wait)
    if text is not None:
        pid_file.write_text(text)
    with pytest.raises(Asked):
        hold(pid_file.parents[1])


_HOLDS = """
import sys
from pathlib import Path
from app.kit.embedded import hold
hold(Path(sys.argv[1]))
"""


@pytest.mark.parametrize("later_s", [0, 0.5])
def test_a_server_whose_making_was_cut_off_is_made_anew(later_s: float, postgres: str) -> None:
    assert postgres  # the test server's system user and permissions are set up by now
    data = TEST_DATA / "cut"
    shutil.rmtree(data, ignore_errors=True)
    data.mkdir(parents=True)
    holding = [sys.executable, "-c", _HOLDS, str(data)]
    with subprocess.Popen(holding, cwd=ROOT) as process:
        while not (data / "postgres" / "PG_VERSION").exists():
            assert process.poll() is None
            time.sleep(0.005)
        time.sleep(later_s)
        process.send_signal(signal.SIGKILL)
    assert (data / ".postgres-being-made").exists()
    done = subprocess.run(holding, cwd=ROOT, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert not (data / ".postgres-being-made").exists()
    assert (data / "postgres" / "global" / "pg_control").exists()
