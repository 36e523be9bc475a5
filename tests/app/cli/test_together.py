"""What runs from one terminal ends together, whoever ends it and however slow it is to end."""

import http.server
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.cli import serve
from app.cli.serve import NotStarted, check_port, run_together, wait_until_ready
from app.cli.steps import Steps
from app.kit.settings import RUN_HEADER

SLEEPS = [sys.executable, "-c", "import time; time.sleep(60)"]
DEAF = [
    *(sys.executable, "-c"),
    (
        "import signal, sys, time; signal.signal(signal.SIGTERM, signal.SIG_IGN);"
        "open(sys.argv[1], 'w').close(); time.sleep(60)"
    ),
]


@pytest.fixture(autouse=True)
def _signals() -> Iterator[None]:
    """Restore the signal handlers of the tests."""
    before = {sign: signal.getsignal(sign) for sign in (signal.SIGTERM, signal.SIGINT)}
    yield
    for sign, handler in before.items():
        signal.signal(sign, handler)


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list["subprocess.Popen[bytes]"]:
    """Return the processes started, in their order."""
    kept: list[subprocess.Popen[bytes]] = []
    start = subprocess.Popen

    def keep(command: list[str], **how: object) -> "subprocess.Popen[bytes]":
        kept.append(start(command, **how))  # type: ignore[call-overload] # passed on as it came
        return kept[-1]

    monkeypatch.setattr(subprocess, "Popen", keep)
    return kept


def nothing(_: Callable[[], bool]) -> None:
    """Wait for nothing."""


def test_when_one_ends_the_other_is_ended_and_its_status_is_ours(
    begun: list["subprocess.Popen[bytes]"],
) -> None:
    looked: list[bool] = []

    def ready(is_running: Callable[[], bool]) -> None:
        looked.append(is_running())

    ends = [sys.executable, "-c", "import time; time.sleep(1); raise SystemExit(7)"]
    assert run_together([SLEEPS, ends], ready=ready) == 7
    assert looked == [True]
    assert [process.returncode for process in begun] == [-signal.SIGTERM, 7]


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_asked_to_stop_it_ends_both_and_is_content(
    begun: list["subprocess.Popen[bytes]"], sign: signal.Signals
) -> None:
    def ready(_: Callable[[], bool]) -> None:
        threading.Timer(0.3, os.kill, (os.getpid(), sign)).start()

    assert run_together([SLEEPS, SLEEPS], ready=ready) == 0
    assert [process.returncode for process in begun] == [-signal.SIGTERM, -signal.SIGTERM]


def test_one_that_does_not_listen_is_killed_after_its_time(
    begun: list["subprocess.Popen[bytes]"], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(serve, "ENDING_S", 0.3)
    deaf = tmp_path / "deaf"

    def ready(_: Callable[[], bool]) -> None:
        while not deaf.exists():
            time.sleep(0.02)

    ends = [sys.executable, "-c", "raise SystemExit(3)"]
    assert run_together([[*DEAF, str(deaf)], ends], ready=ready) == 3
    assert [process.wait(timeout=10) for process in begun] == [-signal.SIGKILL, 3]


def test_a_web_that_ended_before_it_answered_ends_the_worker(
    begun: list["subprocess.Popen[bytes]"],
) -> None:
    def ready(is_running: Callable[[], bool]) -> None:
        wait_until_ready(Steps(), "http://127.0.0.1:1", run="ours", is_running=is_running)

    ends = [sys.executable, "-c", "raise SystemExit(1)"]
    with pytest.raises(NotStarted, match=r"does not answer at http://127\.0\.0\.1:1: see the"):
        run_together([ends, SLEEPS], ready=ready)
    assert [process.returncode for process in begun] == [1, -signal.SIGTERM]


class Waking(http.server.BaseHTTPRequestHandler):
    """Our web server, not ready at the first request."""

    asked = 0

    def do_GET(self) -> None:
        type(self).asked += 1
        self.send_response(503 if self.asked == 1 else 200)
        self.send_header(RUN_HEADER, "ours")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the base's own name
        """Log nothing."""


def test_our_own_web_is_waited_for_until_it_is_ready(capsys: pytest.CaptureFixture[str]) -> None:
    with http.server.HTTPServer(("127.0.0.1", 0), Waking) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_address[1]}"
        wait_until_ready(Steps(), address, run="ours", is_running=lambda: True)
        server.shutdown()
    assert Waking.asked == 2
    assert capsys.readouterr().err.startswith("  Starting web and worker … ")


def test_a_machine_of_another_address_is_a_fault_and_no_taken_port() -> None:
    with pytest.raises(OSError, match="assign requested address"):
        check_port("192.0.2.1", 8000)


def test_a_port_of_ipv6_is_looked_at_there() -> None:
    with pytest.raises(OSError, match="assign requested address"):
        check_port("2001:db8::1", 8000)
