"""Papers for tests: a whole one of each kind, and the smallest."""

from dataclasses import replace
from decimal import Decimal

from moneyed import Money

from customs.eaeu.box31 import Packages
from customs.eaeu.delivery_terms import DeliveryTerms
from customs.eaeu.goods import Document
from customs.papers.cmr import RoadGoods, RoadWaybill
from customs.papers.smgs import Carrier, RailGoods, RailWaybill, RailwayStation, Wagon
from customs.papers.trade import Invoice, InvoiceLineItem, PackedGoods, PackingList
from tests.customs.eaeu.factories import BUYER, DAY, SELLER, yuan

ID = "8d444840-9dc0-11d1-b245-5ffdce74fad2"
TERMS = DeliveryTerms("FCA", "ХОРГОС")
CARTONS = Packages("1", 100, "CT")
INVOICED = Document("04021", "INV-1", DAY, "Инвойс")
CONTRACT = Document("03011", "C-1", DAY, "Контракт")


def road() -> RoadWaybill:
    return RoadWaybill(
        document_id=ID,
        number="CMR-1",
        sender=SELLER,
        consignee=BUYER,
        delivery_place=BUYER.address,
        taken_at=SELLER.address,
        taken_on=DAY,
        documents=(INVOICED,),
        goods=(
            RoadGoods(1, "Изюм", "080620", CARTONS, Decimal("1060.5"), "K-1", Decimal("2.5")),
            RoadGoods(2, "Орехи", "", CARTONS, Decimal(500)),
        ),
        instructions="Таможня: инвойс INV-1",
        terms=TERMS,
        carrier=SELLER,
        reservations="Без замечаний",
        freight=Money(Decimal("800.00"), "USD"),
        made_at="Хоргос",
        made_on=DAY,
        tractor="新A12345",
        trailer="新A1234挂",
        seals=("CN123456",),
    )


def bare_road() -> RoadWaybill:
    return replace(
        road(),
        documents=(),
        goods=road().goods[1:],
        instructions="",
        freight=None,
        trailer="",
        seals=(),
    )


URUMQI = RailwayStation("УРУМЧИ", "", "", "CN")
BORDER = RailwayStation("АЛТЫНКОЛЬ", "708507", "27", "KZ")
ALMATY = RailwayStation("АЛМАТЫ-1", "700007", "27", "KZ")


def rail() -> RailWaybill:
    return RailWaybill(
        document_id=ID,
        number="1234567",
        made_on=DAY,
        sender=SELLER,
        departure=URUMQI,
        statements="Не кантовать",
        consignee=BUYER,
        destination=ALMATY,
        border=(BORDER,),
        wagons=(Wagon("98765432", "О", ("S1", "S2")),),
        goods=(
            RailGoods(
                1,
                "Изюм",
                "08062000",
                "картон",
                100,
                Decimal("1060.5"),
                "98765432",
                ("MSCU1234566",),
            ),
        ),
        weighed_by="Весы отправителя",
        carriers=(Carrier("КЖД", URUMQI, BORDER), Carrier("КТЖ", BORDER, ALMATY)),
        documents=(INVOICED,),
    )


def bare_rail() -> RailWaybill:
    goods = replace(rail().goods[0], gng="", containers=())
    return replace(
        rail(),
        statements="",
        weighed_by="",
        documents=(),
        border=(),
        goods=(goods,),
        wagons=(Wagon("98765432", "П"),),
        carriers=(Carrier("КТЖ", URUMQI, ALMATY),),
    )


def line() -> InvoiceLineItem:
    return InvoiceLineItem(
        "Изюм",
        "080620",
        Decimal(1000),
        "КГ",
        Decimal("1060.5"),
        Decimal(1000),
        yuan("15.80"),
        yuan("15800.00"),
        "Turpan Fruit",
        "TURPAN",
    )


def invoice() -> Invoice:
    return Invoice(
        document_id=ID,
        number="INV-1",
        issued_on=DAY,
        contract=CONTRACT,
        seller=SELLER,
        buyer=BUYER,
        consignor=SELLER,
        consignee=BUYER,
        terms=TERMS,
        dispatch_country="CN",
        trading_country="CN",
        destination_country="KZ",
        lines=(line(), line()),
        freight=yuan("100.00"),
        insurance=yuan("10.00"),
        packages=200,
    )


def bare_invoice() -> Invoice:
    bare = replace(line(), code="", manufacturer="", trademark="")
    return replace(invoice(), lines=(bare,), freight=None, insurance=None)


def packing_list() -> PackingList:
    packed = PackedGoods(
        "Изюм", Decimal(1000), "166", "КГ", CARTONS, Decimal("1060.5"), Decimal(1000), "K-1"
    )
    return PackingList(
        document_id=ID,
        number="PL-1",
        issued_on=DAY,
        consignor=SELLER,
        consignee=BUYER,
        terms=TERMS,
        contract=CONTRACT,
        invoice=INVOICED,
        goods=(packed, packed),
    )
