"""The rule book of export declarations, and what all its rules use."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from customs.china.declaration import DeclarationLine, ExportDeclaration, Quantity
from customs.rules import Place, RuleBook

EXPORT: Final[RuleBook[ExportDeclaration]] = RuleBook()

FORM: Final = "海关总署公告2019年第18号, 报关单填制规范"
CLIENT: Final = "中国国际贸易单一窗口, checks of the client before sending"
SINCE: Final = date(2019, 2, 1)


def lines_of(declaration: ExportDeclaration) -> Iterator[tuple[Place, DeclarationLine]]:
    """Yield every line with its place."""
    for number, line in enumerate(declaration.lines, start=1):
        yield f"lines/{number}", line


def quantities_of(place: Place, line: DeclarationLine) -> Iterator[tuple[Place, Quantity]]:
    """Yield every quantity of a line that is given, with its place."""
    quantities = {
        "statutory_1": line.statutory_1,
        "statutory_2": line.statutory_2,
        "declared": line.declared,
    }
    for name, quantity in quantities.items():
        if quantity is not None:
            yield f"{place}/{name}", quantity
