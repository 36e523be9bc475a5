"""Runs the whole house from one terminal: database, web and worker; Ctrl-C ends all of it."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from types import FrameType

from app.cli.steps import Steps

ENDING_S = 10
"""How long a process may take to end when asked kindly."""


class Stopped(Exception):
    """Somebody pressed Ctrl-C, or the process manager asked us to end."""


def run_together(commands: Sequence[Sequence[str]], *, ready: Callable[[], None]) -> int:
    """Will run the commands until one ends or we are asked to stop; then end them all."""
    signal.signal(signal.SIGTERM, _stop)
    # Who starts us in the background may have had SIGINT ignored: Ctrl-C ends us all the same.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    processes = [subprocess.Popen(command, env=os.environ) for command in commands]  # noqa: S603 -- our own commands
    try:
        ready()
        return _first_end(processes)
    except (KeyboardInterrupt, Stopped):
        return 0
    finally:
        _end(processes)


def _stop(_: int, __: FrameType | None) -> None:
    raise Stopped


def _first_end(processes: Sequence[subprocess.Popen[bytes]]) -> int:
    while True:
        for process in processes:
            if process.poll() is not None:
                return process.returncode
        time.sleep(0.2)


def _end(processes: Sequence[subprocess.Popen[bytes]]) -> None:
    for process in processes:
        process.terminate()
    for process in processes:
        try:
            process.wait(timeout=ENDING_S)
        except subprocess.TimeoutExpired:
            process.kill()


def own_command(*arguments: str) -> list[str]:
    """Will give the command line that runs one of our own commands."""
    return [sys.executable, "-m", "app", *arguments]


def wait_until_ready(steps: Steps, address: str) -> None:
    """Will wait until the web answers, and say how to come in."""
    import httpx

    with steps.step("Starting web and worker"):
        for _ in range(300):
            try:
                if httpx.get(f"{address}/health/ready", timeout=2).is_success:
                    return
            except httpx.HTTPError:
                time.sleep(0.1)
