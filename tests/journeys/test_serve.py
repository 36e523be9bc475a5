"""A newcomer's one command: it prints each step, opens the shop, and Ctrl-C ends all it started."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import httpx
import psutil

from app.demo.cast import DEMO_PASSWORD, demo_people
from app.kit.settings import ROOT
from tests.conftest import TEST_DATA
from tests.running import free_port, unmeasured

STEPS = ("Message catalogues", "Front-end files", "Fonts", "Database", "Migrations", "Demo shop")


def test_one_command_opens_the_shop_and_ctrl_c_ends_everything() -> None:
    data = TEST_DATA / "serve"
    shutil.rmtree(data, ignore_errors=True)
    shutil.copytree(ROOT / "var" / "fonts", data / "fonts")
    port = free_port()
    with start(data, port=port) as serving:
        try:
            said = read_until_open(serving)
            assert [step for step in STEPS if step not in said] == []
            assert DEMO_PASSWORD in said
            assert [person.email for person in demo_people() if person.email not in said] == []
            assert httpx.get(f"http://127.0.0.1:{port}/kk/").status_code == 200
            assert len(started_under(data)) >= 3
        finally:
            serving.send_signal(signal.SIGINT)
        assert serving.wait(timeout=30) == 0
    assert left_after(data, seconds=15) == []


def start(data: Path, *, port: int) -> "subprocess.Popen[str]":
    environment = {
        name: text for name, text in unmeasured(os.environ).items() if name != "DATABASE_URL"
    }
    return subprocess.Popen(
        [sys.executable, "-m", "app", "serve"],
        cwd=ROOT,
        env={
            **environment,
            "KERUEN_DATA": str(data),
            "KERUEN_BASE_URL": f"http://127.0.0.1:{port}",
            "PORT": str(port),
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )


def read_until_open(serving: "subprocess.Popen[str]") -> str:
    assert serving.stdout is not None
    lines = []
    for line in serving.stdout:
        lines.append(line)
        if demo_people()[-1].email in line:
            break
    return "".join(lines)


def started_under(data: Path) -> list[psutil.Process]:
    """List the processes that have the data folder in their arguments or environment."""
    found = []
    for process in psutil.process_iter():
        try:
            words = [*process.cmdline(), process.environ().get("KERUEN_DATA", "")]
        except psutil.Error:
            continue
        if any(str(data) in word for word in words) and process.pid != os.getpid():
            found.append(process)
    return found


def left_after(data: Path, *, seconds: float) -> list[psutil.Process]:
    end = time.monotonic() + seconds
    while (left := started_under(data)) and time.monotonic() < end:
        time.sleep(0.1)
    return left
