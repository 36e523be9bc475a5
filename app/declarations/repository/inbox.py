"""Queries of the Single Window's inbox and of its answers to drafts."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from app.declarations.tables import ImportAnswer as AnswerRow
from app.declarations.tables import Message as MessageRow
from app.kit.i18n import N_
from app.kit.records import Record, read_all, read_column, read_first
from app.kit.refusal import NotFound
from customs.china.message.inbox import ImportAnswer

_KEEP: Final = """
    INSERT INTO customs_message (sha256, body, file_name, brought_by, brought_at)
    VALUES ({}, {}, {}, {}, {}) ON CONFLICT (sha256) DO NOTHING
"""
_NUMBER: Final = """
    SELECT declaration.number FROM export_declaration declaration WHERE declaration.id IN (
        SELECT answer.declaration FROM import_answer answer WHERE answer.sequence = {}
        UNION ALL
        SELECT receipt.declaration FROM customs_receipt receipt WHERE receipt.sequence = {}
    )
    ORDER BY declaration.id DESC LIMIT 1
"""
_ANSWERS_NOTHING: Final = """
    FROM customs_message message
    WHERE NOT EXISTS (SELECT 1 FROM import_answer answer WHERE answer.message = message.id)
      AND NOT EXISTS (SELECT 1 FROM customs_receipt receipt WHERE receipt.message = message.id)
"""
_UNREAD: Final = (
    f"SELECT message.id, message.file_name, message.brought_at {_ANSWERS_NOTHING}"
    " ORDER BY message.id DESC LIMIT 50"
)
_COUNT_UNREAD: Final = f"SELECT count(*) {_ANSWERS_NOTHING}"


class NoSuchMessage(NotFound):
    """No file has this id."""

    code = "declaration.message_not_found"
    sentence = N_("There is no kept file %(number)s.")


@dataclass(frozen=True, slots=True)
class StoredMessage:
    """A stored file that is not assigned to a declaration yet."""

    id: int
    file_name: str
    brought_at: datetime


class AnswerRecord(Record):
    is_taken: bool
    note: str
    sequence: str


class UnreadRecord(Record):
    """A stored file, without its bytes."""

    id: int
    file_name: str
    brought_at: datetime


class FileRecord(Record):
    """A stored file's name and bytes."""

    file_name: str
    body: bytes


async def save_message(body: bytes, *, file_name: str, by_id: int, at: datetime) -> int:
    """Save a file as received, once, and return its id."""
    sha256 = hashlib.sha256(body).hexdigest()
    await MessageRow.raw(_KEEP, sha256, body, file_name, by_id, at)
    query = MessageRow.select(MessageRow.id).where(MessageRow.sha256 == sha256)
    [message_id] = await read_column(int, query)
    return message_id


async def save_answer(declaration_id: int, answer: ImportAnswer, *, message: int) -> None:
    """Save the client's answer to a draft, once per file."""
    if not await AnswerRow.exists().where(AnswerRow.message == message):
        await AnswerRow(
            message=message,
            declaration=declaration_id,
            is_taken=answer.is_taken,
            note=answer.text,
            sequence=answer.sequence,
        ).save()


async def find_number(sequence: str) -> str:
    """Return our number of the declaration with the Single Window's number; empty if unknown."""
    if not sequence:
        return ""
    found = await read_column(str, MessageRow.raw(_NUMBER, sequence, sequence))
    return found[0] if found else ""


async def last_answer_to(declaration_id: int) -> ImportAnswer | None:
    """Return the client's latest answer to the declaration's draft."""
    query = (
        AnswerRow.select()
        .where(AnswerRow.declaration == declaration_id)
        .order_by(AnswerRow.id, ascending=False)
    )
    row = await read_first(AnswerRecord, query.first())
    if row is None:
        return None
    return ImportAnswer(
        is_taken=row.is_taken, text=row.note, client_sequence="", sequence=row.sequence
    )


async def unread_messages() -> list[StoredMessage]:
    """List the latest stored files that are not assigned to a declaration yet."""
    rows = await read_all(UnreadRecord, MessageRow.raw(_UNREAD))
    return [StoredMessage(row.id, row.file_name, row.brought_at) for row in rows]


async def count_unread() -> int:
    """Count the stored files that are not assigned to a declaration yet."""
    return (await read_column(int, MessageRow.raw(_COUNT_UNREAD)))[0]


async def get_message(message_id: int) -> tuple[str, bytes]:
    """Return a stored file's name and body; raises `NoSuchMessage`."""
    query = MessageRow.select(MessageRow.file_name, MessageRow.body)
    row = await read_first(FileRecord, query.where(MessageRow.id == message_id).first())
    if row is None:
        raise NoSuchMessage(number=message_id)
    return row.file_name, row.body
