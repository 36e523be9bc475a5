"""The transit declaration: valid as R.048, its totals, and its rules."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from customs.eaeu.box31 import Measured, Packages
from customs.eaeu.declaration import Transport, TransportMeans
from customs.eaeu.goods import Document
from customs.eaeu.register.transit import write_transit
from customs.eaeu.rules import TRANSIT
from customs.eaeu.transit import (
    Guarantee,
    GuaranteePaper,
    TirCarnet,
    Transhipment,
    TransitDeclaration,
    TransitGoods,
    TransitShipment,
)
from tests.customs.eaeu.factories import BUYER, DAY, KYRGYZ, SELLER, tenge, yuan
from tests.customs.schemas import broken

CMR = Document("02015", "CMR-1", DAY)


def goods(number: int = 1) -> TransitGoods:
    return TransitGoods(
        number,
        "0806209000",
        ("Изюм", "в коробках"),
        Decimal("1060.5"),
        Packages("1", 100, "CT"),
        yuan("15800.00"),
        Measured(Decimal(5), "796", "ШТ"),
        ("MSCU1234566",),
        (Document("04021", "INV-1", DAY, "Инвойс"),),
    )


def shipment(*lines: TransitGoods) -> TransitShipment:
    return TransitShipment(
        waybill=CMR,
        departure_country="CN",
        destination_country="KG",
        consignor=SELLER,
        consignee=KYRGYZ,
        destination_office="41710",
        destination_name="Бишкек",
        goods=lines or (goods(1), goods(2)),
    )


def transit() -> TransitDeclaration:
    return TransitDeclaration(
        document_id="6d444840-9dc0-11d1-b245-5ffdce74fad2",
        made_at=datetime(2026, 4, 1, 9, tzinfo=UTC),
        transport=Transport(
            "31", (TransportMeans("新A12345", "CN"), TransportMeans("新A1234挂", "CN"))
        ),
        is_in_containers=True,
        carnet=TirCarnet("XZ", "12345678", 1, "CHN/001/123"),
        declarant=BUYER,
        carrier=SELLER,
        shipments=(shipment(), shipment(goods(3))),
        transhipments=(
            Transhipment(
                operation="1",
                moves_goods=False,
                country="KZ",
                place="Хоргос",
                customs_office="55302",
                transport=Transport("31", (TransportMeans("123ABC02", "KZ"),)),
            ),
        ),
        guarantee=Guarantee(
            "1", papers=(GuaranteePaper(Document("09999", "G-1", DAY), tenge("1000.00"), "04"),)
        ),
        seals=("S1", "S2"),
        identified_by="01",
    )


def bare() -> TransitDeclaration:
    plain = replace(
        goods(),
        packages=Packages("0", 0),
        supplementary=None,
        containers=(),
        documents=(),
        code="080620",
    )
    return replace(
        transit(),
        carnet=None,
        seals=(),
        identified_by="",
        transhipments=(),
        guarantee=Guarantee("0"),
        is_in_containers=False,
        shipments=(shipment(plain),),
    )


@pytest.mark.parametrize("made", [transit(), bare()], ids=["rich", "smallest"])
def test_a_draft_is_valid_against_the_schema(made: TransitDeclaration) -> None:
    assert TRANSIT.check(made, on=DAY) == ()
    assert broken("EEC_TransitDeclaration.xsd", write_transit(made)) == []


def test_a_transhipment_need_not_name_what_goes_on() -> None:
    planned = replace(transit().transhipments[0], transport=None, customs_office="")
    made = replace(transit(), transhipments=(planned,))
    assert broken("EEC_TransitDeclaration.xsd", write_transit(made)) == []


def test_whether_a_paper_comes_along_is_not_stated() -> None:
    assert b"DocPresentKindCode" not in write_transit(transit())


def test_totals_are_sums_over_all_shipments() -> None:
    made = transit()
    assert (made.gross_kg, made.packages, len(made.goods)) == (Decimal("3181.5"), 300, 3)
    assert made.shipments[0].value == yuan("31600.00")


CARNET = TirCarnet("XZ", "12345678", 1, "CHN/001/123")


@pytest.mark.parametrize(
    ("made", "number", "place"),
    [
        (replace(bare(), shipments=(shipment(replace(goods(), code="0806")),)), "T1", "1"),
        (
            replace(bare(), shipments=(shipment(replace(goods(), gross_kg=Decimal(0))),)),
            "T2",
            "1",
        ),
        (replace(bare(), shipments=(shipment(replace(goods(), value=yuan("0"))),)), "T2", "1"),
        (replace(bare(), shipments=(shipment(goods(2)),)), "T3", "header"),
        (replace(bare(), shipments=()), "T3", "header"),
        (replace(transit(), carnet=replace(CARNET, series="X1")), "T4", "header"),
        (replace(transit(), carnet=replace(CARNET, number="1")), "T4", "header"),
        (replace(transit(), carnet=replace(CARNET, holder="")), "T4", "header"),
        (replace(transit(), transport=Transport("31", ())), "T5", "header"),
        (
            replace(
                bare(),
                shipments=(shipment(goods(1)), shipment(replace(goods(2), value=tenge("1")))),
            ),
            "T6",
            "header",
        ),
        (replace(transit(), guarantee=Guarantee("")), "T7", "header"),
        (replace(transit(), identified_by=""), "T7", "header"),
        (
            replace(bare(), shipments=(shipment(goods()), replace(shipment(), goods=()))),
            "T3",
            "header",
        ),
        (
            replace(
                bare(), shipments=(replace(shipment(goods()), waybill=replace(CMR, number="")),)
            ),
            "T5",
            "header",
        ),
    ],
)
def test_each_rule_finds_its_place(made: TransitDeclaration, number: str, place: str) -> None:
    found = [(each.number, each.place) for each in TRANSIT.check(made, on=DAY)]
    assert found == [(number, place)]
