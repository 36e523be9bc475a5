"""A production process never loads any of the demo shop."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

from app.kit.settings import ROOT
from tests.app.orders.market import open_market
from tests.running import free_port, unmeasured

_SAYS_WHAT_IT_HELD = """
import atexit, sys
from app.cli.main import main
def held():
    print("HELD", sorted(name for name in sys.modules if name.startswith("app.demo")))
atexit.register(held)
sys.exit(main(sys.argv[1:]))
"""
NOTHING = "HELD []"


def started(*command: str, database: str, data: Path, port: int = 80) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", _SAYS_WHAT_IT_HELD, *command],
        cwd=ROOT,
        env={
            **unmeasured(os.environ),
            "DATABASE_URL": database,
            "KERUEN_DATA": str(data),
            "KERUEN_FEEDS": "off",
            "PORT": str(port),
        },
        stdout=subprocess.PIPE,
        text=True,
    )


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a data folder with the fonts of this checkout, to save making them."""
    folder = tmp_path_factory.mktemp("data")
    (folder / "fonts").symlink_to(ROOT / "var" / "fonts")
    return folder


@pytest.mark.parametrize("command", ["prepare", "migrate", "doctor"])
def test_a_command_of_production_never_holds_the_demo_shop(
    command: str, database: str, data: Path
) -> None:
    with started(command, database=database, data=data) as process:
        said = process.communicate(timeout=60)[0]
    assert NOTHING in said


async def test_web_and_worker_of_production_never_hold_the_demo_shop(
    database: str, data: Path
) -> None:
    await open_market()
    with started("prepare", database=database, data=data) as process:
        process.communicate(timeout=60)
    port = free_port()
    web = started("web", database=database, data=data, port=port)
    worker = started("worker", database=database, data=data)
    try:
        page = wait_for(f"http://127.0.0.1:{port}/ru/sign-in")
        assert "keruen-demo" not in page.text
    finally:
        # Not SIGTERM: uvicorn raises it again once it has ended, and nothing is printed any more.
        held = [ended(process) for process in (web, worker)]
    assert [NOTHING in said for said in held] == [True, True], held


async def test_the_flag_of_the_demo_shop_holds_it_and_shows_its_people(
    database: str, data: Path
) -> None:
    await open_market()
    with started("prepare", "--demo", database=database, data=data) as process:
        said = process.communicate(timeout=60)[0]
    assert "app.demo.cast" in said
    port = free_port()
    with started("web", "--demo", database=database, data=data, port=port) as web:
        try:
            assert "keruen-demo" in wait_for(f"http://127.0.0.1:{port}/ru/sign-in").text
        finally:
            ended(web)


def ended(process: "subprocess.Popen[str]") -> str:
    """End a process as Ctrl-C does, and return its output."""
    process.send_signal(signal.SIGINT)
    return process.communicate(timeout=60)[0]


def wait_for(address: str) -> httpx.Response:
    end = time.monotonic() + 60
    while True:
        try:
            return httpx.get(address, timeout=10)
        except httpx.TransportError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)
