"""`DecMessage` 4.8: an export declaration as the Single Window's client takes it in.

A draft only (`OperType` G): to declare needs the card of a licensed person. Element names are the
official ones, misspellings included (GrossWet, DistinatePort, PromiseItmes); elements stand in the
message's own order. On export `OriginCountry` carries the destination and `DestinationCountry` the
origin. What is not known is left out.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from customs.china.declaration import DeclarationLine, ExportDeclaration, Quantity
from customs.china.lines import LINES_MAX, TooManyLines
from customs.china.rules import width
from customs.refusal import N_, CustomsRefusal
from customs.rounding import header_kg
from customs.xml import Value, document, leaf, node

NAMESPACE: Final = "http://www.chinaport.gov.cn/dec"
VERSION: Final = "4.8"
SEQUENCE_LENGTH: Final = 18
_EXPORT: Final = "E"
_PAPERLESS: Final = "M"
_SAVE: Final = "G"
_UNASKED: Final = "99999"
"""Valuation confirmations are not asked of exports: five times 9 (blank)."""
_EXPORT_PROMISE: Final = "102053"
_PLATFORM_ORDER: Final = "10000004"
_STRUCTURED: Final = "S"
_MARKS_NONE: Final = "N/M"
_CROSS_BORDER: Final = "9710"


class BadSequence(CustomsRefusal):
    """The draft's own number, by which the client knows it again, has another length."""

    sentence = N_("A draft's own number (ClientSeqNo) has 18 characters; %(number)s has not.")


class TooLong(CustomsRefusal):
    """A field's text does not fit the message; a Chinese character counts two."""

    sentence = N_("%(field)s has room for %(most)s characters (a Chinese one counts two).")


class NoPlatformOrder(CustomsRefusal):
    """Mode 9710 is the trade of a platform: its order has to be named."""

    sentence = N_("Under 9710 the number of the order on the platform has to be given.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """Who sends the draft, and for whom. A code that is not known stays blank."""

    office: str
    """申报地海关 (CustomMaster), four digits."""
    agent_name: str
    agent_code: str
    """海关注册编码 of the declaring company, ten characters."""
    agent_social_code: str
    typist: str
    """录入员 (TypistNo)."""
    input_name: str
    """录入单位 (CopName)."""
    input_code: str
    input_social_code: str
    declarant: str = ""
    """申报人员 (DeclareName)."""
    platform_order: str = ""
    """9710: the number of the order on the platform."""


_LENGTHS: Final = {
    "TradeName": 100,
    "OwnerName": 100,
    "OverseasConsigneeEname": 400,
    "TrafName": 50,
    "BillNo": 32,
    "ContrNo": 32,
    "MarkNo": 400,
    "GName": 255,
    "GModel": 255,
}


def write_draft(declaration: ExportDeclaration, sender: Sender, *, sequence: str) -> bytes:
    """Will write the draft; `sequence` is our own number, and sending it again changes nothing.

    Raises `BadSequence`, `TooManyLines`, `TooLong`, `NoPlatformOrder`, `NoWeight` or
    `UnwritableText`.
    """
    if len(sequence) != SEQUENCE_LENGTH or not sequence.isascii():
        raise BadSequence(number=sequence)
    if len(declaration.lines) > LINES_MAX:
        raise TooManyLines(lines=len(declaration.lines), most=LINES_MAX)
    return document(
        "DecMessage",
        node("DecHead", *_head(declaration, sender)),
        node("DecLists", *(_line(line) for line in declaration.lines)),
        node(
            "DecSign",
            leaf("OperType", _SAVE),
            leaf("ClientSeqNo", sequence),
        ),
        node("DecFreeTxt", leaf("VoyNo", declaration.voyage)),
        node("DecOtherPacks", *(_pack(code) for code in declaration.other_packings)),
        node(
            "DecCopPromises",
            node("DecCopPromise", leaf("DeclaratioMaterialCode", _EXPORT_PROMISE)),
        ),
        _order(declaration, sender),
        spaces={"": NAMESPACE},
        attributes={"version": VERSION},
    )


def _text(name: str, value: Value) -> str:
    """Will write a field, unless its text is longer than the message has room for."""
    most = _LENGTHS.get(name)
    if most is not None and width(str(value or "")) > most:
        raise TooLong(field=name, most=most)
    return leaf(name, value)


def _head(declaration: ExportDeclaration, sender: Sender) -> Iterator[str]:
    producer = declaration.producer
    yield _text("IEFlag", _EXPORT)
    yield _text("AgentCode", sender.agent_code)
    yield _text("AgentName", sender.agent_name)
    yield _text("BillNo", declaration.waybill)
    yield _text("ContrNo", declaration.contract)
    yield _text("CustomMaster", sender.office)
    yield _text("CutMode", declaration.levy_nature)
    yield _text("DistinatePort", declaration.destination_port)
    yield _text("GrossWet", header_kg(declaration.gross_g))
    yield _text("IEPort", declaration.exit_customs)
    yield _text("NetWt", header_kg(declaration.net_g))
    yield _text("OwnerCode", producer.customs_code if producer else "")
    yield _text("OwnerName", producer.name if producer else "")
    yield _text("PackNo", declaration.packages)
    yield _text("TradeCode", declaration.consignor.customs_code)
    yield _text("TradeCountry", declaration.arrival_country)
    yield _text("TradeMode", declaration.supervision_mode)
    yield _text("TradeName", declaration.consignor.name)
    yield _text("TrafMode", declaration.transport_mode)
    yield _text("TrafName", declaration.vehicle)
    yield _text("TransMode", declaration.delivery_group)
    yield _text("WrapType", declaration.packing)
    yield from _senders_half(declaration, sender)


def _senders_half(declaration: ExportDeclaration, sender: Sender) -> Iterator[str]:
    """Will give the rest of the header, from the typist on."""
    producer = declaration.producer
    yield _text("CopName", sender.input_name)
    yield _text("CopCode", sender.input_code)
    yield _text("EntryType", _PAPERLESS)
    yield _text("TypistNo", sender.typist)
    yield _text("DeclTrnRel", 0)
    yield _text("CopCodeScc", sender.input_social_code)
    yield _text("OwnerCodeScc", producer.social_code if producer else "")
    yield _text("AgentCodeScc", sender.agent_social_code)
    yield _text("TradeCoScc", declaration.consignor.social_code)
    yield _text("PromiseItmes", _UNASKED)
    yield _text("TradeAreaCode", declaration.trading_country)
    yield _text("MarkNo", ",".join(declaration.marks) or _MARKS_NONE)
    yield _text("EntyPortCode", declaration.exit_port)
    yield _text("DeclareName", sender.declarant)
    yield _text("NoOtherPack", 0 if declaration.other_packings else 1)
    yield _text("OverseasConsigneeEname", declaration.consignee)


def _line(line: DeclarationLine) -> str:
    return node("DecList", *_line_fields(line))


def _line_fields(line: DeclarationLine) -> Iterator[str]:
    yield _text("CodeTS", line.code)
    yield _text("DeclPrice", line.unit_price.amount)
    yield _text("DutyMode", line.levy_mode)
    yield _text("GModel", "|".join(line.elements))
    yield _text("GName", line.name)
    yield _text("GNo", line.number)
    yield _text("OriginCountry", line.destination)
    yield _text("TradeCurr", line.total.currency.code)
    yield _text("DeclTotal", line.total.amount)
    yield _text("GQty", line.declared.amount)
    yield _text("FirstQty", _amount(line.statutory_1))
    yield _text("SecondQty", _amount(line.statutory_2))
    yield _text("GUnit", line.declared.unit)
    yield _text("FirstUnit", line.statutory_1.unit if line.statutory_1 else "")
    yield _text("SecondUnit", line.statutory_2.unit if line.statutory_2 else "")
    yield _text("DestinationCountry", line.origin)
    yield _text("DistrictCode", line.domestic_source)


def _amount(quantity: Quantity | None) -> Decimal | None:
    return None if quantity is None else quantity.amount


def _pack(code: str) -> str:
    return node("DecOtherPack", leaf("PackType", code))


def _order(declaration: ExportDeclaration, sender: Sender) -> str:
    """Will link a 9710 declaration to its order on the platform."""
    if declaration.supervision_mode != _CROSS_BORDER:
        return ""
    if not sender.platform_order:
        raise NoPlatformOrder
    return node(
        "EdocRealation",
        leaf("EdocID", sender.platform_order),
        leaf("EdocCode", _PLATFORM_ORDER),
        leaf("EdocFomatType", _STRUCTURED),
    )
