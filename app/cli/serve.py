"""Running database, web and worker from one terminal; Ctrl-C ends them all."""

import errno
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from types import FrameType
from typing import Final

from app.cli.steps import Steps
from app.kit.i18n import N_
from app.kit.refusal import Refusal
from app.kit.settings import RUN_HEADER

ENDING_S = 10
"""How long a process may take to end after SIGTERM."""

_LAST_PORT: Final = 65535


class PortTaken(Refusal):
    """Another program listens at the port, or we may not use it."""

    code = "command.port_taken"
    sentence = N_(
        "Port %(port)s is taken by another program, or may not be used."
        " Choose another: PORT=%(other)s make run"
    )


class NotStarted(Refusal):
    """The web server did not answer in time."""

    code = "command.not_started"
    sentence = N_("The web does not answer at %(address)s: see the lines above.")


class Stopped(Exception):
    """SIGTERM came: a process manager asks us to end."""


def run_together(
    commands: Sequence[Sequence[str]], *, ready: Callable[[Callable[[], bool]], None]
) -> int:
    """Run the commands until one ends or we are asked to stop; then end them all."""
    signal.signal(signal.SIGTERM, _stop)
    # A shell that starts us in the background has SIGINT ignored: Ctrl-C ends us all the same.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    processes = [subprocess.Popen(command, env=os.environ) for command in commands]  # noqa: S603 -- our own commands
    try:
        ready(lambda: all(process.poll() is None for process in processes))
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
    """Return the command line that runs one of our own commands."""
    return [sys.executable, "-m", "app", *arguments]


def check_port(host: str, port: int) -> None:
    """Raise `PortTaken` when the port is taken or may not be used."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((host, port))
        except OSError as trouble:
            if trouble.errno not in {errno.EADDRINUSE, errno.EACCES}:
                raise
            raise PortTaken(
                port=str(port), other=str(port + 1 if port < _LAST_PORT else 8000)
            ) from trouble


def wait_until_ready(
    steps: Steps, address: str, *, run: str, is_running: Callable[[], bool]
) -> None:
    """Wait until our own web server answers; raises `NotStarted`, at once when a process ended.

    `run` names this start: another server at the same port does not send it.
    """
    import httpx

    with steps.step("Starting web and worker"):
        for _ in range(300):
            try:
                answer = httpx.get(f"{address}/health/ready", timeout=2)
                if answer.is_success and answer.headers.get(RUN_HEADER) == run:
                    return
            except httpx.HTTPError:
                pass
            if not is_running():
                break
            time.sleep(0.1)
    raise NotStarted(address=address)
