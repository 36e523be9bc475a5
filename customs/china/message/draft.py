"""`DecMessage` 4.8: an export declaration as the Single Window's client takes it in.

A draft only (`OperType` G): to declare needs the card of a licensed person. Element names are the
official ones, misspellings included (GrossWet, DistinatePort, PromiseItmes); elements stand in the
message's own order. On export `OriginCountry` carries the destination and `DestinationCountry` the
origin. Marks that follow each other are told as runs. What is not known is left out.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from customs.china.charges import ChargeKind
from customs.china.declaration import Container, ExportDeclaration
from customs.china.lines import LINES_MAX, TooManyLines
from customs.china.marks import marks
from customs.china.message.cell import cell
from customs.china.message.goods import goods
from customs.refusal import N_, CustomsRefusal
from customs.rounding import header_kg
from customs.xml import document, leaf, node

NAMESPACE: Final = "http://www.chinaport.gov.cn/dec"
VERSION: Final = "4.8"
SEQUENCE_LENGTH: Final = 18
_EXPORT: Final = "E"
_NORMAL: Final = 1
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


class ChargeTwice(CustomsRefusal):
    """The header has one cell for each kind of charge."""

    sentence = N_("The header has room for one charge of the kind %(element)s.")


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
    """录入员 (TypistNo): the number of the card."""
    input_name: str
    """录入单位 (CopName)."""
    input_code: str
    input_social_code: str
    typist_name: str = ""
    """录入员 (InputerName)."""
    declarant: str = ""
    """申报人员 (DeclareName)."""
    platform_order: str = ""
    """9710: the number of the order on the platform."""


_CHARGES: Final = {
    ChargeKind.FREIGHT: "Fee",
    ChargeKind.INSURANCE: "Insur",
    ChargeKind.OTHER: "Other",
}
"""What the three elements of a charge begin with."""


def write_draft(declaration: ExportDeclaration, sender: Sender, *, sequence: str) -> bytes:
    """Will write the draft; `sequence` is our own number, and sending it again changes nothing.

    Raises `BadSequence`, `TooManyLines`, `TooLong`, `ChargeTwice`, `NoPlatformOrder`, `NoWeight`
    or `UnwritableText`.
    """
    if len(sequence) != SEQUENCE_LENGTH or not sequence.isascii():
        raise BadSequence(number=sequence)
    if len(declaration.lines) > LINES_MAX:
        raise TooManyLines(lines=len(declaration.lines), most=LINES_MAX)
    return document(
        "DecMessage",
        node("DecHead", *_head(declaration, sender)),
        node("DecLists", *map(goods, declaration.lines)),
        node("DecLicenseDocus", *_permits(declaration)),
        node("DecContainers", *(_container(each) for each in declaration.containers)),
        node(
            "DecSign",
            leaf("OperType", _SAVE),
            leaf("ClientSeqNo", sequence),
        ),
        node("DecFreeTxt", cell("VoyNo", declaration.voyage)),
        node("DecOtherPacks", *(_pack(code) for code in declaration.other_packings)),
        node(
            "DecCopPromises",
            node("DecCopPromise", leaf("DeclaratioMaterialCode", _EXPORT_PROMISE)),
        ),
        _order(declaration, sender),
        spaces={"": NAMESPACE},
        attributes={"version": VERSION},
    )


def _head(declaration: ExportDeclaration, sender: Sender) -> Iterator[str]:
    producer = declaration.producer
    yield cell("IEFlag", _EXPORT)
    yield cell("AgentCode", sender.agent_code)
    yield cell("AgentName", sender.agent_name)
    yield cell("BillNo", declaration.waybill)
    yield cell("ContrNo", declaration.contract)
    yield cell("CustomMaster", sender.office)
    yield cell("CutMode", declaration.levy_nature)
    yield cell("DistinatePort", declaration.destination_port)
    yield from _charge(declaration, ChargeKind.FREIGHT)
    yield cell("GrossWet", header_kg(declaration.gross_g))
    yield cell("IEPort", declaration.exit_customs)
    yield from _charge(declaration, ChargeKind.INSURANCE)
    yield cell("LicenseNo", declaration.licence)
    yield cell("ManualNo", declaration.handbook)
    yield cell("NetWt", header_kg(declaration.net_g))
    yield cell("NoteS", declaration.note)
    yield from _charge(declaration, ChargeKind.OTHER)
    yield cell("OwnerCode", producer.customs_code if producer else "")
    yield cell("OwnerName", producer.name if producer else "")
    yield cell("PackNo", declaration.packages)
    yield cell("TradeCode", declaration.consignor.customs_code)
    yield cell("TradeCountry", declaration.arrival_country)
    yield cell("TradeMode", declaration.supervision_mode)
    yield cell("TradeName", declaration.consignor.name)
    yield cell("TrafMode", declaration.transport_mode)
    yield cell("TrafName", declaration.vehicle)
    yield cell("TransMode", declaration.delivery_group)
    yield cell("WrapType", declaration.packing)
    yield from _senders_half(declaration, sender)


def _charge(declaration: ExportDeclaration, kind: ChargeKind) -> Iterator[str]:
    """Will give a charge's three elements; raises `ChargeTwice`."""
    told = [charge for charge in declaration.charges if charge.kind is kind]
    if len(told) > 1:
        raise ChargeTwice(element=_CHARGES[kind])
    for charge in told:
        yield leaf(f"{_CHARGES[kind]}Curr", charge.currency)
        yield leaf(f"{_CHARGES[kind]}Mark", charge.mark.value)
        yield leaf(f"{_CHARGES[kind]}Rate", charge.figure)


def _senders_half(declaration: ExportDeclaration, sender: Sender) -> Iterator[str]:
    """Will give the rest of the header, from the typist on."""
    producer = declaration.producer
    yield cell("EdiId", _NORMAL)
    yield cell("CopName", sender.input_name)
    yield cell("CopCode", sender.input_code)
    yield cell("EntryType", _PAPERLESS)
    yield cell("TypistNo", sender.typist)
    yield cell("InputerName", sender.typist_name)
    yield cell("DeclTrnRel", 0)
    yield cell("CopCodeScc", sender.input_social_code)
    yield cell("OwnerCodeScc", producer.social_code if producer else "")
    yield cell("AgentCodeScc", sender.agent_social_code)
    yield cell("TradeCoScc", declaration.consignor.social_code)
    yield cell("PromiseItmes", _UNASKED)
    yield cell("TradeAreaCode", declaration.trading_country)
    yield cell("MarkNo", marks(declaration.marks) or _MARKS_NONE)
    yield cell("EntyPortCode", declaration.exit_port)
    yield cell("DeclareName", sender.declarant)
    yield cell("NoOtherPack", 0 if declaration.other_packings else 1)
    yield cell("OverseasConsigneeCode", declaration.consignee_code)
    yield cell("OverseasConsigneeEname", declaration.consignee)


def _permits(declaration: ExportDeclaration) -> Iterator[str]:
    for permit in declaration.permits:
        yield node("LicenseDocu", cell("DocuCode", permit.letter), cell("CertCode", permit.number))


def _container(container: Container) -> str:
    return node(
        "Container",
        cell("ContainerId", container.number),
        cell("ContainerMd", container.model),
        cell("GoodsNo", ",".join(map(str, container.lines))),
    )


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
