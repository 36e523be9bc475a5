"""The draft for the Single Window: official names and order, swapped countries, no guesses."""

from dataclasses import replace

import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given
from hypothesis import strategies as st

from customs.china.declaration import ExportDeclaration
from customs.china.lines import TooManyLines
from customs.china.message.draft import (
    BadSequence,
    NoPlatformOrder,
    Sender,
    TooLong,
    write_draft,
)
from tests.customs.china.export import DECLARATION, RAISINS

SEQUENCE = "KRN260000000000001"
SENDER = Sender(
    office="9401",
    agent_name="客如恩",
    agent_code="6501960001",
    agent_social_code="91650100MA77000001",
    typist="8600000000001",
    input_name="客如恩",
    input_code="6501960001",
    input_social_code="91650100MA77000001",
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


def test_what_nobody_has_told_is_left_out_and_no_marks_are_said_so() -> None:
    bare = replace(DECLARATION, producer=None, marks=(), exit_port="", other_packings=("93",))
    assert text(bare, "DecHead/OwnerName") is None
    assert text(bare, "DecHead/EntyPortCode") is None
    assert text(bare, "DecHead/MarkNo") == "N/M"
    assert text(bare, "DecHead/NoOtherPack") == "0"
    assert text(bare, "DecOtherPacks/DecOtherPack/PackType") == "93"


def test_a_second_statutory_quantity_is_told_with_its_unit() -> None:
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
    with pytest.raises(TooLong) as refusal:
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


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=40))
def test_every_text_comes_back_as_it_was(name: str) -> None:
    made = replace(DECLARATION, consignee=name.replace("\ufffe", "").replace("\uffff", ""))
    written = write_draft(made, SENDER, sequence=SEQUENCE)
    assert write_draft(made, SENDER, sequence=SEQUENCE) == written
    assert (text(made, "DecHead/OverseasConsigneeEname") or "") == made.consignee
