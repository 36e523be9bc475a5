"""The whole application as a newcomer runs it: its own database, web and worker processes."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import httpx

from app.kit.settings import ROOT
from app.rates.banks import get_bank

READY_WITHIN_S = 30.0


class NotReady(Exception):
    """The web did not answer in time, or ended."""


@dataclass(frozen=True, slots=True)
class LiveServer:
    """A running application: its address, its database and its processes."""

    address: str
    database: str
    web: "subprocess.Popen[bytes]"
    worker: "subprocess.Popen[bytes]"
    seconds_to_ready: float

    def rate(self, bank: str, currency: str) -> Decimal:
        """Return a bank's rate of today for one unit, as the command prints it."""
        today = get_bank(bank).day_at(datetime.now(UTC))
        listed = keruen(
            "rates", "show", "--bank", bank, "--on", f"{today}", "--json", on=self.database
        )
        rates = [json.loads(line) for line in listed.splitlines()]
        (rate,) = [each for each in rates if each["currency"] == currency]
        return Decimal(rate["value"]) / Decimal(rate["nominal"])


def keruen(*command: str, on: str) -> str:
    """Run a command on a database and return what it prints."""
    return subprocess.run(
        [sys.executable, "-m", "app", *command],
        cwd=ROOT,
        env={**unmeasured(os.environ), "DATABASE_URL": on},
        check=True,
        capture_output=True,
        text=True,
    ).stdout


def seed(database: str) -> None:
    """Make the demo shop as it opens, without its stage, in an empty, migrated database."""
    keruen("seed", "--bare", on=database)


@asynccontextmanager
async def running(database: str, *, log: Path) -> AsyncIterator[LiveServer]:
    """Run web and worker on a free port until the block ends."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    environment = {
        **os.environ,
        "DATABASE_URL": database,
        "PORT": str(port),
        "KERUEN_BASE_URL": address,
        "KERUEN_FEEDS": "off",
    }
    with log.open("wb") as output:
        began = time.monotonic()
        web, worker = (
            subprocess.Popen(  # noqa: ASYNC220 -- our own command, started once
                [sys.executable, "-m", "app", *command],
                cwd=ROOT,
                env=unmeasured(environment) if command[0] == "web" else environment,
                stdout=output,
                stderr=output,
            )
            for command in (("web", "--demo"), ("worker",))
        )
        try:
            await _wait(address, web)
            yield LiveServer(address, database, web, worker, time.monotonic() - began)
        finally:
            for process in (web, worker):
                process.terminate()
            for process in (web, worker):
                process.wait(timeout=15)


def unmeasured(environment: Mapping[str, str]) -> dict[str, str]:
    """Leave out what would count the branches of a started process, which takes half its time.

    Pages and the demo shop are held in this process by `tests/app`.
    """
    return {name: value for name, value in environment.items() if not name.startswith("COVERAGE_")}


def free_port() -> int:
    """Return a port on which nothing listens."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
    return port


async def _wait(address: str, web: "subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + READY_WITHIN_S
    async with httpx.AsyncClient(base_url=address, timeout=2) as client:
        while time.monotonic() < end and web.poll() is None:
            try:
                if (await client.get("/health/ready")).is_success:
                    return
            except httpx.TransportError:
                time.sleep(0.02)  # noqa: ASYNC251 -- nothing else waits on this loop
    raise NotReady(address)
