"""What is chosen by rule on export: the mode, the charges, the slots, the letters, the parts."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from customs.china.charges import BadCharge, ChargeKind, HeaderCharge, Mark, asked_charges
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
from customs.china.letters import ExportProhibited, UnknownLetter, asked_of, lacking
from customs.china.levy import delivery_group
from customs.china.mode import Mode, NoReasonGiven, Trade, choose_mode, override_mode
from customs.china.splitting import Common, split
from tests.customs.china.export import RAISINS

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
        ({}, Mode.GENERAL),
        ({"to_consumer": True}, Mode.GENERAL),
        ({"has_platform_order": True}, Mode.TO_BUSINESSES),
        ({"has_platform_order": True, "has_border_trade_right": True}, Mode.TO_BUSINESSES),
        ({"has_platform_order": True, "to_consumer": True}, Mode.TO_CONSUMERS),
        ({"has_platform_order": True, "to_overseas_warehouse": True}, Mode.OVERSEAS_WAREHOUSE),
        ({"has_platform_order": True, "from_bonded_zone": True}, Mode.BONDED),
        ({"in_procurement_market": True}, Mode.MARKET_PROCUREMENT),
        ({"has_border_trade_right": True}, Mode.BORDER_SMALL_TRADE),
    ],
)
def test_a_mode_is_chosen_by_rule_and_says_why(facts: dict[str, bool], mode: Mode) -> None:
    chosen = choose_mode(replace(PLAIN, **facts))
    assert chosen.mode is mode
    assert mode.value in chosen.reason
    assert chosen.said == ""


def test_another_mode_is_taken_only_with_a_reason() -> None:
    assert override_mode(Mode.GENERAL, said=" the buyer asked ").said == "the buyer asked"
    with pytest.raises(NoReasonGiven):
        override_mode(Mode.GENERAL, said="  ")


@pytest.mark.parametrize(
    ("term", "asked"),
    [
        ("FCA", set()),
        ("CPT", {ChargeKind.FREIGHT}),
        ("DAP", {ChargeKind.FREIGHT, ChargeKind.INSURANCE}),
        ("EXW", {ChargeKind.FREIGHT}),
        ("FOT", set()),
    ],
)
def test_a_delivery_term_asks_for_its_charges(term: str, asked: set[ChargeKind]) -> None:
    assert asked_charges(delivery_group(term)) == asked


@pytest.mark.parametrize(
    ("kind", "mark", "figure", "currency", "part"),
    [
        (ChargeKind.INSURANCE, Mark.UNIT_PRICE, "1", "CNY", "mark"),
        (ChargeKind.INSURANCE, Mark.RATE, "0.3", "CNY", "currency"),
        (ChargeKind.FREIGHT, Mark.TOTAL, "100", "", "currency"),
        (ChargeKind.INSURANCE, Mark.RATE, "0", "", "figure"),
        (ChargeKind.INSURANCE, Mark.RATE, "99.1", "", "figure"),
        (ChargeKind.FREIGHT, Mark.TOTAL, "-1", "CNY", "figure"),
    ],
)
def test_a_charge_that_does_not_go_together_is_refused_with_its_part(
    kind: ChargeKind, mark: Mark, figure: str, currency: str, part: str
) -> None:
    with pytest.raises(BadCharge) as refusal:
        HeaderCharge(kind, mark, Decimal(figure), currency)
    assert refusal.value.fields["part"] == part


def test_other_charges_may_be_below_zero() -> None:
    assert HeaderCharge(ChargeKind.OTHER, Mark.TOTAL, Decimal(-5), "CNY").figure == -5
    assert HeaderCharge(ChargeKind.FREIGHT, Mark.UNIT_PRICE, Decimal(5), "CNY").currency == "CNY"


SLOTS = Slots((*FIRST, "制作或保存方法", "包装规格"))


def test_elements_lie_in_their_slots_and_an_empty_one_keeps_its_place() -> None:
    filled = SLOTS.fill({PREFERENCE: "0", BRAND_KIND: "1", "包装规格": "纸箱"})
    assert filled == ("1", "0", "", "纸箱")
    assert missing(SLOTS, filled) == ("制作或保存方法",)
    assert missing(SLOTS, filled[:2]) == ("制作或保存方法", "包装规格")


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
    asked = asked_of("0802310000", "AByQ")
    assert [permit.letter for permit in asked.permits] == ["B", "y"]
    assert asked.by_hand == ("Q",)
    assert [permit.letter for permit in lacking(asked, ["B"])] == ["y"]
    assert [permit.letter for permit in lacking(asked, ["b", "Y"])] == ["B", "y"]
    assert asked_of("0806200000", "").permits == ()


def test_letter_eight_forbids_and_an_unknown_letter_is_not_passed_by() -> None:
    with pytest.raises(ExportProhibited):
        asked_of("1211903600", "48")
    with pytest.raises(UnknownLetter):
        asked_of("0802310000", "Ω")


COMMON = Common(
    exporter="客如恩",
    consignee="DASTAN",
    voyage="1",
    waybill="CMR-1",
    supervision_mode="0110",
    levy_nature="101",
    licence="",
    delivery_group="3",
    trading_country="KAZ",
    arrival_country="KAZ",
    destination_port="",
    exit_port="",
    exit_customs="",
    currency="KZT",
)


@given(st.lists(st.sampled_from(["CMR-1", "CMR-2", "CMR-3"]), max_size=160))
def test_parting_loses_nothing_doubles_nothing_and_keeps_the_order(waybills: list[str]) -> None:
    lines = [
        (replace(COMMON, waybill=waybill), replace(RAISINS, net_g=number + 1))
        for number, waybill in enumerate(waybills)
    ]
    parts = split(lines)
    for waybill in set(waybills):
        kept = [
            line.net_g for part in parts if part.common.waybill == waybill for line in part.lines
        ]
        assert kept == [line.net_g for common, line in lines if common.waybill == waybill]
    assert all(1 <= len(part.lines) <= 50 for part in parts)
    numbers = [[line.number for line in part.lines] for part in parts]
    assert numbers == [list(range(1, len(part.lines) + 1)) for part in parts]
