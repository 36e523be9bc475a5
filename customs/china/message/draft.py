"""`DecMessage` 4.8: an export declaration as the Single Window's client imports it.

A draft only (`OperType` G): to declare needs the card of a licensed person. Element names are the
official ones, misspellings included (GrossWet, DistinatePort, PromiseItmes); elements stand in the
message's own order. On export `OriginCountry` carries the destination and `DestinationCountry` the
origin. Consecutive marks are written as ranges. What is not known is left out.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from customs.china.charges import ChargeKind
from customs.china.declaration import Container, ExportDeclaration
from customs.china.lines import LINES_MAX, TooManyLines
from customs.china.message.fields import write_field
from customs.china.message.goods import write_line
from customs.china.shipping_marks import format_marks
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
"""Valuation confirmations do not apply to exports: five times 9 (blank)."""
_EXPORT_PROMISE: Final = "102053"
_PLATFORM_ORDER: Final = "10000004"
_STRUCTURED: Final = "S"
_MARKS_NONE: Final = "N/M"
_CROSS_BORDER: Final = "9710"


class BadSequence(CustomsRefusal):
    """Raised when `ClientSeqNo`, our own number of the draft, has another length."""

    code = "customs.china.bad_sequence"
    sentence = N_("A draft's own number (ClientSeqNo) has 18 characters; %(number)s has not.")


class ChargeTwice(CustomsRefusal):
    """Raised when two charges of one kind are given; the header has one cell for each."""

    code = "customs.china.charge_twice"
    sentence = N_("The header has room for one charge of the kind %(element)s.")


class NoPlatformOrder(CustomsRefusal):
    """Raised when the number of the platform's order is missing under mode 9710."""

    code = "customs.china.no_platform_order"
    sentence = N_("Under 9710 the number of the order on the platform has to be given.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """Who sends the draft and declares the goods; an unknown code is blank."""

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
"""Prefixes of the three elements of a charge."""


def write_draft(declaration: ExportDeclaration, sender: Sender, *, sequence: str) -> bytes:
    """Return the draft as XML.

    `sequence` is our own number of 18 characters; the client recognises a draft sent again by it.
    Raises `BadSequence`, `TooManyLines`, `FieldTooLong`, `ChargeTwice`, `NoPlatformOrder`,
    `NoWeight` or `UnwritableText`.
    """
    if len(sequence) != SEQUENCE_LENGTH or not sequence.isascii():
        raise BadSequence(number=sequence)
    if len(declaration.lines) > LINES_MAX:
        raise TooManyLines(lines=len(declaration.lines), most=LINES_MAX)
    return document(
        "DecMessage",
        node("DecHead", *_head(declaration, sender)),
        node("DecLists", *map(write_line, declaration.lines)),
        node("DecLicenseDocus", *_permits(declaration)),
        node("DecContainers", *(_container(each) for each in declaration.containers)),
        node(
            "DecSign",
            leaf("OperType", _SAVE),
            leaf("ClientSeqNo", sequence),
        ),
        node("DecFreeTxt", write_field("VoyNo", declaration.voyage)),
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
    yield write_field("IEFlag", _EXPORT)
    yield write_field("AgentCode", sender.agent_code)
    yield write_field("AgentName", sender.agent_name)
    yield write_field("BillNo", declaration.waybill)
    yield write_field("ContrNo", declaration.contract)
    yield write_field("CustomMaster", sender.office)
    yield write_field("CutMode", declaration.levy_nature)
    yield write_field("DistinatePort", declaration.destination_port)
    yield from _charge(declaration, ChargeKind.FREIGHT)
    yield write_field("GrossWet", header_kg(declaration.gross_g))
    yield write_field("IEPort", declaration.exit_customs)
    yield from _charge(declaration, ChargeKind.INSURANCE)
    yield write_field("LicenseNo", declaration.licence)
    yield write_field("ManualNo", declaration.handbook)
    yield write_field("NetWt", header_kg(declaration.net_g))
    yield write_field("NoteS", declaration.note)
    yield from _charge(declaration, ChargeKind.OTHER)
    yield write_field("OwnerCode", producer.customs_code if producer else "")
    yield write_field("OwnerName", producer.name if producer else "")
    yield write_field("PackNo", declaration.packages)
    yield write_field("TradeCode", declaration.consignor.customs_code)
    yield write_field("TradeCountry", declaration.arrival_country)
    yield write_field("TradeMode", declaration.supervision_mode)
    yield write_field("TradeName", declaration.consignor.name)
    yield write_field("TrafMode", declaration.transport_mode)
    yield write_field("TrafName", declaration.vehicle)
    yield write_field("TransMode", declaration.delivery_group)
    yield write_field("WrapType", declaration.packing)
    yield from _senders_half(declaration, sender)


def _charge(declaration: ExportDeclaration, kind: ChargeKind) -> Iterator[str]:
    """Yield the three elements of a charge, or nothing; raises `ChargeTwice`."""
    charges = [charge for charge in declaration.charges if charge.kind is kind]
    if len(charges) > 1:
        raise ChargeTwice(element=_CHARGES[kind])
    for charge in charges:
        yield leaf(f"{_CHARGES[kind]}Curr", charge.currency)
        yield leaf(f"{_CHARGES[kind]}Mark", charge.mark.value)
        yield leaf(f"{_CHARGES[kind]}Rate", charge.figure)


def _senders_half(declaration: ExportDeclaration, sender: Sender) -> Iterator[str]:
    """Yield the rest of the header, from the typist on."""
    producer = declaration.producer
    yield write_field("EdiId", _NORMAL)
    yield write_field("CopName", sender.input_name)
    yield write_field("CopCode", sender.input_code)
    yield write_field("EntryType", _PAPERLESS)
    yield write_field("TypistNo", sender.typist)
    yield write_field("InputerName", sender.typist_name)
    yield write_field("DeclTrnRel", 0)
    yield write_field("CopCodeScc", sender.input_social_code)
    yield write_field("OwnerCodeScc", producer.social_code if producer else "")
    yield write_field("AgentCodeScc", sender.agent_social_code)
    yield write_field("TradeCoScc", declaration.consignor.social_code)
    yield write_field("PromiseItmes", _UNASKED)
    yield write_field("TradeAreaCode", declaration.trading_country)
    yield write_field("MarkNo", format_marks(declaration.marks) or _MARKS_NONE)
    yield write_field("EntyPortCode", declaration.exit_port)
    yield write_field("DeclareName", sender.declarant)
    yield write_field("NoOtherPack", 0 if declaration.other_packings else 1)
    yield write_field("OverseasConsigneeCode", declaration.consignee_code)
    yield write_field("OverseasConsigneeEname", declaration.consignee)


def _permits(declaration: ExportDeclaration) -> Iterator[str]:
    for permit in declaration.permits:
        yield node(
            "LicenseDocu",
            write_field("DocuCode", permit.letter),
            write_field("CertCode", permit.number),
        )


def _container(container: Container) -> str:
    return node(
        "Container",
        write_field("ContainerId", container.number),
        write_field("ContainerMd", container.model),
        write_field("GoodsNo", ",".join(map(str, container.lines))),
    )


def _pack(code: str) -> str:
    return node("DecOtherPack", leaf("PackType", code))


def _order(declaration: ExportDeclaration, sender: Sender) -> str:
    """Return the link of a 9710 declaration to its order on the platform."""
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
