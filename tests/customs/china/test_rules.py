"""Each rule finds what it is for, at its place, and nothing in a right declaration."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from moneyed import Money

from customs.china.charges import ChargeKind, ChargeMark, HeaderCharge
from customs.china.declaration import (
    AttachedPermit,
    CodeRequirements,
    Container,
    DeclarationLine,
    DomesticCompany,
    ExportDeclaration,
    Quantity,
)
from customs.china.fields import field_at, width
from customs.china.lines import LINES_MAX
from customs.china.rules import CROSS_CHECKS, EXPORT, DocumentSet
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


def asking(
    letters: str = "", *, slots: int = 4, units: tuple[str, str] = ("035", "")
) -> CodeRequirements:
    names = ("品牌类型", "出口享惠情况", "GTIN", "CAS")[:slots]
    return CodeRequirements(*units, slots=names, control_letters=letters)


def charged(group: str, *charges: HeaderCharge) -> ExportDeclaration:
    return replace(DECLARATION, delivery_group=group, charges=charges)


def sold_by(**changes: str) -> ExportDeclaration:
    return replace(DECLARATION, consignor=replace(DECLARATION.consignor, **changes))


def made_by(**changes: str) -> ExportDeclaration:
    producer = replace(DomesticCompany("吐鲁番", "91650400MA7700000M", ""), **changes)
    return replace(DECLARATION, producer=producer)


def boxed(number: str, *held: int) -> ExportDeclaration:
    return replace(DECLARATION, containers=(BOX, Container(number, held)))


FREIGHT = HeaderCharge(ChargeKind.FREIGHT, ChargeMark.TOTAL, Decimal(100), "CNY")
INSURANCE = HeaderCharge(ChargeKind.INSURANCE, ChargeMark.RATE, Decimal("0.3"))
BOX = Container("MSCU1234566", (1,))
BY_WATER = replace(DECLARATION, transport_mode="2", vehicle="KERUEN", waybill="BL1")
BY_RAIL = replace(DECLARATION, transport_mode="3", vehicle="52041234", voyage="", waybill="SMGS1")
PROCESSING = replace(
    first(levy_mode="3"),
    lines=tuple(replace(line, levy_mode="3") for line in DECLARATION.lines),
    supervision_mode="0615",
    levy_nature="503",
    handbook="C12345678901",
)
BROKEN: dict[str, tuple[ExportDeclaration, str, str]] = {
    "net above gross": (replace(DECLARATION, gross_g=62_499), "C1", "net_g"),
    "another net": (replace(DECLARATION, net_g=62_501), "C2", "net_g"),
    "no package": (replace(DECLARATION, packages=0), "C3", "packages"),
    "loose in six": (replace(DECLARATION, packing="00"), "C3", "packages"),
    "unpacked in six": (replace(DECLARATION, packing="01"), "C3", "packages"),
    "ten digits of packages": (replace(DECLARATION, packages=10**9), "C3", "packages"),
    "a number left out": (lines(RAISINS, replace(WALNUTS, number=3)), "C4", "lines/2/number"),
    "51 lines": (
        lines(*(replace(RAISINS, number=n) for n in range(1, LINES_MAX + 2))),
        "C4",
        "lines",
    ),
    "price off by a coin": (first(unit_price=Money("876.52", "KZT")), "C6", "lines/1/total"),
    "half a set": (
        first(declared=Quantity(Decimal("100.5"), "006"), total=Money("88089.26", "KZT")),
        "C7",
        "lines/1/declared/amount",
    ),
    "kilograms off by a gram": (
        first(statutory_1=kg("50.001")),
        "C8",
        "lines/1/statutory_1/amount",
    ),
    "grams off by one": (
        first(
            statutory_1=Quantity(Decimal(50_001), "036"), tariff=asking(slots=0, units=("036", ""))
        ),
        "C8",
        "lines/1/statutory_1/amount",
    ),
    "two currencies": (
        lines(
            RAISINS,
            replace(WALNUTS, total=Money("29938.75", "KGS"), unit_price=Money("2395.10", "KGS")),
        ),
        "C9",
        "lines/2/total/currency",
    ),
    "a price in another currency": (
        first(unit_price=Money("876.51", "KGS")),
        "C9",
        "lines/1/unit_price/currency",
    ),
    "no code": (first(code=""), "C11", "lines/1/code"),
    "eight digits": (first(code="08062000"), "C11", "lines/1/code"),
    "letters": (first(code="080620000X"), "C11", "lines/1/code"),
    "wide digits": (first(code="０８０６２０００００"), "C11", "lines/1/code"),
    "no statutory quantity": (first(statutory_1=None), "C12", "lines/1/statutory_1"),
    "an empty element": (first(elements=("0", "0", "", "纸箱")), "C13", "lines/1/elements/3"),
    "no element": (first(elements=()), "C13", "lines/1/elements"),
    "elements too long": (
        first(elements=("0", "0", "制" * 125, "箱")),
        "C13",
        "lines/1/elements",
    ),
    "no domestic source": (first(domestic_source=""), "C14", "lines/1/domestic_source"),
    "four digits of a source": (first(domestic_source="6504"), "C14", "lines/1/domestic_source"),
    "no office of exit": (replace(DECLARATION, exit_customs=""), "C15", "exit_customs"),
    "no port of exit": (replace(DECLARATION, exit_port=""), "C15", "exit_port"),
    "no destination port": (replace(DECLARATION, destination_port=""), "C15", "destination_port"),
    "no producer": (replace(DECLARATION, producer=None), "C16", "producer"),
    "a producer without a number": (made_by(social_code=""), "C16", "producer/social_code"),
    "too many marks": (replace(DECLARATION, marks=("C-2026-000001",) * 40), "C17", "marks"),
    "an unknown transport": (replace(DECLARATION, transport_mode="h"), "C18", "transport_mode"),
    "an unknown supervision": (
        replace(DECLARATION, supervision_mode="9999"),
        "C18",
        "supervision_mode",
    ),
    "an unknown packing": (
        replace(DECLARATION, other_packings=("93", "77")),
        "C18",
        "other_packings/2",
    ),
    "an unknown unit": (
        first(declared=Quantity(Decimal(100), "999")),
        "C18",
        "lines/1/declared/unit",
    ),
    "an unknown origin": (first(origin="CHI"), "C18", "lines/1/origin"),
    "freight under FOB": (charged("3", FREIGHT), "C19", "charges/1/kind"),
    "no freight under C&F": (charged("2"), "C19", "charges"),
    "no insurance under CIF": (charged("1", FREIGHT), "C19", "charges"),
    "freight twice": (charged("2", FREIGHT, FREIGHT), "C19", "charges/2/kind"),
    "levied as a joint venture": (replace(DECLARATION, levy_nature="601"), "C20", "levy_nature"),
    "levied as another mode": (
        replace(DECLARATION, supervision_mode="3339", levy_nature="299"),
        "C20",
        "levy_nature",
    ),
    "levied by half": (first(levy_mode="2"), "C21", "lines/1/levy_mode"),
    "processed and taxed": (
        replace(PROCESSING, lines=(RAISINS, *PROCESSING.lines[1:])),
        "C21",
        "lines/1/levy_mode",
    ),
    "a handbook": (replace(DECLARATION, handbook="C12345678901"), "C22", "handbook"),
    "a licence without dashes": (replace(DECLARATION, licence="26XX123"), "C23", "licence"),
    "prohibited goods": (first(tariff=asking("8", slots=0)), "C24", "lines/1/code"),
    "no inspection paper": (first(tariff=asking("AB", slots=0)), "C25", "lines/1/code"),
    "a letter of no list": (first(tariff=asking("Ω", slots=0)), "C25", "lines/1/code"),
    "a permit without a number": (
        replace(first(tariff=asking("4", slots=0)), permits=(AttachedPermit("4", ""),)),
        "C25",
        "lines/1/code",
    ),
    "a paper of inward sales": (
        replace(DECLARATION, permits=(AttachedPermit("c", "1"),)),
        "C26",
        "permits/1/letter",
    ),
    "a truck stated by road": (replace(DECLARATION, vehicle="新A12345"), "C27", "vehicle"),
    "a transit of too few digits": (replace(DECLARATION, vehicle="@1234"), "C27", "vehicle"),
    "no batch by road": (replace(DECLARATION, voyage=""), "C27", "voyage"),
    "no waybill by rail": (replace(BY_RAIL, waybill=""), "C27", "waybill"),
    "no wagon by rail": (replace(BY_RAIL, vehicle=""), "C27", "vehicle"),
    "no voyage by water": (replace(BY_WATER, voyage=""), "C27", "voyage"),
    "two scales of pieces": (
        first(
            declared=Quantity(Decimal(100), "007"),
            statutory_2=Quantity(Decimal("0.2"), "054"),
            tariff=asking(slots=0, units=("035", "054")),
        ),
        "C28",
        "lines/1/declared/amount",
    ),
    "two counts of one unit": (
        first(
            statutory_2=Quantity(Decimal(99), "140"), tariff=asking(slots=0, units=("035", "140"))
        ),
        "C28",
        "lines/1/declared/amount",
    ),
    "a tonne beside kilograms": (
        first(
            statutory_2=Quantity(Decimal("0.5"), "070"),
            tariff=asking(slots=0, units=("035", "070")),
        ),
        "C28",
        "lines/1/statutory_2/amount",
    ),
    "a port elsewhere": (
        replace(DECLARATION, destination_port="KGZ000"),
        "C29",
        "destination_port",
    ),
    "a port of China": (replace(DECLARATION, destination_port="650101"), "C29", "destination_port"),
    "a mistyped container": (boxed("MSCU1234567", 1), "C30", "containers/2/number"),
    "a container in small letters": (boxed("mscu1234566", 1), "C30", "containers/2/number"),
    "an empty container": (boxed("MSCU1234566"), "C30", "containers/2/lines"),
    "a container of line nine": (boxed("MSCU1234566", 1, 9), "C30", "containers/2/lines"),
    "a sixth decimal": (
        first(
            declared=Quantity(Decimal("100.000001"), "140"),
        ),
        "C31",
        "lines/1/declared/amount",
    ),
    "a fifth decimal of a price": (
        first(
            declared=Quantity(Decimal(3), "011"),
            unit_price=Money("33.33333", "KZT"),
            total=Money("100.00", "KZT"),
        ),
        "C31",
        "lines/1/unit_price",
    ),
    "a third decimal of a total": (
        first(
            declared=Quantity(Decimal(4), "011"),
            unit_price=Money("25.0013", "KZT"),
            total=Money("100.005", "KZT"),
        ),
        "C31",
        "lines/1/total",
    ),
    "no such code on the day": (first(tariff=None), "C32", "lines/1/code"),
    "another first unit": (
        first(tariff=asking(slots=0, units=("036", ""))),
        "C33",
        "lines/1/statutory_1/unit",
    ),
    "another second unit": (
        first(statutory_2=RAISINS.declared, tariff=asking(slots=0, units=("035", "011"))),
        "C33",
        "lines/1/statutory_2/unit",
    ),
    "a second quantity is lacking": (
        first(tariff=asking(slots=0, units=("035", "011"))),
        "C34",
        "lines/1/statutory_2",
    ),
    "a second quantity too many": (first(statutory_2=kg("50")), "C34", "lines/1/statutory_2"),
    "one element too few": (first(elements=("0", "0", "干")), "C35", "lines/1/elements"),
    "one element too many": (
        first(elements=("0", "0", "干", "箱", "1")),
        "C35",
        "lines/1/elements",
    ),
    "a short GTIN": (
        first(tariff=asking(), elements=("0", "0", "69012345678", "50-00-0")),
        "C36",
        "lines/1/elements/3",
    ),
    "a CAS number without hyphens": (
        first(tariff=asking(), elements=("0", "0", "6901234567892", "50000")),
        "C36",
        "lines/1/elements/4",
    ),
    "no social code": (sold_by(social_code=""), "C37", "consignor/social_code"),
    "no consignee": (replace(DECLARATION, consignee=""), "C37", "consignee"),
    "no arrival": (
        replace(DECLARATION, trading_country=""),
        "C37",
        "trading_country",
    ),
    "no packing": (replace(DECLARATION, packing=""), "C37", "packing"),
    "no name of goods": (first(name=""), "C38", "lines/1/name"),
    "no levy mode under a mode without one": (
        replace(first(levy_mode=""), supervision_mode="3010", levy_nature="299"),
        "C38",
        "lines/1/levy_mode",
    ),
    "no unit": (first(declared=Quantity(Decimal(100), "")), "C38", "lines/1/declared/unit"),
    "a mistyped social code": (
        sold_by(social_code="91650100MA77000001"),
        "C39",
        "consignor/social_code",
    ),
    "nine characters of customs": (
        sold_by(customs_code="650196001"),
        "C39",
        "consignor/customs_code",
    ),
    "a mistyped code of the producer": (
        made_by(social_code="91650400MA77000002"),
        "C39",
        "producer/social_code",
    ),
    "an office of three digits": (replace(DECLARATION, exit_customs="940"), "C40", "exit_customs"),
    "a port of five digits": (replace(DECLARATION, exit_port="65010"), "C40", "exit_port"),
    "a port of two digits": (
        replace(DECLARATION, destination_port="KAZ00"),
        "C40",
        "destination_port",
    ),
    "33 characters of a waybill": (replace(DECLARATION, waybill="1" * 33), "C41", "waybill"),
    "17 Chinese ones of a contract": (replace(DECLARATION, contract="合" * 17), "C41", "contract"),
    "a producer's long name": (made_by(name="果" * 51), "C41", "producer/name"),
    "a long name of goods": (first(name="果" * 128), "C41", "lines/1/name"),
    "a handbook of eleven": (replace(PROCESSING, handbook="C1234567890"), "C42", "handbook"),
    "a handbook of another trade": (
        replace(PROCESSING, handbook="B12345678901"),
        "C42",
        "handbook",
    ),
    "dear insurance": (
        charged("1", FREIGHT, replace(INSURANCE, figure=Decimal("0.5"))),
        "C43",
        "charges/2/figure",
    ),
    "a letter to look at": (first(tariff=asking("T", slots=0)), "C44", "lines/1/code"),
    "a licence of textiles": (first(tariff=asking("5", slots=0)), "C44", "lines/1/code"),
}
TOGETHER: dict[str, tuple[ExportDeclaration, list[tuple[str, str]]]] = {
    "another destination is warned of, and the port is elsewhere": (
        first(destination="KGZ"),
        [("C10", "lines/1/destination"), ("C29", "destination_port")],
    ),
    "every line that is wrong is named, and every field": (
        lines(replace(RAISINS, code="", domestic_source=""), replace(WALNUTS, code="")),
        [
            ("C11", "lines/1/code"),
            ("C11", "lines/2/code"),
            ("C14", "lines/1/domestic_source"),
        ],
    ),
    "no figure is above zero": (
        lines(
            replace(
                RAISINS,
                statutory_1=kg("0"),
                declared=Quantity(Decimal(0), "140"),
                unit_price=Money(0, "KZT"),
                total=Money(0, "KZT"),
                net_g=0,
            ),
        ),
        [
            ("C5", "lines/1/statutory_1/amount"),
            ("C5", "lines/1/declared/amount"),
            ("C5", "lines/1/unit_price"),
            ("C5", "lines/1/total"),
            ("C5", "lines/1/net_g"),
        ],
    ),
    "all three cells by water": (
        replace(BY_WATER, vehicle="", voyage="", waybill=""),
        [("C27", "vehicle"), ("C27", "voyage"), ("C27", "waybill")],
    ),
}


@pytest.mark.parametrize(("declaration", "rule", "place"), BROKEN.values(), ids=BROKEN)
def test_what_breaks_a_rule_is_found_at_its_place_and_nowhere_else(
    declaration: ExportDeclaration, rule: str, place: str
) -> None:
    assert found(declaration) == [(rule, place)]


@pytest.mark.parametrize(("declaration", "all_found"), TOGETHER.values(), ids=TOGETHER)
def test_every_violation_is_found_each_at_its_place(
    declaration: ExportDeclaration, all_found: list[tuple[str, str]]
) -> None:
    assert found(declaration) == all_found


def test_every_rule_is_broken_by_some_case() -> None:
    together = {rule for _, broken in TOGETHER.values() for rule, _ in broken}
    assert {rule for _, rule, _ in BROKEN.values()} | together == set(EXPORT.rules)


def test_every_place_is_in_the_declaration_or_in_what_it_lacks() -> None:
    for declaration, _, place in BROKEN.values():
        holder: object = declaration
        for step in place.split("/"):
            holder = holder[int(step) - 1] if isinstance(holder, tuple) else getattr(holder, step)
        bare = "/".join(step for step in place.split("/") if not step.isdecimal())
        assert bare.startswith(field_at(place).path)


def test_no_line_at_all_is_too_few() -> None:
    assert ("C4", "lines") in found(replace(DECLARATION, lines=(), net_g=0))


def test_a_price_made_from_the_total_passes() -> None:
    third = first(
        declared=Quantity(Decimal(3), "011"),
        unit_price=Money("33.3333", "KZT"),
        total=Money("100.00", "KZT"),
    )
    assert found(third) == []


def test_no_quantity_gives_no_price_and_is_named_by_its_own_rule() -> None:
    none = first(declared=Quantity(Decimal(0), "140"))
    assert found(none) == [("C5", "lines/1/declared/amount"), ("C6", "lines/1/total")]


def test_a_chinese_character_counts_two() -> None:
    assert width("纸箱 A1") == 7


RIGHT = {
    "inspected, with its paper": replace(
        first(tariff=asking("AB", slots=0)), permits=(AttachedPermit("B", "226000001"),)
    ),
    "looked at, with its paper": replace(
        first(tariff=asking("T", slots=0)), permits=(AttachedPermit("T", "1"),)
    ),
    "grams beside kilograms": first(
        statutory_2=Quantity(Decimal(50_000), "036"), tariff=asking(slots=0, units=("035", "036"))
    ),
    "a tonne's part beside kilograms": first(
        statutory_2=Quantity(Decimal("0.05"), "070"), tariff=asking(slots=0, units=("035", "070"))
    ),
    "elements of a shape": first(
        tariff=asking(), elements=("0", "0", "6901234567892", "1310-73-2")
    ),
    "closing slots that stay blank": first(tariff=asking(), elements=("0", "0", "", "")),
    "by rail": BY_RAIL,
    "by water": BY_WATER,
    "by air": replace(DECLARATION, transport_mode="5", voyage=""),
    "in transit": replace(DECLARATION, vehicle="@1234567890123456"),
    "in transit by a list": replace(BY_RAIL, vehicle="@1234567890123"),
    "in a container, with a licence": replace(DECLARATION, containers=(BOX,), licence="26-XX-123"),
    "processed": PROCESSING,
    "sent back": replace(DECLARATION, supervision_mode="4561", levy_nature="299"),
    "bought in a market": replace(
        DECLARATION, supervision_mode="1039", levy_nature="299", handbook="D12345678901"
    ),
    "carriage paid": charged("2", FREIGHT),
    "insured": charged("1", FREIGHT, INSURANCE),
    "insured in a sum": charged(
        "4", HeaderCharge(ChargeKind.INSURANCE, ChargeMark.TOTAL, Decimal(5), "CNY")
    ),
    "with other charges": charged(
        "3", HeaderCharge(ChargeKind.OTHER, ChargeMark.TOTAL, Decimal(-5), "CNY")
    ),
    "ex works": charged("7", FREIGHT),
    "forty cartons in a row": replace(
        DECLARATION, marks=tuple(f"C-2026-{n:06d}" for n in range(1, 999))
    ),
}


@pytest.mark.parametrize("declaration", RIGHT.values(), ids=RIGHT)
def test_what_fits_another_trade_or_way_is_right(declaration: ExportDeclaration) -> None:
    assert found(declaration) == []


def test_what_the_client_only_warns_of_does_not_block() -> None:
    warnings = {number for number, rule in EXPORT.rules.items() if not rule.blocks}
    assert {"C10", "C29", "C43", "C44"} <= warnings
    assert {"C1", "C4", "C6", "C24", "C28", "C39"} <= set(EXPORT.rules) - warnings


BESIDE = DocumentSet(
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
    ("changes", "number", "places"),
    [
        ({"invoice_total": Money("117589.76", "KZT")}, "X1", ["lines"]),
        ({"invoice_total": Money("117589.75", "KGS")}, "X1", ["lines"]),
        ({"declaration": replace(DECLARATION, lines=())}, "X1", ["lines"]),
        ({"gross_g": 65_001}, "X2", ["gross_g"]),
        ({"packages": 5, "net_g": 1}, "X2", ["packages", "net_g"]),
        ({"contracts": ("K-2026-000001", "K-2")}, "X3", ["contract"]),
        ({"declaration": replace(DECLARATION, waybill="CMR-2")}, "X4", ["waybill"]),
        ({"consignees": ("DASTAN TRADE LLP", "DASTAN")}, "X5", ["consignee"]),
        ({"marks": ()}, "X6", ["marks"]),
    ],
)
def test_papers_that_disagree_are_found(
    changes: dict[str, object], number: str, places: list[str]
) -> None:
    assert CROSS_CHECKS.check(BESIDE, on=DAY) == ()
    wrong = replace(BESIDE, **changes)  # type: ignore[arg-type] # by name
    found = CROSS_CHECKS.check(wrong, on=DAY)
    assert [(each.number, each.place) for each in found] == [(number, each) for each in places]


def test_every_rule_across_papers_is_broken_by_some_case() -> None:
    assert set(CROSS_CHECKS.rules) == {"X1", "X2", "X3", "X4", "X5", "X6"}
