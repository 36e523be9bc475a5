"""Lists of the header and of field 43: transport, supervision, levy and delivery terms.

Short names (简称) are those that the declaration prints.
"""

from datetime import date
from typing import Final

from customs.codes.code import Code, CodeList, rows

_SINCE: Final = date(2019, 2, 1)
"""The day of the filling rules; most codes are older."""
_PROGRAMS: Final = "as declarants' programs carry the list; the official one was not at hand"

TRANSPORT_MODES: Final = CodeList(
    "运输方式代码表",
    rows(
        {
            "0": "非保税区",
            "1": "监管仓库",
            "2": "水路运输",
            "3": "铁路运输",
            "4": "公路运输",
            "5": "航空运输",
            "6": "邮件运输",
            "7": "保税区",
            "8": "保税仓库",
            "9": "其他方式运输",
            "G": "固定设施运输",
            "H": "边境特殊海关作业区",
            "L": "旅客携带",
            "T": "综合实验区",
            "W": "物流中心",
            "X": "物流园区",
            "Y": "保税港区",
            "Z": "出口加工区",
        },
        since=_SINCE,
        source=_PROGRAMS,
    ),
)

SUPERVISION_MODES: Final = CodeList(
    "监管方式代码表",
    (
        *rows(
            {
                "0110": "一般贸易",
                "0214": "来料加工",
                "0615": "进料对口",
                "1039": "市场采购",
                "1210": "保税电商",
                "1239": "保税电商A",
                "1300": "修理物品",
                "3010": "货样广告品",
                "3339": "其他进出口免费",
                "4019": "边境小额",
                "4561": "退运货物",
            },
            since=_SINCE,
            source=_PROGRAMS,
        ),
        # 跨境贸易电子商务 in full; 跨境电商零售 is the traders' word and no official name.
        *rows({"9610": "电子商务"}, since=date(2014, 2, 10), source="海关总署公告2014年第12号"),
        *rows(
            {"9710": "跨境电商B2B直接出口", "9810": "跨境电商出口海外仓"},
            since=date(2020, 7, 1),
            source="海关总署公告2020年第75号",
        ),
    ),
)

LEVY_NATURES: Final = CodeList(
    "征免性质代码表",
    rows(
        {
            "101": "一般征税",
            "299": "其他法定",
            "502": "来料加工",
            "503": "进料加工",
            "601": "中外合资",
            "602": "中外合作",
            "603": "外资企业",
            "789": "鼓励项目",
        },
        since=_SINCE,
        source=_PROGRAMS,
    ),
)

LEVY_MODES: Final = CodeList(
    "征减免税方式代码表",
    rows(
        {
            "1": "照章征税",
            "2": "折半征税",
            "3": "全免",
            "4": "特案",
            "5": "随征免性质",
            "6": "保证金",
            "7": "保函",
            "8": "折半补税",
            "9": "全额退税",
        },
        since=_SINCE,
        source=_PROGRAMS,
    ),
)

TRANSACTION_MODES: Final = CodeList(
    "成交方式代码表",
    rows(
        {
            "1": "CIF",
            "2": "C&F",
            "3": "FOB",
            "4": "C&I",
            "5": "市场价",
            "6": "垫仓",
            "7": "EXW",
        },
        since=_SINCE,
        source=_PROGRAMS,
    ),
)


def get_transport_mode(code: str, *, on: date) -> Code:
    """Return a mode of transport (运输方式, field 9, one character); raises `UnlistedCode`."""
    return TRANSPORT_MODES.get(code, on=on)


def get_supervision_mode(code: str, *, on: date) -> Code:
    """Return a supervision mode (监管方式, field 14, four digits); raises `UnlistedCode`."""
    return SUPERVISION_MODES.get(code, on=on)


def get_levy_nature(code: str, *, on: date) -> Code:
    """Return a levy nature (征免性质, field 15, three digits); raises `UnlistedCode`."""
    return LEVY_NATURES.get(code, on=on)


def get_levy_mode(code: str, *, on: date) -> Code:
    """Return a levy mode (征免, field 43, one digit); raises `UnlistedCode`."""
    return LEVY_MODES.get(code, on=on)


def get_transaction_mode(code: str, *, on: date) -> Code:
    """Return a transaction mode (成交方式, field 27, one digit); raises `UnlistedCode`."""
    return TRANSACTION_MODES.get(code, on=on)
