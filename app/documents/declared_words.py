"""Words of Chinese customs beside its codes, as the declaration prints them.

A code without a word here prints alone: the word beside a code is a help to the eye, and the code
is what is declared.
"""

from typing import Final

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
CURRENCY: Final = {"CNY": "人民币", "KZT": "坚戈", "KGS": "索姆", "USD": "美元", "EUR": "欧元"}
COUNTRY: Final = {
    "CHN": "中国",
    "KAZ": "哈萨克斯坦",
    "KGZ": "吉尔吉斯斯坦",
    "TJK": "塔吉克斯坦",
    "TKM": "土库曼斯坦",
    "UZB": "乌兹别克斯坦",
}
