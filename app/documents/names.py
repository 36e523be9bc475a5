"""Names of countries, units and packings in the two languages of trade papers.

A code without names is a refusal: a paper never guesses a word. Units and packings are those of
`customs.codes`; countries are those of ISO 3166-1.
"""

from dataclasses import dataclass
from typing import Final

from app.kit.refusal import Refusal
from app.kit.words import N_
from customs import codes


class NoWordOnPapers(Refusal):
    """Trade papers have no word for a code in Chinese and Russian."""

    sentence = N_("Trade papers have no name for the code %(code)s (%(list)s).")


@dataclass(frozen=True, slots=True)
class Pair:
    """One thing named in the two languages of trade papers."""

    zh: str
    ru: str


COUNTRIES: Final = {
    "CN": Pair("中国", "Китай"),
    "KZ": Pair("哈萨克斯坦", "Казахстан"),
    "KG": Pair("吉尔吉斯斯坦", "Кыргызстан"),
    "UZ": Pair("乌兹别克斯坦", "Узбекистан"),
    "TJ": Pair("塔吉克斯坦", "Таджикистан"),
    "TM": Pair("土库曼斯坦", "Туркменистан"),
    "RU": Pair("俄罗斯", "Россия"),
}

COMPANY_NUMBERS: Final = {
    "CN": Pair("统一社会信用代码", "Единый код USCC"),
    "KZ": Pair("商业识别号", "БИН"),
    "KG": Pair("税号", "ИНН"),
    "UZ": Pair("税号", "ИНН"),
    "TJ": Pair("税号", "ИНН"),
    "TM": Pair("税号", "ИНН"),
    "RU": Pair("税号", "ИНН"),
}
"""What a country calls the number of a company."""

UNITS: Final = {row.code: Pair(row.name_zh, row.name_ru) for row in codes.UNITS if row.name_ru}
PACKINGS: Final = {
    row.code: Pair(row.name_zh, row.name_ru) for row in codes.PACKINGS if row.name_ru
}


def country(code: str) -> Pair:
    """Will name a country (ISO 3166-1 alpha-2); raises `NoWordOnPapers`."""
    return _word(COUNTRIES, code, "ISO 3166-1")


def company_number(country_code: str) -> Pair:
    """Will name a company's number in its country; raises `NoWordOnPapers`."""
    return _word(COMPANY_NUMBERS, country_code, "ISO 3166-1")


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
