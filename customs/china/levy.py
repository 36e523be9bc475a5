"""Tables of levy natures, levy modes and delivery groups.

Codes are those of the lists 监管方式代码表, 征免性质代码表 and 成交方式代码表. Where a
table has no answer it is an empty text, which the declarant fills in.
"""

from typing import Final

GENERAL_TRADE: Final = "0110"
"""一般贸易: sold under a contract to a company abroad that pays by bank transfer."""
ROAD: Final = "4"
"""公路运输."""
TAXED_AS_LISTED: Final = "1"
"""照章征税: the levy mode of taxed general trade."""

_NATURE_BY_OWNERSHIP: Final = {
    "1": "101",
    "2": "602",
    "3": "601",
    "4": "603",
    "5": "101",
    "6": "101",
}
"""By the sixth character of the consignor's customs code; checked by the client."""
_NATURE_BY_MODE: Final = {"1300": "299", "1427": "299", "3339": "101", "4561": "299"}
"""Of modes that have one levy nature; checked by the client."""
_LEVY_MODES: Final = {
    (GENERAL_TRADE, "101"): TAXED_AS_LISTED,
    (GENERAL_TRADE, "601"): TAXED_AS_LISTED,
    (GENERAL_TRADE, "602"): TAXED_AS_LISTED,
    (GENERAL_TRADE, "603"): TAXED_AS_LISTED,
    ("0214", "502"): "3",
    ("0615", "503"): "3",
    ("3100", "299"): "3",
}
"""征免 by 监管方式 and 征免性质; checked by the client."""

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
"""成交方式 of a term of Incoterms 2020; from practice, to be confirmed on lodging."""

_OWNERSHIP_AT: Final = 5


def levy_nature(customs_code: str, *, mode: str = GENERAL_TRADE) -> str:
    """Return the levy nature (征免性质) of a supervision mode and a consignor.

    Return an empty text when the tables do not determine it.
    """
    if mode == GENERAL_TRADE:
        ownership = customs_code[_OWNERSHIP_AT : _OWNERSHIP_AT + 1]
        return _NATURE_BY_OWNERSHIP.get(ownership, "")
    return _NATURE_BY_MODE.get(mode, "")


def levy_mode(mode: str, nature: str) -> str:
    """Return the levy mode (征免) of a supervision mode and a levy nature.

    Return an empty text when the tables do not determine it.
    """
    return _LEVY_MODES.get((mode, nature), "")


def delivery_group(term: str) -> str:
    """Return the delivery group (成交方式) of an Incoterms code, or an empty text."""
    return _DELIVERY_GROUPS.get(term, "")
