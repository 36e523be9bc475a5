"""Units and kinds of packing of Chinese customs, as far as our trade needs them.

The lists of customs are longer. A code left out here is refused until it is added with its source.
"""

from datetime import date
from typing import Final

from customs.codes.code import Code, CodeList, rows

_SINCE: Final = date(2019, 2, 1)
"""The day of the filling rules; the codes are older."""

UNITS: Final = CodeList(
    "计量单位代码表",
    rows(
        {
            "001": "台",
            "002": "座",
            "003": "辆",
            "006": "套",
            "007": "个",
            "008": "只",
            "009": "头",
            "010": "张",
            "011": "件",
            "012": "支",
            "013": "枝",
            "014": "根",
            "015": "条",
            "016": "把",
            "017": "块",
            "018": "卷",
            "019": "副",
            "020": "片",
            "021": "组",
            "022": "份",
            "023": "幅",
            "025": "双",
            "026": "对",
            "027": "棵",
            "028": "株",
            "030": "米",
            "031": "盘",
            "032": "平方米",
            "033": "立方米",
            "034": "筒",
            "035": "千克",
            "036": "克",
            "037": "盆",
            "040": "百副",
            "041": "百支",
            "043": "百个",
            "044": "百片",
            "050": "千只",
            "054": "千个",
            "061": "千瓦",
            "062": "千瓦时",
            "063": "千升",
            "070": "吨",
            "084": "克拉",
            "095": "升",
            "096": "毫升",
            "120": "箱",
            "122": "罐",
            "123": "桶",
            "124": "扎",
            "125": "包",
            "127": "打",
            "128": "筐",
            "130": "匹",
            "131": "册",
            "132": "本",
            "134": "枚",
            "135": "捆",
            "136": "袋",
            "139": "粒",
            "140": "盒",
            "142": "瓶",
            "143": "千支",
            "147": "千米",
        },
        since=_SINCE,
        source="计量单位代码表, as two declarants' programs carry it alike",
    ),
)

PACKINGS: Final = CodeList(
    "包装种类代码表",
    rows(
        {
            "00": "散装",
            "01": "裸装",
            "04": "球状罐类",
            "06": "包/袋",
            "22": "纸制或纤维板制盒/箱",
            "23": "木制或竹藤等植物性材料制盒/箱",
            "29": "其他材料制盒/箱",
            "32": "纸制或纤维板制桶",
            "33": "木制或竹藤等植物性材料制桶",
            "39": "其他材料制桶",
            "92": "再生木托",
            "93": "天然木托",
            "98": "植物性铺垫材料",
            "99": "其他包装",
        },
        since=_SINCE,
        source="包装种类代码表, as declarants' programs carry it",
    ),
)


def get_unit(code: str, *, on: date) -> Code:
    """Return a unit (计量单位, three digits); raises `UnlistedCode`."""
    return UNITS.get(code, on=on)


def get_packing(code: str, *, on: date) -> Code:
    """Return a kind of packing (包装种类, two digits); raises `UnlistedCode`."""
    return PACKINGS.get(code, on=on)
