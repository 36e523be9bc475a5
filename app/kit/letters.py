"""Letters (e-mail): saved in the transaction of what they report, sent later by the worker.

SMTP has no "exactly once": a letter is marked as sent when the server has taken it, so that a
process killed in between sends it again rather than never.
"""

import asyncio
import smtplib
import ssl
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from typing import Final
from urllib.parse import unquote, urlsplit

from app.kit.records import Record, read_all
from app.kit.tables import Letter as LetterRow

_MOST_AT_ONCE: Final = 20
_TIMEOUT_SECONDS: Final = 15
_LONGEST_PAUSE: Final = timedelta(hours=6)
_FIRST_PAUSE: Final = timedelta(minutes=1)
_TROUBLE_LENGTH: Final = 300


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter to one person, in that person's language."""

    to: str
    subject: str
    body: str


async def write_letter(letter: Letter, *, at: datetime) -> None:
    """Save a letter to be sent, in the caller's transaction."""
    await LetterRow(
        to=letter.to,
        # A line break in a header would begin another header.
        subject=" ".join(letter.subject.split()),
        body=letter.body,
        written_at=at,
        next_try_at=at,
    ).save()


async def count_waiting() -> int:
    """Return the number of letters that wait to be sent."""
    return int(await LetterRow.count().where(LetterRow.sent_at.is_null()))


class ListedLetter(Record):
    """A letter in a list, without its text, which may hold somebody's link."""

    id: int
    to: str
    subject: str
    written_at: datetime
    sent_at: datetime | None
    tries: int
    next_try_at: datetime
    trouble: str


async def list_letters(*, before: int | None, most: int, only_waiting: bool) -> list[ListedLetter]:
    """List letters, the latest first, from below an id on."""
    query = LetterRow.select(*_LISTED).order_by(LetterRow.id, ascending=False).limit(most)
    if before is not None:
        query = query.where(LetterRow.id < before)
    if only_waiting:
        query = query.where(LetterRow.sent_at.is_null())
    return await read_all(ListedLetter, query)


async def try_again(*, at: datetime) -> int:
    """Make every waiting letter due at the instant; return how many wait."""
    waiting = (
        await LetterRow.update({LetterRow.next_try_at: at})
        .where(LetterRow.sent_at.is_null())
        .returning(LetterRow.id)
    )
    return len(waiting)


_LISTED: Final = (
    LetterRow.id,
    LetterRow.to,
    LetterRow.subject,
    LetterRow.written_at,
    LetterRow.sent_at,
    LetterRow.tries,
    LetterRow.next_try_at,
    LetterRow.trouble,
)


@dataclass(frozen=True, slots=True)
class Post:
    """The SMTP server and the sender of letters."""

    server: str
    sender: str


class LetterRecord(Record):
    """A letter that waits to be sent."""

    id: int
    to: str
    subject: str
    body: str
    written_at: datetime
    tries: int


async def send_due(post: Post, *, at: datetime) -> int:
    """Send the letters that are due, and return how many were sent.

    `post.server` is smtp://user:password@host:port or smtps://…; empty: letters wait. A letter
    that is not accepted is tried again after a pause that doubles, up to six hours.
    """
    if not post.server:
        return 0
    query = (
        LetterRow.select()
        .where(LetterRow.sent_at.is_null() & (LetterRow.next_try_at <= at))
        .order_by(LetterRow.id)
        .limit(_MOST_AT_ONCE)
    )
    return sum([await _send(row, post, at=at) for row in await read_all(LetterRecord, query)])


async def _send(row: LetterRecord, post: Post, *, at: datetime) -> int:
    try:
        await asyncio.to_thread(_deliver, _message(row, post.sender), post.server)
    except (OSError, smtplib.SMTPException) as trouble:
        pause = min(_FIRST_PAUSE * 2**row.tries, _LONGEST_PAUSE)
        await LetterRow.update(
            {
                LetterRow.tries: min(row.tries + 1, 30),
                LetterRow.next_try_at: at + pause,
                LetterRow.trouble: str(trouble)[:_TROUBLE_LENGTH],
            }
        ).where(LetterRow.id == row.id)
        return 0
    await LetterRow.update({LetterRow.sent_at: at}).where(LetterRow.id == row.id)
    return 1


def _message(row: LetterRecord, sender: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = f"Keruen <{sender}>"
    message["To"] = row.to
    message["Subject"] = row.subject
    message["Date"] = format_datetime(row.written_at)
    # The same letter sent twice is known by its number.
    message["Message-ID"] = (
        f"<letter-{row.id}.{int(row.written_at.timestamp())}@{sender.partition('@')[2]}>"
    )
    message.set_content(row.body)
    return message


def _deliver(message: EmailMessage, server: str) -> None:
    address = urlsplit(server)
    host, port = address.hostname or "", address.port or 0
    if address.scheme == "smtps":
        context = ssl.create_default_context()
        with smtplib.SMTP_SSL(host, port, timeout=_TIMEOUT_SECONDS, context=context) as client:
            _hand_over(client, message, address.username, address.password)
        return
    with smtplib.SMTP(host, port, timeout=_TIMEOUT_SECONDS) as client:
        client.ehlo_or_helo_if_needed()
        if client.has_extn("starttls"):
            client.starttls(context=ssl.create_default_context())
        _hand_over(client, message, address.username, address.password)


def _hand_over(
    client: smtplib.SMTP, message: EmailMessage, user: str | None, password: str | None
) -> None:
    if user:
        client.login(unquote(user), unquote(password or ""))
    client.send_message(message)
