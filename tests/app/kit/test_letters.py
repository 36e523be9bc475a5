"""Letters go through a real SMTP server, once, and wait when it does not take them."""

import ssl
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from app.kit.db import transaction
from app.kit.letters import Letter, Post, count_waiting, send_due, write_letter
from app.kit.tables import Letter as LetterRow
from tests.running import free_port

pytestmark = pytest.mark.usefixtures("database")
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
LETTER = Letter("li@keruen.example", "Курс\nBcc: evil@x.example", "Ли,\n\nкурс устарел.\n")


@dataclass
class Server:
    """An SMTP server's letters, and whether it accepts any."""

    taken: list[EmailMessage] = field(default_factory=list)
    known: list[bool] = field(default_factory=list)
    """Whether each letter's sender gave a password."""
    is_shut: bool = False

    async def handle_DATA(self, _server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 -- the library's name
        if self.is_shut:
            return "451 not now"
        assert isinstance(envelope.content, bytes)
        message = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(message, EmailMessage)
        self.taken.append(message)
        self.known.append(bool(session.authenticated))
        return "250 taken"


@contextmanager
def serving(**how: Any) -> Iterator[tuple[Server, int]]:  # noqa: ANN401 -- the controller's own
    """Run an SMTP server on this machine; yield it and its port."""
    handler = Server()
    port = free_port()
    controller = Controller(handler, hostname="127.0.0.1", port=port, **how)
    controller.start()
    try:
        yield handler, port
    finally:
        controller.stop()


@pytest.fixture
def server() -> Iterator[tuple[Server, Post]]:
    with serving() as (handler, port):
        yield handler, Post(f"smtp://127.0.0.1:{port}", "keruen@keruen.example")


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate of 127.0.0.1, signed by itself, with its key: made anew for each run."""
    folder = tmp_path_factory.mktemp("tls")
    key, signed, both = folder / "key.pem", folder / "signed.pem", folder / "localhost.pem"
    command = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2"
    names = ["-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1,DNS:localhost"]
    subprocess.run(
        [*command.split(), *names, "-keyout", str(key), "-out", str(signed)],
        check=True,
        capture_output=True,
    )
    both.write_bytes(key.read_bytes() + signed.read_bytes())
    return both


@pytest.fixture
def tls(certificate: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context


@pytest.fixture
def trusted(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """This machine trusts who signed the server's certificate."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))


def lets_in(
    _server: SMTP, _session: Session, _envelope: Envelope, _mechanism: str, who: object
) -> AuthResult:
    """Accept the right password."""
    return AuthResult(success=who == LoginPassword(b"post@k", b"a:b c"), handled=False)


async def test_a_letter_arrives_whole_and_once(server: tuple[Server, Post]) -> None:
    handler, post = server
    await write_letter(LETTER, at=NOON)
    assert await count_waiting() == 1
    assert await send_due(post, at=NOON) == 1
    assert await send_due(post, at=NOON) == 0
    (message,) = handler.taken
    assert message["subject"] == "Курс Bcc: evil@x.example"
    assert (message["to"], message["bcc"]) == ("li@keruen.example", None)
    assert message.get_content().replace("\r", "") == LETTER.body
    assert await count_waiting() == 0


async def test_a_letter_goes_with_its_transaction_or_not_at_all(
    server: tuple[Server, Post],
) -> None:
    with pytest.raises(RuntimeError):
        async with transaction():
            await write_letter(LETTER, at=NOON)
            raise RuntimeError
    assert await send_due(server[1], at=NOON) == 0
    assert await LetterRow.count() == 0


async def test_a_server_that_is_shut_or_gone_is_tried_again_later(
    server: tuple[Server, Post],
) -> None:
    handler, post = server
    handler.is_shut = True
    await write_letter(LETTER, at=NOON)
    assert await send_due(post, at=NOON) == 0
    kept = await LetterRow.select(LetterRow.tries, LetterRow.next_try_at).first()
    assert kept == {"tries": 1, "next_try_at": NOON + timedelta(minutes=1)}
    assert await send_due(Post("smtp://127.0.0.1:1", "a@b.example"), at=NOON) == 0
    later = NOON + timedelta(minutes=1)
    assert await send_due(Post("smtp://127.0.0.1:1", "a@b.example"), at=later) == 0
    handler.is_shut = False
    assert await send_due(post, at=later) == 0
    assert await send_due(post, at=later + timedelta(minutes=2)) == 1


async def test_without_a_server_letters_wait() -> None:
    await write_letter(LETTER, at=NOON)
    assert await send_due(Post("", "a@b.example"), at=NOON) == 0
    assert await count_waiting() == 1


LOGIN = {"authenticator": lets_in}


@pytest.mark.usefixtures("trusted")
async def test_a_letter_goes_encrypted_where_the_server_can(tls: ssl.SSLContext) -> None:
    with serving(tls_context=tls, require_starttls=True, **LOGIN) as (handler, port):
        await write_letter(LETTER, at=NOON)
        post = Post(f"smtp://post%40k:a%3Ab%20c@127.0.0.1:{port}", "a@b.example")
        assert await send_due(post, at=NOON) == 1
    assert [message["to"] for message in handler.taken] == ["li@keruen.example"]
    assert handler.known == [True]


@pytest.mark.usefixtures("trusted")
async def test_a_letter_goes_to_a_server_that_speaks_tls_from_the_first_byte(
    tls: ssl.SSLContext,
) -> None:
    with serving(ssl_context=tls, auth_require_tls=False, **LOGIN) as (handler, port):
        await write_letter(LETTER, at=NOON)
        post = Post(f"smtps://post%40k:a%3Ab%20c@127.0.0.1:{port}", "a@b.example")
        assert await send_due(post, at=NOON) == 1
    assert [message["to"] for message in handler.taken] == ["li@keruen.example"]
    assert handler.known == [True]


@pytest.mark.parametrize(
    ("scheme", "how", "trouble"),
    [
        ("smtp", {"require_starttls": True}, "CERTIFICATE_VERIFY_FAILED"),
        ("smtps", {}, "CERTIFICATE_VERIFY_FAILED"),
    ],
)
async def test_a_server_that_nobody_vouches_for_gets_neither_letter_nor_password(
    tls: ssl.SSLContext, scheme: str, how: dict[str, Any], trouble: str
) -> None:
    context = {"smtp": "tls_context", "smtps": "ssl_context"}[scheme]
    with serving(**{context: tls}, **how, **LOGIN) as (handler, port):
        await write_letter(LETTER, at=NOON)
        post = Post(f"{scheme}://post%40k:a%3Ab%20c@127.0.0.1:{port}", "a@b.example")
        assert await send_due(post, at=NOON) == 0
    assert handler.taken == []
    kept = await LetterRow.select(LetterRow.sent_at, LetterRow.tries, LetterRow.trouble).first()
    assert kept is not None
    assert (kept["sent_at"], kept["tries"]) == (None, 1)
    assert trouble in kept["trouble"]


@pytest.mark.usefixtures("trusted")
async def test_a_letter_waits_when_the_password_is_not_taken(tls: ssl.SSLContext) -> None:
    with serving(tls_context=tls, require_starttls=True, **LOGIN) as (handler, port):
        await write_letter(LETTER, at=NOON)
        post = Post(f"smtp://post%40k:guess@127.0.0.1:{port}", "a@b.example")
        assert await send_due(post, at=NOON) == 0
    assert (handler.taken, await count_waiting()) == ([], 1)
