"""Files of the Single Window's inbox: saved as received, then parsed, then entered."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from app.accounts.person import Reader
from app.declarations import repository
from app.declarations.actions.receipts import enter_receipt
from app.declarations.lodging import OtherDeclaration, ReceiptKnown, UnknownSequence
from app.declarations.repository import StoredDeclaration, inbox
from app.kit import once
from app.kit.db import transaction
from customs.china.message.inbox import ImportAnswer, read_message
from customs.china.receipt import CustomsReceipt


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingMessage:
    """An uploaded file of the inbox."""

    body: bytes
    file_name: str
    by: Reader
    at: datetime
    declaration: str = ""
    """The declaration that it answers, where the file does not name it."""


async def take_message(upload: IncomingMessage) -> str:
    """Save a file, enter its content, and return the number of the declaration that it answers.

    The file stays saved in any case, so that it can be entered once the cause is fixed.
    Raises `UnreadableMessage`, `NoNoticeTime`, `UnknownChannel`, `UnknownSequence`,
    `OtherDeclaration`, `NoSuchDeclaration`, or what a receipt entered by hand raises.
    """
    async with transaction():
        await once.claim()
        message = await inbox.save_message(
            upload.body, file_name=upload.file_name, by_id=upload.by.person_id, at=upload.at
        )
    content = read_message(upload.body)
    if isinstance(content, ImportAnswer):
        return await _save_answer(content, message, upload)
    return await _enter_all(content, message, upload)


async def _save_answer(answer: ImportAnswer, message: int, upload: IncomingMessage) -> str:
    async with transaction():
        found = await _find(answer.client_sequence, answer.sequence, upload)
        await inbox.save_answer(found.id, answer, message=message)
    return found.number


async def _enter_all(
    receipts: Iterable[CustomsReceipt], message: int, upload: IncomingMessage
) -> str:
    """Enter the receipts that are new; raises `ReceiptKnown` when none is."""
    fresh = ""
    for receipt in receipts:
        number = (await _find("", receipt.sequence, upload)).number
        try:
            await enter_receipt(number, receipt, by=upload.by, at=upload.at, message=message)
        except ReceiptKnown:
            continue
        fresh = number
    if not fresh:
        raise ReceiptKnown
    return fresh


async def _find(client_sequence: str, sequence: str, upload: IncomingMessage) -> StoredDeclaration:
    """Return the declaration named by the message or else by the uploader."""
    named = client_sequence or await inbox.find_number(sequence) or upload.declaration
    if not named:
        raise UnknownSequence(sequence=sequence)
    if upload.declaration not in {"", named}:
        raise OtherDeclaration(named=named, number=upload.declaration)
    return await repository.get_declaration(named)
