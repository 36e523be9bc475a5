"""Words of Chinese customs beside its codes, as the declaration prints them.

A code without a word here prints alone: the word beside a code is a help to the eye, and the code
is what is declared.
"""

from typing import Final

from app.countries.store import every_country
from app.reference import current
from app.reference.edition import ReferenceEdition

TRANSPORT: Final = {"2": "水路运输", "3": "铁路运输", "4": "公路运输", "5": "航空运输"}
SUPERVISION: Final = {
    "0110": "一般贸易",
    "4019": "边境小额",
    "9610": "跨境电商零售",
    "9710": "跨境电商B2B直接出口",
    "9810": "跨境电商出口海外仓",
}
LEVY_NATURE: Final = {"101": "一般征税", "601": "中外合资", "602": "中外合作", "603": "外资企业"}
LEVY_MODE: Final = {"1": "照章征税", "3": "全免"}
DELIVERY_GROUP: Final = {"1": "CIF", "2": "C&F", "3": "FOB", "4": "C&I", "7": "EXW"}
_DOLLAR: Final = {"USD": "美元"}


def currency_word(code: str) -> str:
    """Return the Chinese name of a currency; its code where no country of ours has it."""
    return {**_DOLLAR, **current.edition().derive(_currencies)}.get(code, code)


def country_word(code3: str) -> str:
    """Return the Chinese name of a country by its three letters; empty where there is none."""
    return current.edition().derive(_countries).get(code3, "")


def _currencies(edition: ReferenceEdition) -> dict[str, str]:
    return {each.currency.code: each.currency.zh for each in every_country(edition)}


def _countries(edition: ReferenceEdition) -> dict[str, str]:
    return {each.code3: each.paper_names.zh for each in every_country(edition)}
