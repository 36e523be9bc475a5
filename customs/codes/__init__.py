"""Dated lists of codes of the Chinese declaration."""

from customs.codes.code import Code, CodeList, UnlistedCode
from customs.codes.goods import PACKINGS, UNITS, get_packing, get_unit
from customs.codes.header import (
    LEVY_MODES,
    LEVY_NATURES,
    SUPERVISION_MODES,
    TRANSACTION_MODES,
    TRANSPORT_MODES,
    get_levy_mode,
    get_levy_nature,
    get_supervision_mode,
    get_transaction_mode,
    get_transport_mode,
)
from customs.codes.places import COUNTRIES, CURRENCIES, get_country, get_currency

__all__ = [
    "COUNTRIES",
    "CURRENCIES",
    "LEVY_MODES",
    "LEVY_NATURES",
    "PACKINGS",
    "SUPERVISION_MODES",
    "TRANSACTION_MODES",
    "TRANSPORT_MODES",
    "UNITS",
    "Code",
    "CodeList",
    "UnlistedCode",
    "get_country",
    "get_currency",
    "get_levy_mode",
    "get_levy_nature",
    "get_packing",
    "get_supervision_mode",
    "get_transaction_mode",
    "get_transport_mode",
    "get_unit",
]
