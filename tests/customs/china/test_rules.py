"""Each rule finds what it is for, at its place, and nothing in a right declaration."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from moneyed import Money

from customs.china.charges import ChargeKind, HeaderCharge, Mark
from customs.china.declaration import Container, DeclarationLine, ExportDeclaration, Quantity
from customs.china.lines import LINES_MAX
from customs.china.rules import CROSS, EXPORT, Beside, width
from tests.customs.china.export import DECLARATION, RAISINS, WALNUTS

DAY = date(2026, 11, 23)


def kg(amount: str) -> Quantity:
    return Quantity(Decimal(amount), "035")


def lines(*changed: DeclarationLine) -> ExportDeclaration:
    net_g = sum(line.net_g for line in changed)
    return replace(DECLARATION, lines=changed, net_g=net_g, gross_g=net_g + 100)


def first(**changes: object) -> ExportDeclaration:
    return lines(replace(RAISINS, **changes), WALNUTS)  # type: ignore[arg-type] # by name


def found(declaration: ExportDeclaration) -> list[tuple[str, str]]:
    return [(each.number, each.place) for each in EXPORT.check(declaration, on=DAY)]


def test_a_right_declaration_breaks_no_rule() -> None:
    assert found(DECLARATION) == []
    assert DECLARATION.total == Money("117589.75", "KZT")


HEADER = "header"
FREIGHT = HeaderCharge(ChargeKind.FREIGHT, Mark.TOTAL, Decimal(100), "CNY")
BOX = Container("MSCU1234566", (1,))
BROKEN = {
    "net above gross": (replace(DECLARATION, gross_g=62_499), "C1", HEADER),
    "another net": (replace(DECLARATION, net_g=62_501), "C2", HEADER),
    "no package": (replace(DECLARATION, packages=0), "C3", HEADER),
    "loose in six": (replace(DECLARATION, packing="00"), "C3", HEADER),
    "numbers with a gap": (lines(RAISINS, replace(WALNUTS, number=3)), "C4", HEADER),
    "51 lines": (
        lines(*(replace(RAISINS, number=n) for n in range(1, LINES_MAX + 2))),
        "C4",
        HEADER,
    ),
    "no total": (first(total=Money(0, "KZT"), unit_price=Money(0, "KZT")), "C5", "1"),
    "price off by a coin": (first(unit_price=Money("876.52", "KZT")), "C6", "1"),
    "half a set": (
        first(declared=Quantity(Decimal("100.5"), "006"), total=Money("88089.26", "KZT")),
        "C7",
        "1",
    ),
    "kilograms off by a gram": (first(statutory_1=kg("50.001")), "C8", "1"),
    "grams off by one": (first(statutory_1=Quantity(Decimal(50_001), "036")), "C8", "1"),
    "freight under FOB": (replace(DECLARATION, charges=(FREIGHT,)), "C19", HEADER),
    "no freight under C&F": (replace(DECLARATION, delivery_group="2"), "C19", HEADER),
    "freight twice": (
        replace(DECLARATION, delivery_group="2", charges=(FREIGHT, FREIGHT)),
        "C19",
        HEADER,
    ),
    "levied as a joint venture": (replace(DECLARATION, levy_nature="601"), "C20", HEADER),
    "levied by half": (first(levy_mode="2"), "C21", "1"),
    "a handbook": (replace(DECLARATION, handbook="C12345678901"), "C22", HEADER),
    "a licence without dashes": (replace(DECLARATION, licence="26XX123"), "C23", HEADER),
    "prohibited goods": (first(control_letters="8"), "C24", "1"),
    "no inspection paper": (first(control_letters="AB"), "C25", "1"),
    "a letter of no list": (first(control_letters="Ω"), "C25", "1"),
    "a paper of inward sales": (replace(DECLARATION, permits=("c",)), "C26", HEADER),
    "a truck told by road": (replace(DECLARATION, vehicle="新A12345"), "C27", HEADER),
    "no batch by road": (replace(DECLARATION, voyage=""), "C27", HEADER),
    "no waybill by rail": (replace(DECLARATION, transport_mode="3"), "C27", HEADER),
    "no vessel by water": (
        replace(DECLARATION, transport_mode="2", waybill="BL1"),
        "C27",
        HEADER,
    ),
    "two scales of pieces": (
        first(
            declared=Quantity(Decimal(100), "007"),
            statutory_2=Quantity(Decimal("0.2"), "054"),
        ),
        "C28",
        "1",
    ),
    "a port elsewhere": (replace(DECLARATION, destination_port="KGZ000"), "C29", HEADER),
    "a port of China": (replace(DECLARATION, destination_port="650101"), "C29", HEADER),
    "a mistyped container": (
        replace(DECLARATION, containers=(replace(BOX, number="MSCU1234567"),)),
        "C30",
        HEADER,
    ),
    "an empty container": (
        replace(DECLARATION, containers=(replace(BOX, lines=()),)),
        "C30",
        HEADER,
    ),
    "a container of line nine": (
        replace(DECLARATION, containers=(replace(BOX, lines=(9,)),)),
        "C30",
        HEADER,
    ),
    "two currencies": (
        first(total=Money("87651.00", "KGS"), unit_price=Money("876.51", "KGS")),
        "C9",
        HEADER,
    ),
    "another destination": (first(destination="KGZ"), "C10", "1"),
    "no code": (first(code=""), "C11", "1"),
    "eight digits": (first(code="08062000"), "C11", "1"),
    "letters": (first(code="080620000X"), "C11", "1"),
    "no statutory quantity": (first(statutory_1=None), "C12", "1"),
    "an empty element": (first(elements=("0", "", "纸箱")), "C13", "1"),
    "no element": (first(elements=()), "C13", "1"),
    "elements too long": (first(elements=("制" * 128,)), "C13", "1"),
    "no domestic source": (first(domestic_source=""), "C14", "1"),
    "no office of exit": (replace(DECLARATION, exit_customs=""), "C15", HEADER),
    "no producer": (replace(DECLARATION, producer=None), "C16", HEADER),
    "an unknown supervision mode": (replace(DECLARATION, supervision_mode="9999"), "C18", HEADER),
    "an unknown packing": (replace(DECLARATION, other_packings=("77",)), "C18", HEADER),
    "an unknown unit": (first(declared=Quantity(Decimal(100), "999")), "C18", "1"),
    "too many marks": (replace(DECLARATION, marks=("C-2026-000001",) * 40), "C17", HEADER),
}


@pytest.mark.parametrize(("declaration", "rule", "place"), BROKEN.values(), ids=BROKEN)
def test_what_breaks_a_rule_is_found_at_its_place_and_nowhere_else(
    declaration: ExportDeclaration, rule: str, place: str
) -> None:
    assert found(declaration) == [(rule, place)]


def test_every_rule_is_broken_by_some_case() -> None:
    assert {rule for _, rule, _ in BROKEN.values()} == set(EXPORT.rules)


def test_no_line_at_all_is_too_few() -> None:
    assert ("C4", HEADER) in found(replace(DECLARATION, lines=()))


def test_a_price_made_from_the_total_passes() -> None:
    third = first(
        declared=Quantity(Decimal(3), "011"),
        unit_price=Money("33.3333", "KZT"),
        total=Money("100.00", "KZT"),
    )
    assert found(third) == []


def test_no_quantity_gives_no_price_and_is_named_by_its_own_rule() -> None:
    none = first(declared=Quantity(Decimal(0), "140"))
    assert found(none) == [("C5", "1"), ("C6", "1")]


def test_a_chinese_character_counts_two() -> None:
    assert width("纸箱 A1") == 7


def test_what_fits_another_trade_or_way_is_right() -> None:
    for right in (
        first(control_letters="AB"),
        first(statutory_2=Quantity(Decimal(50_000), "036")),
    ):
        assert found(replace(right, permits=("B",))) == []
    other = replace(DECLARATION, supervision_mode="1039", levy_nature="299", handbook="C1")
    assert not {"C20", "C21", "C22"} & {number for number, _ in found(other)}
    by_rail = replace(DECLARATION, transport_mode="3", waybill="SMGS1")
    assert found(by_rail) == []
    by_air = replace(DECLARATION, transport_mode="5", voyage="")
    assert found(by_air) == []
    assert found(replace(DECLARATION, containers=(BOX,), licence="26-XX-123")) == []
    untaxed = replace(DECLARATION, levy_nature="299")
    assert "C21" not in {number for number, _ in found(untaxed)}


BESIDE = Beside(
    declaration=DECLARATION,
    invoice_total=DECLARATION.total,
    packages=6,
    gross_g=65_000,
    net_g=62_500,
    contracts=("K-2026-000001", "K-2026-000001"),
    waybill="CMR-1",
    consignees=("DASTAN TRADE LLP",),
    marks=("C-2026-000001",),
)


@pytest.mark.parametrize(
    ("changes", "number"),
    [
        ({"invoice_total": Money("1", "KZT")}, "X1"),
        ({"gross_g": 65_001}, "X2"),
        ({"contracts": ("K-2026-000001", "K-2")}, "X3"),
        ({"declaration": replace(DECLARATION, waybill="CMR-2")}, "X4"),
        ({"consignees": ("DASTAN TRADE LLP", "DASTAN")}, "X5"),
        ({"marks": ()}, "X6"),
    ],
)
def test_papers_that_disagree_are_found(changes: dict[str, object], number: str) -> None:
    assert CROSS.check(BESIDE, on=DAY) == ()
    wrong = replace(BESIDE, **changes)  # type: ignore[arg-type] # by name
    assert [each.number for each in CROSS.check(wrong, on=DAY)] == [number]
