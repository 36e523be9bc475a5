"""Rules about goods declarations (E), value sheets (D) and transit declarations (T).

Numbers are our own; each rule names its source. A rule that blocks is arithmetic or a limit of the
form; the others ask for what is missing.
"""

from customs.eaeu.rules import figures, goods, header, payments, value
from customs.eaeu.rules.book import DECLARATION, VALUE, SheetWithDeclaration
from customs.eaeu.rules.transit import TRANSIT

__all__ = [
    "DECLARATION",
    "TRANSIT",
    "VALUE",
    "SheetWithDeclaration",
    "figures",
    "goods",
    "header",
    "payments",
    "value",
]
