"""Numbers of the Union's lists of codes, which the register's XML states with each code.

Numbers seen in national systems' front ends; where none was seen it is a dash, never a guess.
"""

from typing import Final

UNKNOWN: Final = "-"
PROCEDURES: Final = "2002"
TRANSPORT_MODES: Final = "2004"
VALUATION_METHODS: Final = "2005"
PREFERENCES: Final = "2008"
DOCUMENTS: Final = "2009"
PAYMENTS: Final = "2010"
PAYMENT_FEATURES: Final = "2011"
PACKAGES: Final = "2013"
COUNTRIES: Final = "2021"
CURRENCIES: Final = UNKNOWN
UNITS: Final = UNKNOWN
TERMS: Final = UNKNOWN
PAYMENT_WAYS: Final = UNKNOWN
SECURITY: Final = UNKNOWN
MOVE_FEATURES: Final = UNKNOWN
PLACES: Final = UNKNOWN
DECLARING_FEATURES: Final = UNKNOWN
