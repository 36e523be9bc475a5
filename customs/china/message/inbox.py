"""Files in the inbox of the Single Window's client: answers to drafts, and receipts of customs.

Names of elements as client programs in use read them: `DecImportResponse` (an older client wrote
`DealFlag` and `CheckInfo`), and `DEC_RESULT`, alone or inside `DEC_DATA`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from typing import Final
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from customs.china.receipt import CustomsReceipt, get_channel
from customs.refusal import N_, CustomsRefusal

BEIJING: Final = timezone(timedelta(hours=8))
"""The time zone of a notice that names none."""
_TAKEN: Final = "0"
_RECEIPT: Final = "DEC_RESULT"
_CHINESE: Final = re.compile(rb"<\?xml[^>]*encoding=[\"']gb(k|2312|18030)[\"']", re.IGNORECASE)
_SEQUENCE: Final = re.compile(r"[0-9A-Za-z]{0,18}")


class UnreadableMessage(CustomsRefusal):
    """Raised for a file that is neither an answer of the client nor a receipt."""

    code = "customs.china.unreadable_message"
    sentence = N_("This file is neither an answer of the Single Window's client nor a receipt.")


class NoNoticeTime(CustomsRefusal):
    """Raised when a receipt has no readable time of notice."""

    code = "customs.china.no_notice_time"
    sentence = N_("The receipt's time of notice, “%(text)s”, cannot be read.")


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportAnswer:
    """The client's answer to a draft."""

    is_taken: bool
    text: str
    """Why it was refused, or another message of the client."""
    client_sequence: str
    """ClientSeqNo: our own number of the draft; blank in answers of an older client."""
    sequence: str
    """统一编号 (SeqNo): the declaration's number from now on; blank when refused."""


Message = ImportAnswer | tuple[CustomsReceipt, ...]


def read_message(body: bytes) -> Message:
    """Parse a file of the inbox, in whatever namespace it comes.

    Raises `UnreadableMessage`, `NoNoticeTime` or `UnknownChannel`.
    """
    try:
        root = fromstring(_text_of(body))
    except (ParseError, DefusedXmlException, LookupError, ValueError) as trouble:
        raise UnreadableMessage from trouble
    if receipts := tuple(_receipts(root)):
        return receipts
    return _answer(root)


def _text_of(body: bytes) -> bytes | str:
    """Decode a file in a Chinese encoding, which the XML parser does not know."""
    is_chinese = _CHINESE.match(body) is not None
    return body.decode("gb18030") if is_chinese else body


def _answer(root: Element) -> ImportAnswer:
    flag = _text(root, "ResponseCode") or _text(root, "DealFlag")
    if not flag:
        raise UnreadableMessage
    return ImportAnswer(
        is_taken=flag == _TAKEN,
        text=_text(root, "ErrorMessage") or _text(root, "CheckInfo"),
        client_sequence=_text(root, "ClientSeqNo"),
        sequence=_sequence(root, "SeqNo"),
    )


def _receipts(root: Element) -> Iterator[CustomsReceipt]:
    for element in root.iter():
        if _name(element) == _RECEIPT:
            yield _receipt(element, said=_text(root, "RESULT_INFO"))


def _receipt(element: Element, *, said: str) -> CustomsReceipt:
    channel = _text(element, "CHANNEL")
    get_channel(channel)
    return CustomsReceipt(
        channel=channel,
        noticed_at=_instant(_text(element, "NOTICE_DATE")),
        entry_number=_text(element, "ENTRY_ID"),
        note=_text(element, "NOTE") or said,
        sequence=_sequence(element, "CUS_CIQ_NO"),
    )


def _sequence(root: Element, name: str) -> str:
    text = _text(root, name)
    if _SEQUENCE.fullmatch(text) is None:
        raise UnreadableMessage
    return text


def _instant(text: str) -> datetime:
    try:
        instant = datetime.fromisoformat(text)
        return (instant if instant.tzinfo else instant.replace(tzinfo=BEIJING)).astimezone(UTC)
    except (ValueError, OverflowError):
        raise NoNoticeTime(text=text) from None


def _text(root: Element, name: str) -> str:
    for element in root.iter():
        if _name(element) == name:
            return (element.text or "").strip()
    return ""


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2]
