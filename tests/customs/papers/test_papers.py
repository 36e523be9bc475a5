"""Papers that travel: valid against their schemas, with totals that are sums, and their rules."""

from dataclasses import replace
from decimal import Decimal

import pytest

from customs.eaeu.box31 import Packages
from customs.formats import MissingElement
from customs.papers.album.cmr import write_cmr
from customs.papers.album.smgs import write_smgs
from customs.papers.album.trade import write_invoice, write_packing_list
from customs.papers.cmr import RoadWaybill
from customs.papers.rules import INVOICE, PACKING, RAIL, ROAD
from customs.papers.smgs import RailWaybill
from customs.papers.trade import Invoice, PackingList
from customs.rules import DraftIsBlocked
from tests.customs.eaeu.factories import BUYER, DAY, SELLER, tenge, yuan
from tests.customs.papers.factories import (
    ALMATY,
    BORDER,
    TERMS,
    bare_invoice,
    bare_rail,
    bare_road,
    invoice,
    line,
    packing_list,
    rail,
    road,
)
from tests.customs.schemas import broken


@pytest.mark.parametrize(
    ("schema", "written"),
    [
        ("CMR.xsd", write_cmr(road())),
        ("CMR.xsd", write_cmr(bare_road())),
        ("RailwayBill.xsd", write_smgs(rail())),
        ("RailwayBill.xsd", write_smgs(bare_rail())),
        ("Invoice.xsd", write_invoice(invoice())),
        ("Invoice.xsd", write_invoice(bare_invoice())),
        ("PackingList.xsd", write_packing_list(packing_list())),
    ],
)
def test_a_paper_is_valid_against_its_schema(schema: str, written: bytes) -> None:
    assert broken(schema, written) == []


def test_totals_are_sums() -> None:
    assert (road().gross_kg, road().packages) == (Decimal("1560.5"), 200)
    assert (rail().gross_kg, rail().packages) == (Decimal("1060.5"), 100)
    assert (invoice().goods_total, invoice().total) == (yuan("31600.00"), yuan("31710.00"))
    assert bare_invoice().total == yuan("15800.00")
    assert (invoice().gross_kg, invoice().net_kg) == (Decimal("2121.0"), Decimal(2000))
    listed = packing_list()
    assert (listed.packages, listed.gross_kg, listed.net_kg) == (
        200,
        Decimal("2121.0"),
        Decimal(2000),
    )


def test_whole_papers_break_no_rule() -> None:
    assert ROAD.check(road(), on=DAY) == ()
    assert ROAD.check(bare_road(), on=DAY) == ()
    assert RAIL.check(rail(), on=DAY) == ()
    assert RAIL.check(bare_rail(), on=DAY) == ()
    assert INVOICE.check(invoice(), on=DAY) == ()
    assert PACKING.check(packing_list(), on=DAY) == ()


FAR = replace(BUYER, address=replace(BUYER.address, town="Г" * 36))
ROAD_GOODS = road().goods[0]
RAIL_GOODS = rail().goods[0]


@pytest.mark.parametrize(
    ("made", "number", "place"),
    [
        (replace(road(), tractor=""), "W1", "header"),
        (replace(road(), trailer="T" * 14), "W1", "header"),
        (replace(road(), goods=(replace(ROAD_GOODS, gross_kg=Decimal(0)),)), "W2", "1"),
        (replace(road(), goods=(replace(ROAD_GOODS, packages=Packages("1", -1)),)), "W2", "1"),
        (replace(road(), goods=(replace(ROAD_GOODS, code="806"),)), "W3", "1"),
        (replace(road(), consignee=FAR), "W4", "header"),
        (replace(road(), goods=()), "W5", "header"),
    ],
)
def test_each_rule_of_the_road_finds_its_place(made: RoadWaybill, number: str, place: str) -> None:
    assert [(each.number, each.place) for each in ROAD.check(made, on=DAY)] == [(number, place)]


@pytest.mark.parametrize(
    ("made", "number", "place"),
    [
        (replace(rail(), goods=(replace(RAIL_GOODS, gng="0806"),)), "R1", "1"),
        (replace(rail(), goods=(replace(RAIL_GOODS, wagon="1"),)), "R2", "1"),
        (replace(rail(), goods=(replace(RAIL_GOODS, gross_kg=Decimal(0)),)), "R2", "1"),
        (replace(rail(), goods=(replace(RAIL_GOODS, packages=-1),)), "R2", "1"),
        (replace(rail(), wagons=(), goods=()), "R4", "header"),
        (replace(rail(), carriers=rail().carriers[1:]), "R3", "header"),
        (replace(rail(), destination=BORDER), "R3", "header"),
        (replace(rail(), departure=ALMATY), "R3", "header"),
    ],
)
def test_each_rule_of_the_rail_finds_its_place(made: RailWaybill, number: str, place: str) -> None:
    assert [(each.number, each.place) for each in RAIL.check(made, on=DAY)] == [(number, place)]


@pytest.mark.parametrize(
    ("made", "number", "place"),
    [
        (replace(invoice(), lines=(line(), replace(line(), total=yuan("1.00")))), "V1", "2"),
        (replace(invoice(), freight=tenge("1.00")), "V2", "header"),
        (replace(invoice(), lines=()), "V5", "header"),
        (replace(invoice(), freight=yuan("1.001")), "V6", "header"),
        (replace(invoice(), insurance=yuan("-1.00")), "V6", "header"),
        (replace(invoice(), terms=replace(TERMS, place="")), "V3", "header"),
        (replace(invoice(), terms=replace(TERMS, code="FOT")), "V3", "header"),
        (replace(invoice(), lines=(replace(line(), net_kg=Decimal(0)),)), "V4", "1"),
    ],
)
def test_each_rule_of_the_invoice_finds_its_place(made: Invoice, number: str, place: str) -> None:
    found = [(each.number, each.place) for each in INVOICE.check(made, on=DAY)]
    assert found == [(number, place)]


@pytest.mark.parametrize(
    "wrong", [{"net_kg": Decimal(0)}, {"gross_kg": Decimal(1)}, {"packages": Packages("1", -1)}]
)
def test_the_rule_of_the_packing_list_finds_its_place(wrong: dict[str, object]) -> None:
    goods = packing_list().goods
    made: PackingList = replace(
        packing_list(),
        goods=(goods[0], replace(goods[1], **wrong)),  # type: ignore[arg-type]
    )
    assert [(each.number, each.place) for each in PACKING.check(made, on=DAY)] == [("K1", "2")]


def test_a_waybill_without_carriers_and_a_list_of_nothing_are_not_written() -> None:
    alone = replace(rail(), carriers=())
    assert [each.number for each in RAIL.check(alone, on=DAY)] == ["R3", "R4"]
    with pytest.raises(DraftIsBlocked, match=r"R4 \(header\)"):
        write_smgs(alone)
    nothing = replace(packing_list(), goods=())
    assert [each.number for each in PACKING.check(nothing, on=DAY)] == ["K2"]
    with pytest.raises(DraftIsBlocked):
        write_packing_list(nothing)


def test_what_a_paper_must_state_and_does_not_is_refused_by_name() -> None:
    with pytest.raises(MissingElement) as refusal:
        write_cmr(replace(road(), terms=replace(TERMS, place=" ")))
    assert refusal.value.fields == {"name": "DeliveryPlace"}
    nowhere = replace(SELLER.address, country="", postal_code="", region="", town="", street="")
    with pytest.raises(MissingElement) as refusal:
        write_cmr(replace(road(), taken_at=nowhere))
    assert refusal.value.fields == {"name": "TakingCargoPlace"}


def test_a_truck_that_nobody_has_named_is_left_out() -> None:
    unnamed = replace(bare_road(), tractor="")
    assert [each.number for each in ROAD.check(unnamed, on=DAY)] == ["W1"]
    assert b"CMRTransport" not in write_cmr(unnamed)
    assert broken("CMR.xsd", write_cmr(unnamed)) == []
