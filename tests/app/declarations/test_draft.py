"""The draft has what was packed and sold; what is unknown stays empty."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from moneyed import Money

from app.declarations.draft import UnknownCountry, draft_declaration
from app.declarations.snapshot import Consignment, DeclaredGoods
from customs.china.declaration import CodeRequirements, DomesticCompany, ExportDeclaration, Quantity
from customs.china.rules import EXPORT
from tests.app.declarations.aboard import CONSIGNMENT, KERUEN, LOAD, RAISINS, TURPAN, WALNUTS

DAY = date(2026, 11, 24)


def draft(consignment: Consignment = CONSIGNMENT) -> ExportDeclaration:
    return draft_declaration(consignment, load=LOAD, declared_on=DAY)


def goods(**changes: str) -> Consignment:
    declared: DeclaredGoods = replace(WALNUTS.goods, **changes)  # type: ignore[arg-type] # by name
    return replace(CONSIGNMENT, lines=(RAISINS, replace(WALNUTS, goods=declared)))


def test_the_header_says_who_sells_what_to_whom_in_how_many_cartons() -> None:
    found = draft()
    assert found.consignor == DomesticCompany(
        "乌鲁木齐客如恩供应链有限公司", "91650100MA77KERU1B", "6501960001"
    )
    assert found.producer == DomesticCompany("吐鲁番葡萄合作社", "93650402MA7700000C", "")
    assert found.consignee == "Dastan Trade LLP"
    assert (found.trading_country, found.arrival_country) == ("KAZ", "KAZ")
    assert (found.packages, found.gross_g, found.net_g) == (3, 75_660, 74_000)
    assert (found.packing, found.other_packings) == ("22", ("06",))
    assert (found.supervision_mode, found.levy_nature, found.delivery_group) == ("0110", "101", "3")
    # By road the manifest names the truck; its batch number comes from the carrier.
    assert (found.vehicle, found.voyage) == ("", "")
    assert found.marks == ("C-2026-000001", "C-2026-000002", "C-2026-000003")
    assert found.total == Money("145133.40", "KZT")


def test_a_line_weighs_what_lies_in_the_cartons() -> None:
    raisins, walnuts = draft().lines
    assert (raisins.number, raisins.net_g) == (1, 50_000)
    assert raisins.statutory_1 == Quantity(Decimal(50), "035")
    assert raisins.declared == Quantity(Decimal(100), "140")
    assert (walnuts.number, walnuts.net_g) == (2, 24_000)
    assert walnuts.statutory_2 is None


def test_what_is_unknown_is_empty_and_the_rules_name_it() -> None:
    found = draft()
    assert (found.exit_customs, found.exit_port, found.destination_port) == ("", "", "")
    broken = EXPORT.check(found, on=DAY)
    assert [(each.number, each.place, each.blocks) for each in broken] == [
        ("C14", "lines/2/domestic_source", False),
        ("C15", "exit_customs", False),
        ("C15", "exit_port", False),
        ("C15", "destination_port", False),
        ("C27", "voyage", False),
    ]


@pytest.mark.parametrize(
    ("unit", "quantity"),
    [
        ("036", Quantity(Decimal(24_000), "036")),
        ("070", Quantity(Decimal("0.024"), "070")),
        ("125", Quantity(Decimal(24), "125")),
        ("095", None),
        ("", None),
    ],
)
def test_a_statutory_quantity_is_taken_from_the_scale_or_the_order_and_else_empty(
    unit: str, quantity: Quantity | None
) -> None:
    assert draft(goods(statutory_unit_2=unit)).lines[1].statutory_2 == quantity


def test_a_line_names_the_lots_it_was_packed_from_and_what_the_tariff_asks() -> None:
    raisins, walnuts = draft().lines
    assert (raisins.batches, walnuts.batches) == (("T-1", "T-2"), ("T-1",))
    assert raisins.produced_on == (date(2026, 9, 1),)
    assert raisins.tariff == CodeRequirements("035")
    asked = draft(goods(element_names=("品牌类型",), control_letters="AB")).lines[1].tariff  # type: ignore[arg-type] # a tuple
    assert asked == CodeRequirements("035", slots=("品牌类型",), control_letters="AB")


def test_a_code_that_the_tariff_does_not_have_is_named() -> None:
    found = draft(goods(statutory_unit_1=""))
    assert found.lines[1].tariff is None
    broken = {(each.number, each.place) for each in EXPORT.check(found, on=DAY)}
    assert {("C12", "lines/2/statutory_1"), ("C32", "lines/2/code")} <= broken


def test_an_unknown_code_stays_blank() -> None:
    assert draft(goods(china_code="")).lines[1].code == ""


def test_several_sellers_leave_the_producer_to_the_declarant() -> None:
    other = replace(TURPAN, name="阿克苏果业", number="91652901MA7700000N")
    mixed = replace(CONSIGNMENT, lines=(RAISINS, replace(WALNUTS, seller=other)))
    assert draft(mixed).producer is None


def test_lines_that_say_the_same_are_declared_as_one() -> None:
    twice = replace(
        CONSIGNMENT,
        lines=(RAISINS, replace(RAISINS, position=2, quantity=24, total=Money(1, "KZT"))),
    )
    (line,) = draft(twice).lines
    assert line.declared == Quantity(Decimal(124), "140")
    assert line.net_g == 74_000


def test_the_consignees_own_name_stands_when_there_is_no_latin_one() -> None:
    consignee = replace(CONSIGNMENT.consignee, name_latin="")
    assert draft(replace(CONSIGNMENT, consignee=consignee)).consignee == "ТОО «Дастан Трейд»"


def test_a_company_of_no_known_ownership_has_no_levy_nature() -> None:
    bare = replace(CONSIGNMENT, exporter=replace(KERUEN, customs_code=""))
    assert draft(bare).levy_nature == ""


def test_a_country_that_is_none_is_refused() -> None:
    with pytest.raises(UnknownCountry):
        draft_declaration(CONSIGNMENT, load=replace(LOAD, destination="XX"), declared_on=DAY)
