"""What the Single Window's client answers when it takes a draft in: taken, or why not."""

from dataclasses import dataclass
from typing import Final
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from customs.refusal import N_, CustomsRefusal

_TAKEN: Final = "0"


class UnreadableAnswer(CustomsRefusal):
    """The file is no answer of the client: it says neither yes nor no."""

    sentence = N_("This file is no answer of the Single Window's client.")


@dataclass(frozen=True, slots=True)
class ImportAnswer:
    """The client's answer to a draft."""

    is_taken: bool
    text: str
    """CheckInfo: why it was not taken."""
    sequence: str
    """统一编号 (SeqNo): by it the declaration is known from now on; blank when not taken."""


def parse_answer(body: bytes) -> ImportAnswer:
    """Will read an answer, in whatever namespace it comes; raises `UnreadableAnswer`."""
    try:
        root = fromstring(body)
    except (ParseError, DefusedXmlException) as trouble:
        raise UnreadableAnswer from trouble
    flag = _text(root, "DealFlag")
    if not flag:
        raise UnreadableAnswer
    return ImportAnswer(flag == _TAKEN, _text(root, "CheckInfo"), _text(root, "SeqNo"))


def _text(root: Element, name: str) -> str:
    for element in root.iter():
        if element.tag.rpartition("}")[2] == name:
            return (element.text or "").strip()
    return ""
