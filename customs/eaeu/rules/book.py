"""The rule books of goods declaration and value sheet, and what all their rules use."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from customs.eaeu.declaration import GoodsDeclaration
from customs.eaeu.goods import GoodsItem
from customs.eaeu.value_sheet import ValueSheet
from customs.rules import Place, RuleBook


@dataclass(frozen=True, slots=True)
class SheetWithDeclaration:
    """A value sheet with the goods declaration that it belongs to."""

    value: ValueSheet
    declaration: GoodsDeclaration


DECLARATION: Final[RuleBook[GoodsDeclaration]] = RuleBook()
VALUE: Final[RuleBook[SheetWithDeclaration]] = RuleBook()

FORM: Final = "Commission of the Customs Union, decision 257 of 20 May 2010"
FORMAT: Final = (
    "Structure of the electronic declaration, EEC Collegium, decision 2 of 16 January 2018"
)
VALUE_FORM: Final = "EEC Collegium, decision 160 of 16 October 2018"
SINCE: Final = date(2022, 1, 1)
"""The first day on which the rules are known to be in force; they may be older."""
EXCHANGE_DECIMALS: Final = 4


def place_of(good: GoodsItem) -> Place:
    """Return the place of an item: its number."""
    return str(good.number)


def where(declaration: GoodsDeclaration, wrong: Callable[[GoodsItem], bool]) -> Iterator[Place]:
    """Yield the place of every item for which a check is true."""
    return (place_of(good) for good in declaration.goods if wrong(good))
