"""Letters go through a real SMTP server, once, and wait when it does not take them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from app.kit.db import transaction
from app.kit.letters import Letter, Post, count_waiting, send_due, write_letter
from app.kit.tables import Letter as LetterRow
from tests.running import free_port

pytestmark = pytest.mark.usefixtures("database")
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
LETTER = Letter("li@keruen.example", "Курс\nBcc: evil@x.example", "Ли,\n\nкурс устарел.\n")


@dataclass
class Server:
    """What it took, and whether it takes anything."""

    taken: list[EmailMessage] = field(default_factory=list)
    is_shut: bool = False

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802 -- the library's name
        if self.is_shut:
            return "451 not now"
        assert isinstance(envelope.content, bytes)
        message = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(message, EmailMessage)
        self.taken.append(message)
        return "250 taken"


@pytest.fixture
def server() -> Iterator[tuple[Server, Post]]:
    handler = Server()
    port = free_port()
    controller = Controller(handler, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield handler, Post(f"smtp://127.0.0.1:{port}", "keruen@keruen.example")
    finally:
        controller.stop()


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
