"""Rules: what is asked of a goods declaration (E), its value sheet (D) and a transit one (T).

Numbers are ours; each rule names where it was found. A rule that blocks is arithmetic or a limit
of the form; the others ask for what nobody has told yet.
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
