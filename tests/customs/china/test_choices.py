"""What is chosen by rule on export: the mode, the charges, the slots, the letters, the parts."""

from dataclasses import fields, replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from customs.china.charges import BadCharge, ChargeKind, ChargeMark, HeaderCharge, required_charges
from customs.china.elements import (
    BRAND_KIND,
    FIRST,
    PREFERENCE,
    NotOfTheList,
    PipeInElement,
    Slots,
    UnknownSlot,
    missing,
)
from customs.china.levy import delivery_group
from customs.china.permits import (
    CHECKED_BY_HAND,
    EXPORT_PERMITS,
    NOT_OF_EXPORT,
    PROHIBITED,
    ExportProhibited,
    UnknownControlLetter,
    missing_permits,
    permit_requirements,
)
from customs.china.splitting import SharedHeader, split_declarations
from customs.china.supervision_mode import (
    NoReasonGiven,
    SupervisionMode,
    Trade,
    choose_mode,
    override_mode,
)
from tests.customs.china.export import RAISINS, WALNUTS

PLAIN = Trade(
    has_platform_order=False,
    to_consumer=False,
    to_overseas_warehouse=False,
    from_bonded_zone=False,
    in_procurement_market=False,
    has_border_trade_right=False,
)


@pytest.mark.parametrize(
    ("facts", "mode"),
    [
        ({}, SupervisionMode.GENERAL),
        ({"to_consumer": True}, SupervisionMode.GENERAL),
        ({"has_platform_order": True}, SupervisionMode.TO_BUSINESSES),
        (
            {"has_platform_order": True, "has_border_trade_right": True},
            SupervisionMode.TO_BUSINESSES,
        ),
        ({"has_platform_order": True, "to_consumer": True}, SupervisionMode.TO_CONSUMERS),
        (
            {"has_platform_order": True, "to_overseas_warehouse": True},
            SupervisionMode.OVERSEAS_WAREHOUSE,
        ),
        ({"has_platform_order": True, "from_bonded_zone": True}, SupervisionMode.BONDED),
        ({"in_procurement_market": True}, SupervisionMode.MARKET_PROCUREMENT),
        ({"has_border_trade_right": True}, SupervisionMode.BORDER_SMALL_TRADE),
    ],
)
def test_a_mode_is_chosen_by_rule_and_says_why(
    facts: dict[str, bool], mode: SupervisionMode
) -> None:
    chosen = choose_mode(replace(PLAIN, **facts))
    assert chosen.mode is mode
    assert mode.value in chosen.reason
    assert chosen.said == ""


def test_another_mode_is_taken_only_with_a_reason() -> None:
    assert (
        override_mode(SupervisionMode.GENERAL, said=" the buyer asked ").said == "the buyer asked"
    )
    with pytest.raises(NoReasonGiven):
        override_mode(SupervisionMode.GENERAL, said="  ")


@pytest.mark.parametrize(
    ("term", "asked"),
    [
        ("FCA", set()),
        ("FAS", set()),
        ("FOB", set()),
        ("CFR", {ChargeKind.FREIGHT}),
        ("CIF", {ChargeKind.FREIGHT, ChargeKind.INSURANCE}),
        ("CIP", {ChargeKind.FREIGHT, ChargeKind.INSURANCE}),
        ("DPU", {ChargeKind.FREIGHT, ChargeKind.INSURANCE}),
        ("DDP", {ChargeKind.FREIGHT, ChargeKind.INSURANCE}),
        ("CPT", {ChargeKind.FREIGHT}),
        ("DAP", {ChargeKind.FREIGHT, ChargeKind.INSURANCE}),
        ("EXW", {ChargeKind.FREIGHT}),
        ("FOT", set()),
    ],
)
def test_a_delivery_term_asks_for_its_charges(term: str, asked: set[ChargeKind]) -> None:
    assert required_charges(delivery_group(term)) == asked


def test_a_group_that_no_term_gives_asks_for_insurance_alone() -> None:
    assert required_charges("4") == {ChargeKind.INSURANCE}


@pytest.mark.parametrize(
    ("kind", "mark", "figure", "currency", "part"),
    [
        (ChargeKind.INSURANCE, ChargeMark.UNIT_PRICE, "1", "CNY", "mark of a charge"),
        (ChargeKind.INSURANCE, ChargeMark.RATE, "0.3", "CNY", "currency"),
        (ChargeKind.FREIGHT, ChargeMark.TOTAL, "100", "", "currency"),
        (ChargeKind.INSURANCE, ChargeMark.RATE, "0", "", "figure"),
        (ChargeKind.INSURANCE, ChargeMark.RATE, "99.1", "", "figure"),
        (ChargeKind.FREIGHT, ChargeMark.TOTAL, "-1", "CNY", "figure"),
        (ChargeKind.FREIGHT, ChargeMark.RATE, "0.00001", "", "figure"),
        (ChargeKind.FREIGHT, ChargeMark.TOTAL, "1000000000000", "CNY", "figure"),
        (ChargeKind.FREIGHT, ChargeMark.UNIT_PRICE, "10000000000", "CNY", "figure"),
        (ChargeKind.OTHER, ChargeMark.TOTAL, "-1000000000000", "CNY", "figure"),
    ],
)
def test_a_charge_that_does_not_go_together_is_refused_with_its_part(
    kind: ChargeKind, mark: ChargeMark, figure: str, currency: str, part: str
) -> None:
    with pytest.raises(BadCharge) as refusal:
        HeaderCharge(kind, mark, Decimal(figure), currency)
    assert refusal.value.fields["part"] == part


def test_other_charges_may_be_below_zero() -> None:
    assert HeaderCharge(ChargeKind.OTHER, ChargeMark.TOTAL, Decimal(-5), "CNY").figure == -5
    assert (
        HeaderCharge(ChargeKind.FREIGHT, ChargeMark.UNIT_PRICE, Decimal(5), "CNY").currency == "CNY"
    )


SLOTS = Slots((*FIRST, "制作或保存方法", "包装规格"))


def test_elements_lie_in_their_slots_and_an_empty_one_keeps_its_place() -> None:
    filled = SLOTS.fill({PREFERENCE: "0", BRAND_KIND: "1", "包装规格": "纸箱"})
    assert filled == ("1", "0", "", "纸箱")
    assert missing(SLOTS, filled) == ("制作或保存方法",)
    assert missing(SLOTS, filled[:2]) == ("制作或保存方法", "包装规格")
    assert missing(SLOTS, (*filled, "干")) == ("制作或保存方法",)


def test_the_slots_that_close_a_list_may_stay_blank() -> None:
    slots = Slots(
        (*FIRST, "品牌(中文或外文名称)", "GTIN", "CAS", "其他(非必报要素,请根据实际情况填报)")
    )
    assert missing(slots, ("0", "0", "", "", "", "")) == ("品牌(中文或外文名称)",)
    assert missing(slots, ("0", "0", "无品牌")) == ()


FORMER = (*FIRST, "种类（红富士等）", "制作或保存方法", "颜色")


def test_elements_of_a_former_list_are_carried_to_the_slots_of_their_names() -> None:
    slots = Slots((*FIRST, "制作或保存方法(鲜)", "种类(蛇果、富士等)", "等级", "GTIN"))
    said = ("0", "0", "红富士", "鲜", "红")
    assert slots.carry(said, written_in=FORMER) == ("0", "0", "鲜", "红富士", "", "")
    assert slots.carry(said[:3], written_in=FORMER) == ("0", "0", "", "红富士", "", "")


def test_elements_stay_as_they_are_where_a_list_is_not_known() -> None:
    said = ("0", "0", "红富士")
    assert Slots(()).carry(said, written_in=FORMER) == said
    assert Slots(FIRST).carry(said, written_in=()) == said
    assert Slots(FIRST).carry((), written_in=FORMER) == ()
    assert Slots(FIRST).carry(("0", "0"), written_in=FIRST) == ("0", "0")


@pytest.mark.parametrize(
    ("said", "refusal"),
    [
        ({"颜色": "红"}, UnknownSlot),
        ({"包装规格": "纸|箱"}, PipeInElement),
        ({BRAND_KIND: "9"}, NotOfTheList),
        ({PREFERENCE: "是"}, NotOfTheList),
    ],
)
def test_an_element_that_does_not_fit_is_refused(
    said: dict[str, str], refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        SLOTS.fill(said)


def test_letters_ask_for_papers_by_their_case() -> None:
    asked = permit_requirements("0802310000", "AB5yQ")
    assert [permit.letter for permit in asked.permits] == ["B", "y"]
    assert asked.by_hand == ("5", "Q")
    assert [permit.letter for permit in missing_permits(asked, ["B"])] == ["y"]
    assert [permit.letter for permit in missing_permits(asked, ["b", "Y"])] == ["B", "y"]
    assert permit_requirements("0806200000", "").permits == ()


def test_letter_eight_forbids_and_an_unknown_letter_is_not_passed_by() -> None:
    with pytest.raises(ExportProhibited):
        permit_requirements("1211903600", "48")
    with pytest.raises(UnknownControlLetter):
        permit_requirements("0802310000", "Ω")


def test_every_letter_is_of_one_kind_and_only_import_is_passed_by() -> None:
    kinds = [frozenset(EXPORT_PERMITS), NOT_OF_EXPORT, CHECKED_BY_HAND, frozenset(PROHIBITED)]
    assert sum(map(len, kinds)) == len(frozenset().union(*kinds))
    assert set("34GEBy") <= set(EXPORT_PERMITS)
    passed_by = {letter for letter in NOT_OF_EXPORT if not permit_requirements("1", letter).by_hand}
    assert passed_by == NOT_OF_EXPORT


COMMON = SharedHeader(
    exporter="客如恩",
    consignee="DASTAN",
    transport_mode="4",
    vehicle="",
    voyage="1",
    waybill="CMR-1",
    supervision_mode="0110",
    levy_nature="101",
    handbook="",
    licence="",
    delivery_group="3",
    trading_country="KAZ",
    arrival_country="KAZ",
    destination_port="",
    exit_port="",
    exit_customs="",
    currency="KZT",
    ledger="",
)


@given(st.lists(st.sampled_from(["CMR-1", "CMR-2", "CMR-3"]), max_size=160))
def test_parting_loses_nothing_doubles_nothing_and_keeps_the_order(waybills: list[str]) -> None:
    lines = [
        (replace(COMMON, waybill=waybill), replace(RAISINS, name=str(number), net_g=number + 1))
        for number, waybill in enumerate(waybills)
    ]
    parts = split_declarations(lines)
    for waybill in set(waybills):
        kept = [
            line.net_g for part in parts if part.common.waybill == waybill for line in part.lines
        ]
        assert kept == [line.net_g for common, line in lines if common.waybill == waybill]
    assert all(1 <= len(part.lines) <= 50 for part in parts)
    numbers = [[line.number for line in part.lines] for part in parts]
    assert numbers == [list(range(1, len(part.lines) + 1)) for part in parts]


@pytest.mark.parametrize("head", [field.name for field in fields(SharedHeader)])
def test_every_head_value_that_differs_needs_another_declaration(head: str) -> None:
    other = replace(COMMON, **{head: "another"})
    parts = split_declarations([(COMMON, RAISINS), (other, RAISINS), (COMMON, WALNUTS)])
    assert [part.common for part in parts] == [COMMON, other]
    assert [[line.code for line in part.lines] for part in parts] == [
        [RAISINS.code, WALNUTS.code],
        [RAISINS.code],
    ]
    assert [[line.number for line in part.lines] for part in parts] == [[1, 2], [1]]


def test_lines_that_say_the_same_are_joined_before_fifties_are_counted() -> None:
    names = [str(number) for number in range(51)]
    twice = [(COMMON, replace(RAISINS, name=name)) for name in (*names, *names)]
    parts = split_declarations(twice)
    assert [len(part.lines) for part in parts] == [50, 1]
    assert sum(line.net_g for part in parts for line in part.lines) == 102 * RAISINS.net_g


def test_elements_that_lie_in_their_slots_already_are_checked() -> None:
    SLOTS.check(("1", "0", "", "纸箱"))
    SLOTS.check(())
    with pytest.raises(PipeInElement):
        SLOTS.check(("1", "0", "烘|干"))
    with pytest.raises(NotOfTheList):
        SLOTS.check(("7",))
