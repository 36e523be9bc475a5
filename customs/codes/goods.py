"""Units and kinds of packing of Chinese customs, as far as our trade needs them.

The lists of customs are longer. A code left out here is refused until it is added with its source.
Beside the official name stand ours in Russian, as trade papers print it, and in English, where our
trade has a use for the code.
"""

from datetime import date
from typing import Final

from customs.codes.code import Code, CodeList, named_rows
from customs.refusal import N_

_SINCE: Final = date(2019, 2, 1)
"""The day of the filling rules; the codes are older."""

UNITS: Final = CodeList(
    "计量单位代码表",
    named_rows(
        {
            "001": ("台", "шт.", "device"),
            "002": ("座", "", ""),
            "003": ("辆", "", ""),
            "006": ("套", "компл.", "set"),
            "007": ("个", "шт.", "piece"),
            "008": ("只", "шт.", "piece"),
            "009": ("头", "", ""),
            "010": ("张", "лист", "sheet"),
            "011": ("件", "шт.", "piece"),
            "012": ("支", "шт.", "piece"),
            "013": ("枝", "шт.", "piece"),
            "014": ("根", "шт.", "piece"),
            "015": ("条", "шт.", "piece"),
            "016": ("把", "шт.", "piece"),
            "017": ("块", "шт.", "piece"),
            "018": ("卷", "рул.", "roll"),
            "019": ("副", "пара", "pair"),
            "020": ("片", "шт.", "piece"),
            "021": ("组", "", ""),
            "022": ("份", "", ""),
            "023": ("幅", "", ""),
            "025": ("双", "пара", "pair"),
            "026": ("对", "", ""),
            "027": ("棵", "", ""),
            "028": ("株", "", ""),
            "030": ("米", "м", "metre"),
            "031": ("盘", "", ""),
            "032": ("平方米", "м²", "square metre"),
            "033": ("立方米", "м³", "cubic metre"),
            "034": ("筒", "", ""),
            "035": ("千克", "кг", "kilogram"),
            "036": ("克", "г", "gram"),
            "037": ("盆", "", ""),
            "040": ("百副", "", ""),
            "041": ("百支", "", ""),
            "043": ("百个", "", ""),
            "044": ("百片", "", ""),
            "050": ("千只", "", ""),
            "054": ("千个", "", ""),
            "061": ("千瓦", "", ""),
            "062": ("千瓦时", "", ""),
            "063": ("千升", "", ""),
            "070": ("吨", "т", "tonne"),
            "084": ("克拉", "", ""),
            "095": ("升", "л", "litre"),
            "096": ("毫升", "", ""),
            "120": ("箱", "ящ.", "carton"),
            "122": ("罐", "", ""),
            "123": ("桶", "", ""),
            "124": ("扎", "", ""),
            "125": ("包", "уп.", "pack"),
            "127": ("打", "", ""),
            "128": ("筐", "", ""),
            "130": ("匹", "", ""),
            "131": ("册", "", ""),
            "132": ("本", "", ""),
            "134": ("枚", "", ""),
            "135": ("捆", "", ""),
            "136": ("袋", "меш.", "bag"),
            "139": ("粒", "", ""),
            "140": ("盒", "кор.", "box"),
            "142": ("瓶", "бут.", "bottle"),
            "143": ("千支", "", ""),
            "147": ("千米", "", ""),
        },
        since=_SINCE,
        source="计量单位代码表, as two declarants' programs carry it alike",
    ),
)

PACKINGS: Final = CodeList(
    "包装种类代码表",
    named_rows(
        {
            "00": ("散装", "навалом", N_("In bulk")),
            "01": ("裸装", "без упаковки", N_("Unpacked")),
            "04": ("球状罐类", "", ""),
            "06": ("包/袋", "мешок", N_("Bags")),
            "22": ("纸制或纤维板制盒/箱", "картонная коробка", N_("Cardboard cartons")),
            "23": ("木制或竹藤等植物性材料制盒/箱", "деревянный ящик", N_("Wooden crates")),
            "29": ("其他材料制盒/箱", "ящик из прочих материалов", N_("Boxes of other materials")),
            "32": ("纸制或纤维板制桶", "картонный барабан", N_("Cardboard drums")),
            "33": ("木制或竹藤等植物性材料制桶", "деревянная бочка", N_("Wooden barrels")),
            "39": ("其他材料制桶", "бочка из прочих материалов", N_("Drums of other materials")),
            "92": ("再生木托", "поддон из древесных материалов", N_("Pallets of reclaimed wood")),
            "93": ("天然木托", "деревянный поддон", N_("Wooden pallets")),
            "98": ("植物性铺垫材料", "", ""),
            "99": ("其他包装", "прочая упаковка", N_("Other packing")),
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
