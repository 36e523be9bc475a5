"""What Chinese customs checks on an export declaration before it is taken.

Numbers are ours (C: China); each rule names where it was found. A rule that blocks is arithmetic:
a draft that breaks it is not issued. The others ask the declarant for what nobody has told yet.
"""

from customs.china.rules.book import EXPORT, HEADER, place_of, width
from customs.china.rules.fields import CODE_DIGITS
from customs.china.rules.figures import GRAM, KILOGRAM, PRICE_DECIMALS

__all__ = [
    "CODE_DIGITS",
    "EXPORT",
    "GRAM",
    "HEADER",
    "KILOGRAM",
    "PRICE_DECIMALS",
    "place_of",
    "width",
]
