"""Rules: what is asked of a goods declaration (E), its value sheet (D) and a transit one (T).

Numbers are ours; each rule names where it was found. A rule that blocks is arithmetic or a limit
of the form; the others ask for what nobody has told yet.
"""

from customs.eaeu.rules.book import DECLARATION, VALUE, Sheets
from customs.eaeu.rules.figures import MASS_DIGITS
from customs.eaeu.rules.goods import CODE_DIGITS
from customs.eaeu.rules.header import OFFICE_DIGITS
from customs.eaeu.rules.payments import exchange_rate_fits
from customs.eaeu.rules.transit import TRANSIT
from customs.eaeu.rules.value import DOLLAR

__all__ = [
    "CODE_DIGITS",
    "DECLARATION",
    "DOLLAR",
    "MASS_DIGITS",
    "OFFICE_DIGITS",
    "TRANSIT",
    "VALUE",
    "Sheets",
    "exchange_rate_fits",
]
