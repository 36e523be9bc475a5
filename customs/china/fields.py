"""The fields of the export declaration: number, official name, element of the message, length.

A place is a path into `ExportDeclaration`, as `customs.difference` writes it: `gross_g`,
`lines/2/elements/3`. Numbers are those of the filling rules; names of elements are the official
ones, misspellings included. A length counts a Chinese character as two.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from customs.refusal import N_
from customs.rules import Place


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the declaration."""

    path: str
    """Its place without numbers of lines and items."""
    number: str
    """Of the filling rules (报关单填制规范); blank when the printed form has no such cell."""
    name_zh: str
    name: str
    """A message of the catalogue."""
    element: str = ""
    """Element of DecMessage; blank when it has none of its own."""
    most: int | None = None
    """Maximal length."""


def width(text: str) -> int:
    """Return the length of a text, in which a Chinese character counts as two."""
    return sum(1 if letter.isascii() else 2 for letter in text)


_HEADER: Final = (
    Field("declared_on", "6", "申报日期", N_("day of declaration")),
    Field("consignor", "3", "境内发货人", N_("domestic consignor")),
    Field("consignor/name", "3", "境内发货人", N_("domestic consignor"), "TradeName", 100),
    Field(
        "consignor/social_code",
        "3",
        "境内发货人统一社会信用代码",
        N_("domestic consignor's social credit code"),
        "TradeCoScc",
        18,
    ),
    Field(
        "consignor/customs_code",
        "3",
        "境内发货人海关代码",
        N_("domestic consignor's customs code"),
        "TradeCode",
        10,
    ),
    Field("exit_customs", "4", "出境关别", N_("office of exit"), "IEPort", 4),
    Field("handbook", "7", "备案号", N_("handbook number"), "ManualNo", 12),
    Field("consignee", "8", "境外收货人", N_("overseas consignee"), "OverseasConsigneeEname", 400),
    Field(
        "consignee_code",
        "8",
        "境外收货人代码",
        N_("overseas consignee's code"),
        "OverseasConsigneeCode",
        50,
    ),
    Field("transport_mode", "9", "运输方式", N_("mode of transport"), "TrafMode", 1),
    Field("vehicle", "10", "运输工具名称", N_("means of transport"), "TrafName", 50),
    Field("voyage", "10", "航次号", N_("voyage or batch number"), "VoyNo", 32),
    Field("waybill", "11", "提运单号", N_("waybill number"), "BillNo", 32),
    Field("producer", "13", "生产销售单位", N_("producer or seller"), "", None),
    Field("producer/name", "13", "生产销售单位", N_("producer or seller"), "OwnerName", 100),
    Field(
        "producer/social_code",
        "13",
        "生产销售单位统一社会信用代码",
        N_("producer's social credit code"),
        "OwnerCodeScc",
        18,
    ),
    Field(
        "producer/customs_code",
        "13",
        "生产销售单位代码",
        N_("producer's customs code"),
        "OwnerCode",
        10,
    ),
    Field("supervision_mode", "14", "监管方式", N_("supervision mode"), "TradeMode", 4),
    Field("levy_nature", "15", "征免性质", N_("levy nature"), "CutMode", 3),
    Field("licence", "16", "许可证号", N_("licence number"), "LicenseNo", 20),
    Field("contract", "18", "合同协议号", N_("contract number"), "ContrNo", 32),
    Field("trading_country", "19", "贸易国", N_("trading country"), "TradeAreaCode", 3),
    Field("arrival_country", "20", "运抵国", N_("country of arrival"), "TradeCountry", 3),
    Field("destination_port", "21", "指运港", N_("destination port"), "DistinatePort", 6),
    Field("exit_port", "22", "离境口岸", N_("port of exit"), "EntyPortCode", 8),
    Field("packing", "23", "包装种类", N_("kind of packing"), "WrapType", 2),
    Field("other_packings", "23", "其他包装", N_("other packings"), "PackType", 2),
    Field("packages", "24", "件数", N_("number of packages"), "PackNo", 9),
    Field("gross_g", "25", "毛重", N_("gross weight"), "GrossWet"),
    Field("net_g", "26", "净重", N_("net weight"), "NetWt"),
    Field("delivery_group", "27", "成交方式", N_("delivery group"), "TransMode", 1),
    Field("charges", "28-30", "运费/保费/杂费", N_("freight, insurance and other charges")),
    Field("documents", "31", "随附单证", N_("attached papers")),
    Field("permits", "31", "随附单证", N_("attached permits")),
    Field("permits/letter", "31", "单证代码", N_("letter of the permit"), "DocuCode", 1),
    Field("permits/number", "31", "单证编号", N_("number of the permit"), "CertCode", 32),
    Field("marks", "32", "标记唛码", N_("shipping marks"), "MarkNo", 400),
    Field("note", "32", "备注", N_("remarks"), "NoteS", 255),
    Field("containers", "", "集装箱", N_("containers")),
    Field("containers/number", "", "集装箱号", N_("container number"), "ContainerId", 32),
    Field("containers/model", "", "集装箱规格", N_("kind of container"), "ContainerMd"),
    Field("containers/lines", "", "商品项号", N_("lines in the container"), "GoodsNo"),
    Field("lines", "33", "项号", N_("lines")),
)
_LINE: Final = (
    Field("number", "33", "项号", N_("line number"), "GNo"),
    Field("handbook_line", "33", "备案序号", N_("line of the handbook"), "ContrItem"),
    Field("code", "34", "商品编号", N_("commodity code"), "CodeTS", 10),
    Field("inspection_code", "34", "检验检疫编码", N_("inspection code"), "CiqCode", 3),
    Field("tariff", "34", "商品编号", N_("commodity code")),
    Field("name", "35", "商品名称", N_("name of the goods"), "GName", 255),
    Field("elements", "35", "规格型号", N_("declared elements"), "GModel", 255),
    Field("statutory_1", "36", "法定第一数量", N_("first statutory quantity"), "FirstQty"),
    Field("statutory_1/unit", "36", "法定第一单位", N_("first statutory unit"), "FirstUnit", 3),
    Field("statutory_2", "36", "法定第二数量", N_("second statutory quantity"), "SecondQty"),
    Field("statutory_2/unit", "36", "法定第二单位", N_("second statutory unit"), "SecondUnit", 3),
    Field("declared", "36", "成交数量", N_("declared quantity"), "GQty"),
    Field("declared/unit", "36", "成交单位", N_("declared unit"), "GUnit", 3),
    Field("unit_price", "37", "单价", N_("unit price"), "DeclPrice"),
    Field("total", "38", "总价", N_("total"), "DeclTotal"),
    Field("total/currency", "39", "币制", N_("currency"), "TradeCurr", 3),
    # On export the message has each of these two countries in the other's element.
    Field("origin", "40", "原产国", N_("country of origin"), "DestinationCountry", 3),
    Field("destination", "41", "最终目的国", N_("final destination"), "OriginCountry", 3),
    Field("domestic_source", "42", "境内货源地", N_("domestic source"), "DistrictCode", 5),
    Field("levy_mode", "43", "征免", N_("levy mode"), "DutyMode", 1),
    Field("net_g", "", "净重", N_("net weight")),
    Field("batches", "", "生产批号", N_("batches"), "ProdBatchNo", 2000),
    Field("produced_on", "", "生产日期", N_("days of production"), "ProduceDate"),
    Field("maker_number", "", "生产单位注册号", N_("producer's registration"), "MnufctrRegNo"),
    Field("maker_name", "", "生产单位名称", N_("registered producer"), "MnufctrRegName"),
    Field("control_code", "", "禁限管制识别码", N_("export control code"), "ControlExplainCode", 4),
    Field("dangerous", "", "危险货物", N_("dangerous goods"), "Uncode"),
    Field("write_offs", "", "许可证核销", N_("licences used up"), "LicenceNo", 40),
)
FIELDS: Final[Mapping[str, Field]] = {
    field.path: field
    for field in (
        *_HEADER,
        *(
            Field(f"lines/{one.path}", one.number, one.name_zh, one.name, one.element, one.most)
            for one in _LINE
        ),
    )
}
LENGTHS: Final[Mapping[str, int]] = {
    field.element: field.most
    for field in FIELDS.values()
    if field.element and field.most is not None
}
"""Maximal length of each element of the message."""


def field_at(place: Place) -> Field:
    """Return the field that contains a place."""
    steps = [step for step in place.split("/") if not step.isdecimal()]
    while "/".join(steps) not in FIELDS:
        steps.pop()
    return FIELDS["/".join(steps)]
