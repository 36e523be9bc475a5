"""Consignments to print: the small one of the declarations' tests, and one that fills pages."""

from dataclasses import replace
from datetime import date

from moneyed import Money

from app.declarations.due import Format
from app.declarations.snapshot import (
    Consignment,
    DeclaredGoods,
    LoadSnapshot,
    PackedCarton,
    ShipmentParty,
    SoldLine,
)
from app.documents.kind import Issue, PrintSheet
from app.documents.kinds import KINDS
from tests.app.declarations.aboard import CONSIGNMENT, LOAD, RAISINS, item

PRINTED = tuple(kind.code for kind in KINDS.values() if kind.format is Format.PDF)
"""The kinds that are printed, by code."""
FROZEN_ON = date(2026, 11, 24)
MANAS = ShipmentParty(
    name="ЖЧК «Манас Соода» (Өзгөн)",
    name_latin="Manas Sooda LLC",
    country="KG",
    number="01234202610011",
    address="Бишкек ш., Чүй пр., 265, 4-кабат",
)
STORE = ShipmentParty(
    name="ТОО «Қоғалы қоймасы», Һәм серіктестер",
    name_latin="",
    country="KZ",
    number="",
    address="Алматы облысы, Іле ауданы, Өтеген батыр кенті, Ұлы дала к-сі, 12/3",
)


def issue_of(consignment: Consignment = CONSIGNMENT, load: LoadSnapshot = LOAD) -> Issue:
    """Return the source of the papers of a consignment."""
    return Issue(load, consignment, "KR2026112400000001", FROZEN_ON)


def papers_of(issue: Issue) -> dict[str, object]:
    """Return the context of every printed paper, by its kind."""
    made = {code: KINDS[code].made(issue) for code in PRINTED}
    return {code: paper.paper for code, paper in made.items() if isinstance(paper, PrintSheet)}


def large(lines: int = 15, cartons_a_line: int = 4) -> Consignment:
    """Return a consignment of so many different goods, with long names, in mixed cartons."""
    sold = tuple(_line(position, quantity=cartons_a_line * 10) for position in _to(lines))
    packed = [
        PackedCarton(
            f"C-2026-{position * 100 + count:06d}",
            "22" if position % 3 else "06",
            10_450 + count,
            (item(position, 6, 6_000, batch=f"B-{position}"), item(position, 4, 4_000)),
        )
        for position in _to(lines)
        for count in _to(cartons_a_line)
    ]
    return replace(CONSIGNMENT, consignee=STORE, lines=sold, cartons=tuple(packed))


def _to(count: int) -> range:
    return range(1, count + 1)


def _line(position: int, *, quantity: int) -> SoldLine:
    unit_price = Money(f"{12_345 + position}.67", "KZT")
    goods = DeclaredGoods(
        china_code=f"08062{position:05d}",
        eaeu_code="",
        name_zh=f"绿葡萄干{position}号",
        elements=("0", "0", "制成干果", "自然晾干" * 20, "", "纸箱" * 20, "无品牌", "2026年9月"),
        statutory_unit_1="035",
        statutory_unit_2="",
        origin_district="65049",
    )
    names = {
        "zh_Hans": f"吐鲁番无核绿葡萄干特级{position}号",
        "ru": f"Изюм зелёный без косточек «Турфан», высший сорт, партия № {position}",
    }
    return replace(
        RAISINS,
        position=position,
        sku=f"TRP-RAISIN-GREEN-{position}",
        names=names,
        quantity=quantity,
        unit_price=unit_price,
        total=unit_price * quantity,
        goods=goods,
    )
