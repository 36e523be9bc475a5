"""What Chinese customs checks on an export declaration before it is taken.

Numbers are ours (C: China); each rule names where it was found. A rule that blocks is arithmetic:
a draft that breaks it is not issued. The others ask the declarant for what nobody has told yet.
"""

from customs.china.rules.book import EXPORT, HEADER, place_of, width
from customs.china.rules.cargo import SCALES
from customs.china.rules.cross import CROSS, Beside
from customs.china.rules.fields import CODE_DIGITS
from customs.china.rules.figures import GRAM, KILOGRAM, PRICE_DECIMALS
from customs.china.rules.trade import GENERAL

__all__ = [
    "CODE_DIGITS",
    "CROSS",
    "EXPORT",
    "GENERAL",
    "GRAM",
    "HEADER",
    "KILOGRAM",
    "PRICE_DECIMALS",
    "SCALES",
    "Beside",
    "place_of",
    "width",
]
