"""Countries and currencies of our trade, by the letters that the declaration carries.

Numeric codes (142 China, 145 Kazakhstan) remain in e-commerce messages only.
"""

from datetime import date
from typing import Final

from customs.codes.code import Code, CodeList, rows

_SINCE: Final = date(2019, 2, 1)
"""The day of the filling rules; the codes are older."""

COUNTRIES: Final = CodeList(
    "国别(地区)代码表",
    rows(
        {
            "CHN": "中国",
            "KAZ": "哈萨克斯坦",
            "KGZ": "吉尔吉斯斯坦",
            "RUS": "俄罗斯",
            "TJK": "塔吉克斯坦",
            "TKM": "土库曼斯坦",
            "UZB": "乌兹别克斯坦",
        },
        since=_SINCE,
        source="ISO 3166-1 alpha-3, as the declaration prints it",
    ),
)

CURRENCIES: Final = CodeList(
    "货币代码表",
    rows(
        {
            "CNY": "人民币",
            "EUR": "欧元",
            "KGS": "索姆",
            "KZT": "坚戈",
            "RUB": "俄罗斯卢布",
            "TJS": "索莫尼",
            "TMT": "马纳特",
            "USD": "美元",
            "UZS": "苏姆",
        },
        since=_SINCE,
        source="ISO 4217, as the declaration prints it",
    ),
)


def get_country(code: str, *, on: date) -> Code:
    """Return a country (国别, ISO 3166-1 alpha-3); raises `UnlistedCode`."""
    return COUNTRIES.get(code, on=on)


def get_currency(code: str, *, on: date) -> Code:
    """Return a currency (币制, ISO 4217); raises `UnlistedCode`."""
    return CURRENCIES.get(code, on=on)
