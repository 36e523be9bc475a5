"""A frozen load to change: an order of raisins and walnuts for Almaty, packed in three cartons."""

from datetime import UTC, date, datetime

from moneyed import Money

from app.declarations.snapshot import (
    Consignment,
    DeclaredGoods,
    LoadSnapshot,
    PackedCarton,
    PackedItem,
    ShipmentParty,
    SoldLine,
)

FROZEN_AT = datetime(2026, 11, 24, 3, 30, tzinfo=UTC)
KERUEN = ShipmentParty(
    name="乌鲁木齐客如恩供应链有限公司",
    name_latin="Urumqi Keruen Supply Chain Co., Ltd.",
    country="CN",
    number="91650100MA77KERU1B",
    address="新疆乌鲁木齐经济技术开发区",
    customs_code="6501960001",
)
TURPAN = ShipmentParty(
    name="吐鲁番葡萄合作社",
    name_latin="Turpan Vine Co-operative",
    country="CN",
    number="93650402MA7700000C",
    address="新疆吐鲁番市高昌区",
)
DASTAN = ShipmentParty(
    name="ТОО «Дастан Трейд»",
    name_latin="Dastan Trade LLP",
    country="KZ",
    number="970740000838",
    address="Алматы қ., Абай д-лы, 1",
)
RAISINS = SoldLine(
    position=1,
    sku="TRP-RAISIN-GREEN",
    names={
        "en": "Green raisins",
        "ru": "Изюм зелёный",
        "kk": "Жасыл мейіз",
        "ky": "Жашыл мейиз",
        "zh_Hans": "绿葡萄干",
    },
    quantity=100,
    unit="140",
    unit_price=Money("876.51", "KZT"),
    total=Money("87651.00", "KZT"),
    seller=TURPAN,
    goods=DeclaredGoods(
        china_code="0806200000",
        eaeu_code="0806203000",
        name_zh="葡萄干",
        elements=("0", "0", "制成干果", "纸箱"),
        statutory_unit_1="035",
        statutory_unit_2="",
        origin_district="65049",
    ),
)
WALNUTS = SoldLine(
    position=2,
    sku="AKS-WALNUT",
    names={
        "en": "Walnuts in shell",
        "ru": "Грецкие орехи в скорлупе",
        "kk": "Қабықты грек жаңғағы",
        "ky": "Кабыктуу жаңгак",
        "zh_Hans": "带壳核桃",
    },
    quantity=24,
    unit="125",
    unit_price=Money("2395.10", "KZT"),
    total=Money("57482.40", "KZT"),
    seller=TURPAN,
    goods=DeclaredGoods(
        china_code="0802310000",
        eaeu_code="0802310000",
        name_zh="未去壳核桃",
        elements=("0", "0", "未去壳"),
        statutory_unit_1="035",
        statutory_unit_2="",
        origin_district="",
    ),
)


def item(position: int, quantity: int, net_g: int, *, batch: str = "T-1") -> PackedItem:
    """Return so many pieces of a line in a carton."""
    return PackedItem(
        position=position,
        batch=batch,
        produced_on=date(2026, 9, 1),
        best_before=date(2027, 8, 1),
        quantity=quantity,
        net_g=net_g,
    )


CARTONS = (
    PackedCarton("C-2026-000001", "22", 25_700, (item(1, 50, 25_000),)),
    PackedCarton("C-2026-000002", "22", 25_650, (item(1, 50, 25_000, batch="T-2"),)),
    PackedCarton("C-2026-000003", "06", 24_310, (item(2, 24, 24_000),)),
)
CONSIGNMENT = Consignment(
    order_number="K-2026-000001",
    contract_number="K-2026-000001",
    contract_date=date(2026, 11, 23),
    invoice_number="INV-2026-000001",
    exporter=KERUEN,
    buyer=DASTAN,
    consignee=DASTAN,
    broker="Zhibek Broker",
    currency="KZT",
    delivery_term="FCA",
    delivery_place="Khorgos",
    lines=(RAISINS, WALNUTS),
    cartons=CARTONS,
)
LOAD = LoadSnapshot(
    load_number="L-2026-000001",
    version=1,
    frozen_at=FROZEN_AT,
    truck_plate="新A12345",
    trailer_plate="新A678挂",
    driver="马建国",
    crossing="khorgos",
    destination="KZ",
    consignments=(CONSIGNMENT,),
)
