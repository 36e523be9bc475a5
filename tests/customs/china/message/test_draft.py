"""The draft for the Single Window: official names and order, swapped countries, no guesses."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given
from hypothesis import strategies as st

from customs.china.charges import ChargeKind, ChargeMark, HeaderCharge
from customs.china.declaration import (
    AttachedPermit,
    Container,
    DangerousGoods,
    DomesticCompany,
    ExportDeclaration,
    Quantity,
    WriteOff,
)
from customs.china.fields import FIELDS
from customs.china.lines import TooManyLines
from customs.china.message.draft import (
    BadSequence,
    ChargeTwice,
    NoPlatformOrder,
    Sender,
    write_draft,
)
from customs.china.message.fields import FieldTooLong
from customs.rounding import NoWeight
from tests.customs.china.export import DECLARATION, RAISINS, WALNUTS

SEQUENCE = "KRN260000000000001"
SENDER = Sender(
    office="9401",
    agent_name="客如恩",
    agent_code="6501960001",
    agent_social_code="91650100MA77000006",
    typist="8600000000001",
    input_name="客如恩",
    input_code="6501960001",
    input_social_code="91650100MA77000006",
)
SPACE = "{http://www.chinaport.gov.cn/dec}"


def names(made: ExportDeclaration, block: str) -> list[str]:
    found = fromstring(write_draft(made, SENDER, sequence=SEQUENCE)).find(f".//{SPACE}{block}")
    return [each.tag.removeprefix(SPACE) for each in found]


def text(made: ExportDeclaration, path: str) -> str | None:
    where = "/".join(f"{SPACE}{step}" for step in path.split("/"))
    root = fromstring(write_draft(made, SENDER, sequence=SEQUENCE))
    found: str | None = root.findtext(where)
    return found


def test_the_header_has_the_official_names_in_the_official_order() -> None:
    assert names(DECLARATION, "DecHead") == [
        "IEFlag",
        "AgentCode",
        "AgentName",
        "ContrNo",
        "CustomMaster",
        "CutMode",
        "DistinatePort",
        "GrossWet",
        "IEPort",
        "NetWt",
        "OwnerName",
        "PackNo",
        "TradeCode",
        "TradeCountry",
        "TradeMode",
        "TradeName",
        "TrafMode",
        "TransMode",
        "WrapType",
        "EdiId",
        "CopName",
        "CopCode",
        "EntryType",
        "TypistNo",
        "DeclTrnRel",
        "CopCodeScc",
        "OwnerCodeScc",
        "AgentCodeScc",
        "TradeCoScc",
        "PromiseItmes",
        "TradeAreaCode",
        "MarkNo",
        "EntyPortCode",
        "NoOtherPack",
        "OverseasConsigneeEname",
    ]


def test_a_line_has_its_fields_in_the_official_order_and_its_countries_swapped() -> None:
    assert names(DECLARATION, "DecList") == [
        "CodeTS",
        "DeclPrice",
        "DutyMode",
        "GModel",
        "GName",
        "GNo",
        "OriginCountry",
        "TradeCurr",
        "DeclTotal",
        "GQty",
        "FirstQty",
        "GUnit",
        "FirstUnit",
        "DestinationCountry",
        "DistrictCode",
    ]
    assert text(DECLARATION, "DecLists/DecList/OriginCountry") == "KAZ"
    assert text(DECLARATION, "DecLists/DecList/DestinationCountry") == "CHN"
    assert text(DECLARATION, "DecLists/DecList/GModel") == "0|0|制成干果|纸箱"


def test_an_empty_slot_keeps_its_pipe() -> None:
    line = replace(RAISINS, elements=("0", "", "", "纸箱"))
    assert text(replace(DECLARATION, lines=(line,)), "DecLists/DecList/GModel") == "0|||纸箱"


def test_a_draft_is_saved_and_never_declared() -> None:
    assert text(DECLARATION, "DecSign/OperType") == "G"
    assert text(DECLARATION, "DecSign/ClientSeqNo") == SEQUENCE
    assert text(DECLARATION, "DecHead/PromiseItmes") == "99999"
    assert text(DECLARATION, "DecFreeTxt/VoyNo") == "2026112400017"
    assert b"EdocRealation" not in write_draft(DECLARATION, SENDER, sequence=SEQUENCE)


def test_what_is_not_known_is_left_out_and_no_marks_are_said_so() -> None:
    bare = replace(DECLARATION, producer=None, marks=(), exit_port="", other_packings=("93",))
    assert text(bare, "DecHead/OwnerName") is None
    assert text(bare, "DecHead/EntyPortCode") is None
    assert text(bare, "DecHead/MarkNo") == "N/M"
    assert text(bare, "DecHead/NoOtherPack") == "0"
    assert text(bare, "DecOtherPacks/DecOtherPack/PackType") == "93"


def test_a_second_statutory_quantity_is_stated_with_its_unit() -> None:
    line = replace(RAISINS, statutory_1=None, statutory_2=RAISINS.declared)
    made = replace(DECLARATION, lines=(line,))
    assert text(made, "DecLists/DecList/FirstQty") is None
    assert text(made, "DecLists/DecList/SecondQty") == "100"
    assert text(made, "DecLists/DecList/SecondUnit") == "140"


def test_a_platforms_trade_names_its_order() -> None:
    traded = replace(DECLARATION, supervision_mode="9710")
    with pytest.raises(NoPlatformOrder):
        write_draft(traded, SENDER, sequence=SEQUENCE)
    sender = replace(SENDER, platform_order="K-2026-000001")
    root = fromstring(write_draft(traded, sender, sequence=SEQUENCE))
    found = [each.text for each in root.find(f"{SPACE}EdocRealation")]
    assert found == ["K-2026-000001", "10000004", "S"]


@pytest.mark.parametrize("sequence", ["", "KRN26", "KRN2600000000000０1"])
def test_another_length_of_the_drafts_own_number_is_refused(sequence: str) -> None:
    with pytest.raises(BadSequence):
        write_draft(DECLARATION, SENDER, sequence=sequence)


def test_a_chinese_character_counts_two_and_too_long_a_text_is_refused_by_name() -> None:
    fits = replace(DECLARATION, lines=(replace(RAISINS, name="葡" * 127),))
    assert text(fits, "DecLists/DecList/GName") == "葡" * 127
    with pytest.raises(FieldTooLong) as refusal:
        write_draft(
            replace(DECLARATION, lines=(replace(RAISINS, name="葡" * 128),)),
            SENDER,
            sequence=SEQUENCE,
        )
    assert refusal.value.fields == {"field": "GName", "most": 255}


def test_more_than_fifty_lines_need_another_declaration() -> None:
    lines = tuple(replace(RAISINS, number=n) for n in range(1, 52))
    with pytest.raises(TooManyLines):
        write_draft(replace(DECLARATION, lines=lines), SENDER, sequence=SEQUENCE)


HEADER_ORDER = """
    SeqNo IEFlag Type AgentCode AgentName ApprNo BillNo ContrNo CustomMaster CutMode
    DistinatePort FeeCurr FeeMark FeeRate GrossWet IEDate IEPort InsurCurr InsurMark InsurRate
    LicenseNo ManualNo NetWt NoteS OtherCurr OtherMark OtherRate OwnerCode OwnerName PackNo
    TradeCode TradeCountry TradeMode TradeName TrafMode TrafName TransMode WrapType EntryId
    PreEntryId EdiId Risk CopName CopCode EntryType PDate TypistNo InputerName PartenerID TgdNo
    DataSource DeclTrnRel ChkSurety BillType CopCodeScc OwnerCodeScc AgentCodeScc TradeCoScc
    PromiseItmes TradeAreaCode CheckFlow TaxAaminMark MarkNo DespPortCode EntyPortCode
    GoodsPlace BLNo InspOrgCode SpecDeclFlag PurpOrgCode DespDate CmplDschrgDt
    CorrelationReasonFlag VsaOrgCode OrigBoxFlag DeclareName NoOtherPack OrgCode
    OverseasConsignorCode OverseasConsigneeCode OverseasConsigneeEname
"""
LINE_ORDER = """
    ClassMark CodeTS ContrItem DeclPrice DutyMode Factor GModel GName GNo OriginCountry
    TradeCurr DeclTotal GQty FirstQty SecondQty GUnit FirstUnit SecondUnit UseTo WorkUsd ExgNo
    ExgVersion DestinationCountry CiqCode DeclGoodsEname OrigPlaceCode Purpose ProdValidDt
    ProdQgp GoodsAttr Stuff Uncode DangName DangPackType DangPackSpec EngManEntCnm NoDangFlag
    DestCode GoodsSpec GoodsModel GoodsBrand ProduceDate ProdBatchNo DistrictCode CiqName
    DecGoodsLimits MnufctrRegNo MnufctrRegName ControlExplainCode
"""
BLOCK_ORDER = """
    DecHead DecLists DecLicenseDocus DecContainers DecSign DecFreeTxt DecRequestCerts
    DecOtherPacks DecCopLimits DecUsers DecCopPromises EdocRealation
"""
FULL_LINE = replace(
    RAISINS,
    statutory_2=Quantity(Decimal(50_000), "036"),
    handbook_line="7",
    inspection_code="101",
    batches=("T-0901", "T-0902"),
    produced_on=(date(2026, 9, 1), date(2026, 9, 2)),
    maker_number="6500/12345",
    maker_name="吐鲁番果业",
    control_code="0000",
    dangerous=DangerousGoods("1234", "物", "1", "4G"),
    write_offs=(WriteOff("1101A", "26-XX-1", "1", Quantity(Decimal("12.5"), "035")),),
)
FULL = replace(
    DECLARATION,
    supervision_mode="9710",
    vehicle="@1234567890123456",
    waybill="CMR-1",
    producer=DomesticCompany("吐鲁番 & 果业", "91650400MA7700000M", "6504960001"),
    other_packings=("93",),
    delivery_group="1",
    handbook="C12345678901",
    licence="26-XX-123",
    permits=(AttachedPermit("B", "226000001"), AttachedPermit("y", "26-1")),
    containers=(Container("MSCU1234566", (1, 2), "11"),),
    consignee_code="KZ1234567890",
    note="备注",
    marks=("C-0001", "C-0002", "C-0003", "C-0007"),
    charges=(
        HeaderCharge(ChargeKind.OTHER, ChargeMark.TOTAL, Decimal("-5.5"), "CNY"),
        HeaderCharge(ChargeKind.INSURANCE, ChargeMark.RATE, Decimal("0.3")),
        HeaderCharge(ChargeKind.FREIGHT, ChargeMark.TOTAL, Decimal("1200.00"), "CNY"),
    ),
    lines=(FULL_LINE, WALNUTS),
)
FULL_SENDER = replace(SENDER, typist_name="陈静", declarant="陈静", platform_order="K-2026-000001")
GOLDEN = Path(__file__).with_name("golden_draft.xml")


def is_in_order(found: list[str], order: str) -> bool:
    """Whether all are known, each stands once, and they follow each other as they must."""
    return found == [name for name in order.split() if name in found]


def test_a_full_draft_is_the_golden_file_to_the_byte() -> None:
    written = write_draft(FULL, FULL_SENDER, sequence=SEQUENCE)
    assert written == GOLDEN.read_bytes()


def test_every_element_of_a_full_draft_stands_in_the_official_order() -> None:
    root = fromstring(write_draft(FULL, FULL_SENDER, sequence=SEQUENCE))
    blocks = [each.tag.removeprefix(SPACE) for each in root]
    assert is_in_order(blocks, BLOCK_ORDER)
    for block, order in (("DecHead", HEADER_ORDER), ("DecList", LINE_ORDER)):
        found = [each.tag.removeprefix(SPACE) for each in root.find(f".//{SPACE}{block}")]
        assert is_in_order(found, order)
        stated = {field.element for field in FIELDS.values() if field.element in order.split()}
        assert stated <= set(found)


def test_charges_are_stated_by_currency_mark_and_figure_and_a_rate_has_no_currency() -> None:
    root = fromstring(write_draft(FULL, FULL_SENDER, sequence=SEQUENCE))
    head = {each.tag.removeprefix(SPACE): each.text for each in root[0]}
    assert [head.get(f"Fee{part}") for part in ("Curr", "Mark", "Rate")] == [
        "CNY",
        "3",
        "1200",
    ]
    assert [head.get(f"Insur{part}") for part in ("Curr", "Mark", "Rate")] == [
        None,
        "1",
        "0.3",
    ]
    assert [head.get(f"Other{part}") for part in ("Curr", "Mark", "Rate")] == [
        "CNY",
        "3",
        "-5.5",
    ]


def test_a_second_charge_of_a_kind_has_no_room_and_is_not_dropped() -> None:
    charge = FULL.charges[2]
    with pytest.raises(ChargeTwice) as refusal:
        write_draft(replace(FULL, charges=(charge, charge)), FULL_SENDER, sequence=SEQUENCE)
    assert refusal.value.fields == {"element": "Fee"}


def test_cartons_in_a_row_are_stated_as_a_run_and_fit() -> None:
    many = replace(DECLARATION, marks=tuple(f"C-2026-{n:06d}" for n in range(1, 501)))
    assert text(many, "DecHead/MarkNo") == "C-2026-000001…C-2026-000500"


def test_weights_below_a_kilogram_are_declared_as_one() -> None:
    light = replace(DECLARATION, gross_g=900, net_g=999)
    assert text(light, "DecHead/GrossWet") == "1"
    assert text(light, "DecHead/NetWt") == "1"
    heavier = replace(DECLARATION, gross_g=1001)
    assert text(heavier, "DecHead/GrossWet") == "1.001"
    with pytest.raises(NoWeight):
        write_draft(replace(DECLARATION, net_g=0), SENDER, sequence=SEQUENCE)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"waybill": "1" * 33}, "BillNo"),
        ({"contract": "合" * 17}, "ContrNo"),
        ({"voyage": "1" * 33}, "VoyNo"),
        ({"note": "备" * 128}, "NoteS"),
        ({"handbook": "1" * 13}, "ManualNo"),
        ({"licence": "1" * 21}, "LicenseNo"),
        ({"permits": (AttachedPermit("B", "1" * 33),)}, "CertCode"),
        ({"lines": (replace(RAISINS, control_code="00000"),)}, "ControlExplainCode"),
    ],
)
def test_no_text_is_cut_to_fit(changes: dict[str, object], field: str) -> None:
    made = replace(DECLARATION, **changes)  # type: ignore[arg-type] # by name
    with pytest.raises(FieldTooLong) as refusal:
        write_draft(made, SENDER, sequence=SEQUENCE)
    assert refusal.value.fields["field"] == field


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=40))
def test_every_text_comes_back_as_it_was(name: str) -> None:
    made = replace(DECLARATION, consignee=name.replace("\ufffe", "").replace("\uffff", ""))
    written = write_draft(made, SENDER, sequence=SEQUENCE)
    assert write_draft(made, SENDER, sequence=SEQUENCE) == written
    assert (text(made, "DecHead/OverseasConsigneeEname") or "") == made.consignee
