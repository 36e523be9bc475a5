"""A right declaration to change: two lines of dried fruit for Almaty."""

from datetime import date
from decimal import Decimal

from moneyed import Money

from customs.china.declaration import (
    CodeRequirements,
    DeclarationLine,
    DomesticCompany,
    ExportDeclaration,
    Quantity,
)

RAISINS = DeclarationLine(
    number=1,
    code="0806200000",
    name="葡萄干",
    elements=("0", "0", "制成干果", "纸箱"),
    statutory_1=Quantity(Decimal(50), "035"),
    statutory_2=None,
    declared=Quantity(Decimal(100), "140"),
    unit_price=Money("876.51", "KZT"),
    total=Money("87651.00", "KZT"),
    origin="CHN",
    destination="KAZ",
    domestic_source="65049",
    levy_mode="1",
    net_g=50_000,
    tariff=CodeRequirements(
        "035", slots=("品牌类型", "出口享惠情况", "制作或保存方法", "包装规格")
    ),
)
WALNUTS = DeclarationLine(
    number=2,
    code="0802310000",
    name="未去壳核桃",
    elements=("0", "0", "未去壳"),
    statutory_1=Quantity(Decimal("12.5"), "035"),
    statutory_2=None,
    declared=Quantity(Decimal("12.5"), "035"),
    unit_price=Money("2395.10", "KZT"),
    total=Money("29938.75", "KZT"),
    origin="CHN",
    destination="KAZ",
    domestic_source="65299",
    levy_mode="1",
    net_g=12_500,
    tariff=CodeRequirements("035", slots=("品牌类型", "出口享惠情况", "是否去壳")),
)
DECLARATION = ExportDeclaration(
    declared_on=date(2026, 11, 23),
    consignor=DomesticCompany("客如恩", "91650100MA77000006", "6501960001"),
    exit_customs="9402",
    consignee="DASTAN TRADE LLP",
    transport_mode="4",
    vehicle="",
    voyage="2026112400017",
    waybill="",
    producer=DomesticCompany("吐鲁番", "91650400MA7700000M", ""),
    supervision_mode="0110",
    levy_nature="101",
    contract="K-2026-000001",
    trading_country="KAZ",
    arrival_country="KAZ",
    destination_port="KAZ000",
    exit_port="650101",
    packing="22",
    other_packings=(),
    packages=6,
    gross_g=65_000,
    net_g=62_500,
    delivery_group="3",
    documents=("发票 INV-2026-000001",),
    marks=("C-2026-000001",),
    lines=(RAISINS, WALNUTS),
)
