"""Names of units and packings in the two languages of trade papers.

A code that is not here is a refusal: a paper never guesses a word. The codes are those of Chinese
customs (计量单位代码表, 包装种类代码表); the words beside them are ours. Countries are named in
their own rows (`app/countries`).
"""

from dataclasses import dataclass
from typing import Final

from app.kit.refusal import Refusal
from app.kit.words import N_


class NoWordOnPapers(Refusal):
    """Trade papers have no word for a code in Chinese and Russian."""

    code = "paper.no_word_on_papers"
    sentence = N_("Trade papers have no name for the code %(code)s (%(list)s).")


@dataclass(frozen=True, slots=True)
class Pair:
    """One thing named in the two languages of trade papers."""

    zh: str
    ru: str


UNITS: Final = {
    "001": Pair("台", "шт."),
    "006": Pair("套", "компл."),
    "007": Pair("个", "шт."),
    "008": Pair("只", "шт."),
    "010": Pair("张", "лист"),
    "011": Pair("件", "шт."),
    "012": Pair("支", "шт."),
    "013": Pair("枝", "шт."),
    "014": Pair("根", "шт."),
    "015": Pair("条", "шт."),
    "016": Pair("把", "шт."),
    "017": Pair("块", "шт."),
    "018": Pair("卷", "рул."),
    "019": Pair("副", "пара"),
    "020": Pair("片", "шт."),
    "025": Pair("双", "пара"),
    "030": Pair("米", "м"),
    "032": Pair("平方米", "м²"),
    "033": Pair("立方米", "м³"),
    "035": Pair("千克", "кг"),
    "036": Pair("克", "г"),
    "070": Pair("吨", "т"),
    "095": Pair("升", "л"),
    "120": Pair("箱", "ящ."),
    "125": Pair("包", "уп."),
    "136": Pair("袋", "меш."),
    "140": Pair("盒", "кор."),
    "142": Pair("瓶", "бут."),
}

PACKINGS: Final = {
    "00": Pair("散装", "навалом"),
    "01": Pair("裸装", "без упаковки"),
    "06": Pair("包/袋", "мешок"),
    "22": Pair("纸制或纤维板制盒/箱", "картонная коробка"),
    "23": Pair("木制或竹藤等植物性材料制盒/箱", "деревянный ящик"),
    "29": Pair("其他材料制盒/箱", "ящик из прочих материалов"),
    "32": Pair("纸制或纤维板制桶", "картонный барабан"),
    "33": Pair("木制或竹藤等植物性材料制桶", "деревянная бочка"),
    "39": Pair("其他材料制桶", "бочка из прочих материалов"),
    "92": Pair("再生木托", "поддон из древесных материалов"),
    "93": Pair("天然木托", "деревянный поддон"),
    "99": Pair("其他包装", "прочая упаковка"),
}


def unit(code: str) -> Pair:
    """Will name a unit (three digits of Chinese customs); raises `NoWordOnPapers`."""
    return _word(UNITS, code, "计量单位")


def packing(code: str) -> Pair:
    """Will name a packing type (two digits of Chinese customs); raises `NoWordOnPapers`."""
    return _word(PACKINGS, code, "包装种类")


def _word(words: dict[str, Pair], code: str, list_name: str) -> Pair:
    if code not in words:
        raise NoWordOnPapers(code=code, list=list_name)
    return words[code]
