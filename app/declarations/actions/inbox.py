"""Files of the Single Window's inbox: kept as they came, then read, then followed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from app.accounts.person import Reader
from app.declarations import repository
from app.declarations.actions.receipts import enter_receipt
from app.declarations.lodging import OtherDeclaration, ReceiptKnown, UnknownSequence
from app.declarations.repository import KeptDeclaration, inbox
from app.kit import once
from app.kit.db import transaction
from customs.china.message.inbox import ImportAnswer, read_message
from customs.china.receipt import CustomsReceipt


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingMessage:
    """A file as somebody brought it."""

    body: bytes
    file_name: str
    by: Reader
    at: datetime
    declaration: str = ""
    """Which declaration it answers, where the file alone does not tell."""


async def take_message(brought: IncomingMessage) -> str:
    """Save a file, read it, and give the number of the declaration that it answers.

    The file stays kept whatever it says: it can be brought again once the trouble is mended.
    Raises `UnreadableMessage`, `NoNoticeTime`, `UnknownChannel`, `UnknownSequence`,
    `OtherDeclaration`, `NoSuchDeclaration`, or what a receipt entered by hand raises.
    """
    async with transaction():
        await once.claim()
        message = await inbox.save_message(
            brought.body, file_name=brought.file_name, by_id=brought.by.person_id, at=brought.at
        )
    said = read_message(brought.body)
    if isinstance(said, ImportAnswer):
        return await _save_answer(said, message, brought)
    return await _enter_all(said, message, brought)


async def _save_answer(answer: ImportAnswer, message: int, brought: IncomingMessage) -> str:
    async with transaction():
        found = await _find(answer.client_sequence, answer.sequence, brought)
        await inbox.save_answer(found.id, answer, message=message)
    return found.number


async def _enter_all(
    receipts: Iterable[CustomsReceipt], message: int, brought: IncomingMessage
) -> str:
    """Enter those that are not there yet; raises `ReceiptKnown` when all are."""
    fresh = ""
    for receipt in receipts:
        number = (await _find("", receipt.sequence, brought)).number
        try:
            await enter_receipt(number, receipt, by=brought.by, at=brought.at, message=message)
        except ReceiptKnown:
            continue
        fresh = number
    if not fresh:
        raise ReceiptKnown
    return fresh


async def _find(client_sequence: str, sequence: str, brought: IncomingMessage) -> KeptDeclaration:
    """Return the declaration that a message names, or that its bringer named."""
    named = client_sequence or await inbox.find_number(sequence) or brought.declaration
    if not named:
        raise UnknownSequence(sequence=sequence)
    if brought.declaration not in {"", named}:
        raise OtherDeclaration(named=named, number=brought.declaration)
    return await repository.get_declaration(named)
