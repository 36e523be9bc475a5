"""Rules that Chinese customs checks on an export declaration.

Numbers are our own (C: China); each rule names its source. A rule that blocks is arithmetic or a
limit of the form: a draft that breaks it is not issued. The others ask the declarant for what is
missing. A place is a path into the declaration; `customs.china.fields` names it.
"""

from customs.china.rules import cargo, fields, goods, parties, trade
from customs.china.rules.book import EXPORT
from customs.china.rules.cross_checks import CROSS_CHECKS, DocumentSet
from customs.china.rules.figures import GRAM, KILOGRAM, PRICE_DECIMALS

__all__ = [
    "CROSS_CHECKS",
    "EXPORT",
    "GRAM",
    "KILOGRAM",
    "PRICE_DECIMALS",
    "DocumentSet",
    "cargo",
    "fields",
    "goods",
    "parties",
    "trade",
]
