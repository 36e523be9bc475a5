"""Which supervision mode, levy nature and delivery group a sale of ours has: dated tables.

Codes are those of the lists 监管方式代码表, 征免性质代码表 and 成交方式代码表. What a table does
not hold is an empty text: the declarant fills it in.
"""

from typing import Final

GENERAL_TRADE: Final = "0110"
"""一般贸易: sold under a contract to a company abroad that pays by bank transfer."""
ROAD: Final = "4"
"""公路运输."""
TAXED_AS_LISTED: Final = "1"
"""照章征税: what general trade of any levy nature below is declared with."""

_LEVY_NATURE_BY_OWNERSHIP: Final = {
    "1": "101",
    "2": "602",
    "3": "601",
    "4": "603",
    "5": "101",
    "6": "101",
}
"""By the sixth character of the consignor's customs code; checked so by the client."""

_DELIVERY_GROUPS: Final = {
    "EXW": "7",
    "FCA": "3",
    "FAS": "3",
    "FOB": "3",
    "CFR": "2",
    "CPT": "2",
    "CIF": "1",
    "CIP": "1",
    "DAP": "1",
    "DPU": "1",
    "DDP": "1",
}
"""成交方式 of a term of Incoterms 2020; from memory of the trade, to be confirmed on lodging."""

_OWNERSHIP_AT: Final = 5


def levy_nature(customs_code: str) -> str:
    """Will give 征免性质 of general trade for a consignor; empty when it cannot be told."""
    return _LEVY_NATURE_BY_OWNERSHIP.get(customs_code[_OWNERSHIP_AT : _OWNERSHIP_AT + 1], "")


def delivery_group(term: str) -> str:
    """Will give 成交方式 of a delivery term; empty for one that the table does not hold."""
    return _DELIVERY_GROUPS.get(term, "")
