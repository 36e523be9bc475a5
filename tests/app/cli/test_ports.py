"""A port that is taken is one clear line, and nobody else's server is taken for ours."""

import http.server
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.cli.serve import NotStarted, PortTaken, check_port, wait_until_ready
from app.cli.steps import Steps
from tests.app.cli.running import keruen


class Ready(http.server.BaseHTTPRequestHandler):
    """Another program's server, which answers that it is ready."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the base's own name
        """Log nothing."""


@pytest.fixture
def port() -> Iterator[int]:
    """Return a port at which another program's server answers."""
    server = http.server.HTTPServer(("127.0.0.1", 0), Ready)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_address[1]
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("command", ["serve", "web"])
def test_with_the_port_taken_one_line_names_it_and_nothing_is_said_to_be_open(
    port: int, command: str, database: str, tmp_path: Path
) -> None:
    found = keruen(command, database=database, data=tmp_path, PORT=str(port))
    assert found.returncode == 1
    assert "open at" not in found.stdout
    assert found.stderr == (
        f"keruen: Port {port} is taken by another program, or may not be used."
        f" Choose another: PORT={port + 1} make run\n"
    )


def test_a_free_port_passes() -> None:
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        free = tried.getsockname()[1]
    check_port("127.0.0.1", free)


def test_a_taken_port_is_refused(port: int) -> None:
    with pytest.raises(PortTaken):
        check_port("127.0.0.1", port)


def test_somebody_elses_server_is_not_taken_for_ours(port: int) -> None:
    looks = iter([True, True, False])
    with pytest.raises(NotStarted):
        wait_until_ready(
            Steps(), f"http://127.0.0.1:{port}", run="ours", is_running=lambda: next(looks)
        )
