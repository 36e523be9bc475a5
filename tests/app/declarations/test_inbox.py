"""Files of the Single Window: saved as received, read once, entered for their declaration."""

from datetime import timedelta

import pytest

from app.declarations import repository
from app.declarations.actions.freezing import freeze_load
from app.declarations.actions.inbox import IncomingMessage, take_message
from app.declarations.lodging import (
    OtherDeclaration,
    ReceiptFromTheFuture,
    ReceiptKnown,
    UnknownSequence,
)
from app.declarations.repository import NoSuchDeclaration, inbox
from app.declarations.repository.inbox import NoSuchMessage
from app.declarations.tables import ImportAnswer as AnswerRow
from app.declarations.tables import Message
from app.declarations.tables import Receipt as ReceiptRow
from app.documents.issuing import papers_due
from app.kit.refusal import Refusal
from customs.china.message.inbox import UnreadableMessage
from customs.china.receipt import DeclarationState, UnknownChannel
from tests.app.orders.market import Market
from tests.app.warehouse.walk import LATER, loaded, packed

FROZEN = LATER + timedelta(hours=1)
AT = FROZEN + timedelta(days=1)
NUMBER = "I20260000000000001"
ENTRY = "940220260000000017"


async def frozen(market: Market) -> list[str]:
    one = await packed(market, market.kazakh, (market.raisins, 100))
    other = await packed(market, market.rival, (market.walnuts, 3))
    load = (await loaded(market, one.number, other.number)).number
    await freeze_load(load, by=market.declarant, at=FROZEN, due=papers_due)
    return [each.number for each in await repository.latest_declarations(load)]


def answer(number: str, *, taken: bool = True) -> bytes:
    sequence = NUMBER if taken else ""
    return (
        f"<DecImportResponse><ResponseCode>{0 if taken else 1}</ResponseCode>"
        f"<ErrorMessage>said</ErrorMessage><ClientSeqNo>{number}</ClientSeqNo>"
        f"<SeqNo>{sequence}</SeqNo></DecImportResponse>"
    ).encode()


def receipt(channel: str, *, hours: int = 1, sequence: str = NUMBER) -> bytes:
    noticed = FROZEN + timedelta(hours=hours)
    return (
        f"<DEC_RESULT><CUS_CIQ_NO>{sequence}</CUS_CIQ_NO><ENTRY_ID>{ENTRY}</ENTRY_ID>"
        f"<NOTICE_DATE>{noticed.isoformat()}</NOTICE_DATE><CHANNEL>{channel}</CHANNEL></DEC_RESULT>"
    ).encode()


def brought(market: Market, body: bytes, *, declaration: str = "") -> IncomingMessage:
    return IncomingMessage(
        body=body, file_name="in.xml", by=market.declarant, at=AT, declaration=declaration
    )


async def test_an_answer_names_the_draft_and_receipts_find_it_by_that_name(market: Market) -> None:
    first, second = await frozen(market)
    assert await take_message(brought(market, answer(first))) == first
    assert await take_message(brought(market, receipt("7"))) == first
    assert await take_message(brought(market, receipt("P", hours=2))) == first
    found = await repository.get_declaration(first)
    assert (found.state, found.entry_number) == (DeclarationState.RELEASED, ENTRY)
    assert (await repository.get_declaration(second)).state is DeclarationState.DRAFT
    assert [each.sequence for each in await repository.receipts_of(found.id)] == [NUMBER, NUMBER]
    assert await inbox.unread_messages() == []


async def test_what_the_client_did_not_take_is_shown_and_changes_nothing(market: Market) -> None:
    first, _ = await frozen(market)
    await take_message(brought(market, answer(first, taken=False)))
    found = await repository.get_declaration(first)
    said = await inbox.last_answer_to(found.id)
    assert said is not None
    assert (said.is_taken, said.text, said.sequence) == (False, "said", "")
    assert found.state is DeclarationState.DRAFT


async def test_a_receipt_of_an_unknown_number_is_saved_until_somebody_assigns_it(
    market: Market,
) -> None:
    first, _ = await frozen(market)
    with pytest.raises(UnknownSequence):
        await take_message(brought(market, receipt("L")))
    [kept] = await inbox.unread_messages()
    assert await inbox.get_message(kept.id) == (kept.file_name, receipt("L"))
    assert await take_message(brought(market, receipt("L"), declaration=first)) == first
    assert await inbox.unread_messages() == []
    # From now on the number is known.
    assert await take_message(brought(market, receipt("G", hours=3))) == first
    assert await Message.count() == 2


async def test_the_same_file_is_saved_once_and_entered_once(market: Market) -> None:
    first, _ = await frozen(market)
    for _ in range(2):
        await take_message(brought(market, answer(first)))
    await take_message(brought(market, receipt("L")))
    with pytest.raises(ReceiptKnown):
        await take_message(brought(market, receipt("L")))
    assert (await Message.count(), await AnswerRow.count(), await ReceiptRow.count()) == (2, 1, 1)


async def test_of_a_file_with_a_known_and_a_new_receipt_the_new_one_is_entered(
    market: Market,
) -> None:
    first, _ = await frozen(market)
    await take_message(brought(market, receipt("L"), declaration=first))
    both = b"<DEC_DATA>" + receipt("L") + receipt("P", hours=2) + b"</DEC_DATA>"
    assert await take_message(brought(market, both)) == first
    assert (await repository.get_declaration(first)).state is DeclarationState.RELEASED
    assert await ReceiptRow.count() == 2


async def test_a_file_that_answers_another_declaration_than_its_uploader_says_is_refused(
    market: Market,
) -> None:
    first, second = await frozen(market)
    await take_message(brought(market, answer(first)))
    with pytest.raises(OtherDeclaration):
        await take_message(brought(market, receipt("P"), declaration=second))
    assert await ReceiptRow.count() == 0


@pytest.mark.parametrize(
    ("body", "refusal"),
    [
        (b"<html/>", UnreadableMessage),
        (receipt("X"), UnknownChannel),
        (receipt("L", hours=999), ReceiptFromTheFuture),
        (answer("KR1"), NoSuchDeclaration),
    ],
)
async def test_a_faulty_file_stays_saved_and_nothing_moves(
    market: Market, body: bytes, refusal: type[Refusal]
) -> None:
    first, _ = await frozen(market)
    named = "" if refusal is NoSuchDeclaration else first
    with pytest.raises(refusal):
        await take_message(brought(market, body, declaration=named))
    assert (await repository.get_declaration(first)).state is DeclarationState.DRAFT
    assert (await Message.count(), await AnswerRow.count(), await ReceiptRow.count()) == (1, 0, 0)
    [kept] = await inbox.unread_messages()
    assert (await inbox.get_message(kept.id))[1] == body


async def test_an_unknown_file_is_not_found(database: str) -> None:
    assert database
    with pytest.raises(NoSuchMessage):
        await inbox.get_message(1)
