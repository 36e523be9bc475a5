"""The book of rules about export declarations, and what every rule of it uses."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from customs.china.declaration import DeclarationLine, ExportDeclaration, Quantity
from customs.refusal import N_
from customs.rules import Place, RuleBook

EXPORT: Final[RuleBook[ExportDeclaration]] = RuleBook()

HEADER: Final[Place] = N_("header")
FORM: Final = "海关总署公告2019年第18号, 报关单填制规范"
CLIENT: Final = "中国国际贸易单一窗口, checks of the client before sending"
SINCE: Final = date(2019, 2, 1)


def width(text: str) -> int:
    """Will give a text's length as the message counts it: a Chinese character is two."""
    return sum(1 if letter.isascii() else 2 for letter in text)


def place_of(line: DeclarationLine) -> Place:
    """Will name a line."""
    return str(line.number)


def quantities_of(line: DeclarationLine) -> Iterator[Quantity]:
    """Will give every quantity of a line that is told."""
    yield from (each for each in (line.statutory_1, line.statutory_2) if each is not None)
    yield line.declared
