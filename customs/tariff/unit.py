"""Units in which a rate of the tariff counts goods.

List of units of the Union's commodity nomenclature (ТН ВЭД ЕАЭС); the codes are those that box 41
of the goods declaration carries. A rate's unit and the supplementary unit of its line are two
things: shoes are counted in pairs in both, clothing in pieces in one and kilograms in the other.
"""

from enum import Enum
from typing import Final

from customs.refusal import N_


class TariffUnit(Enum):
    """A unit: its code, its word in a rate (`за 1 пару`), and its translatable name."""

    KILOGRAM = ("166", "кг", N_("kg"))
    LITRE = ("112", "л", N_("litres"))
    PIECE = ("796", "шт", N_("pieces"))
    PAIR = ("715", "пару", N_("pairs"))
    SQUARE_METRE = ("055", "м²", N_("m²"))
    CUBIC_METRE = ("113", "м³", N_("m³"))
    CARAT = ("162", "кар", N_("carats"))
    ENGINE_CM3 = ("111", "см³ объема двигателя", N_("cm³ of engine volume"))

    def __init__(self, code: str, word: str, name_english: str) -> None:
        self.code = code
        self.word = word
        self.name_english = name_english


UNITS_BY_WORD: Final = {
    **{unit.word: unit for unit in TariffUnit},
    "шт.": TariffUnit.PIECE,
    "пара": TariffUnit.PAIR,
    "пар": TariffUnit.PAIR,
    "карат": TariffUnit.CARAT,
}
"""Every spelling of a unit that a rate may carry."""
