"""`DecMessage` 4.8: an export declaration as the Single Window's client takes it in.

A draft only (`OperType` G): to declare needs the card of a licensed person. Element names are the
official ones, misspellings included (GrossWet, DistinatePort, PromiseItmes); elements stand in the
message's own order. On export `OriginCountry` carries the destination and `DestinationCountry` the
origin. Marks that follow each other are told as runs. What is not known is left out.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from customs.china.charges import ChargeKind
from customs.china.declaration import (
    Container,
    DeclarationLine,
    ExportDeclaration,
    Quantity,
    WriteOff,
)
from customs.china.fields import LENGTHS, width
from customs.china.lines import LINES_MAX, TooManyLines
from customs.china.marks import marks
from customs.refusal import N_, CustomsRefusal
from customs.rounding import header_kg
from customs.xml import Value, document, leaf, node

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


class TooLong(CustomsRefusal):
    """A field's text does not fit the message; a Chinese character counts two."""

    sentence = N_("%(field)s has room for %(most)s characters (a Chinese one counts two).")


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
        node("DecLists", *(_line(line) for line in declaration.lines)),
        node("DecLicenseDocus", *_permits(declaration)),
        node("DecContainers", *(_container(each) for each in declaration.containers)),
        node(
            "DecSign",
            leaf("OperType", _SAVE),
            leaf("ClientSeqNo", sequence),
        ),
        node("DecFreeTxt", _text("VoyNo", declaration.voyage)),
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
    most = LENGTHS.get(name)
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
    yield from _charge(declaration, ChargeKind.FREIGHT)
    yield _text("GrossWet", header_kg(declaration.gross_g))
    yield _text("IEPort", declaration.exit_customs)
    yield from _charge(declaration, ChargeKind.INSURANCE)
    yield _text("LicenseNo", declaration.licence)
    yield _text("ManualNo", declaration.handbook)
    yield _text("NetWt", header_kg(declaration.net_g))
    yield _text("NoteS", declaration.note)
    yield from _charge(declaration, ChargeKind.OTHER)
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
    yield _text("EdiId", _NORMAL)
    yield _text("CopName", sender.input_name)
    yield _text("CopCode", sender.input_code)
    yield _text("EntryType", _PAPERLESS)
    yield _text("TypistNo", sender.typist)
    yield _text("InputerName", sender.typist_name)
    yield _text("DeclTrnRel", 0)
    yield _text("CopCodeScc", sender.input_social_code)
    yield _text("OwnerCodeScc", producer.social_code if producer else "")
    yield _text("AgentCodeScc", sender.agent_social_code)
    yield _text("TradeCoScc", declaration.consignor.social_code)
    yield _text("PromiseItmes", _UNASKED)
    yield _text("TradeAreaCode", declaration.trading_country)
    yield _text("MarkNo", marks(declaration.marks) or _MARKS_NONE)
    yield _text("EntyPortCode", declaration.exit_port)
    yield _text("DeclareName", sender.declarant)
    yield _text("NoOtherPack", 0 if declaration.other_packings else 1)
    yield _text("OverseasConsigneeCode", declaration.consignee_code)
    yield _text("OverseasConsigneeEname", declaration.consignee)


def _permits(declaration: ExportDeclaration) -> Iterator[str]:
    for permit in declaration.permits:
        yield node(
            "LicenseDocu", _text("DocuCode", permit.letter), _text("CertCode", permit.number)
        )


def _container(container: Container) -> str:
    return node(
        "Container",
        _text("ContainerId", container.number),
        _text("ContainerMd", container.model),
        _text("GoodsNo", ",".join(map(str, container.lines))),
    )


def _line(line: DeclarationLine) -> str:
    return node("DecList", *_line_fields(line))


def _line_fields(line: DeclarationLine) -> Iterator[str]:
    yield _text("CodeTS", line.code)
    yield _text("ContrItem", line.handbook_line)
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
    yield from _goods_fields(line)


def _goods_fields(line: DeclarationLine) -> Iterator[str]:
    """Will give the rest of a line: what inspection and export control ask."""
    yield _text("CiqCode", line.inspection_code)
    if line.dangerous:
        yield _text("Uncode", line.dangerous.un_number)
        yield _text("DangName", line.dangerous.name)
        yield _text("DangPackType", line.dangerous.packing_kind)
        yield _text("DangPackSpec", line.dangerous.packing_mark)
    yield _text("ProduceDate", ";".join(f"{day:%Y%m%d}" for day in line.produced_on))
    yield _text("ProdBatchNo", ";".join(line.batches))
    yield _text("DistrictCode", line.domestic_source)
    yield node("DecGoodsLimits", *(_write_off(line, each) for each in line.write_offs))
    yield _text("MnufctrRegNo", line.maker_number)
    yield _text("MnufctrRegName", line.maker_name)
    yield _text("ControlExplainCode", line.control_code)


def _write_off(line: DeclarationLine, used: WriteOff) -> str:
    return node(
        "DecGoodsLimit",
        _text("GoodsNo", line.number),
        _text("LicTypeCode", used.kind),
        _text("LicenceNo", used.number),
        _text("LicWrtofDetailNo", used.line),
        _text("LicWrtofQty", used.quantity.amount),
        _text("LicWrtofQtyUnit", used.quantity.unit),
    )


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
