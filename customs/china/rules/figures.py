"""Rules about figures: they block, since a draft that breaks one contradicts itself."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from customs.china.declaration import ExportDeclaration
from customs.china.lines import LINES_MAX
from customs.china.rules.book import (
    CLIENT,
    EXPORT,
    FORM,
    SINCE,
    lines_of,
    quantities_of,
)
from customs.rounding import exact_kg, fits, half_up
from customs.rules import Place

PRICE_DECIMALS: Final = 4
WHOLE_UNITS: Final = frozenset({"001", "006", "007", "008"})
"""台, 套, 个, 只: never a part of one."""
KILOGRAM: Final = "035"
GRAM: Final = "036"
NUDE: Final = frozenset({"00", "01"})
"""散装 and 裸装: loose and unpacked goods count as one package."""
_QUANTITY: Final = (14, 5)
_PRICE: Final = (15, PRICE_DECIMALS)
_TOTAL: Final = (15, 2)
"""Digits before and after the decimal point in the message."""
_PACKAGES_MAX: Final = 999_999_999


@EXPORT.rule(
    "C1",
    "Net weight may not be more than gross weight.",
    source=FORM,
    since=SINCE,
    blocks=True,
)
def net_within_gross(declaration: ExportDeclaration) -> Iterator[Place]:
    """Check fields 25 and 26."""
    if declaration.net_g > declaration.gross_g:
        yield "net_g"


@EXPORT.rule(
    "C2",
    "The lines' net weights must add up to the net weight of the header.",
    source=CLIENT,
    since=SINCE,
    blocks=True,
)
def lines_weigh_as_header(declaration: ExportDeclaration) -> Iterator[Place]:
    """Check field 26 against the lines, to the gram."""
    if sum(line.net_g for line in declaration.lines) != declaration.net_g:
        yield "net_g"


@EXPORT.rule(
    "C3",
    "There must be at least one package, and just one when goods are loose or unpacked.",
    source=CLIENT,
    since=SINCE,
    blocks=True,
)
def packages_fit_packing(declaration: ExportDeclaration) -> Iterator[Place]:
    """Check fields 23 and 24."""
    nude = declaration.packing in NUDE and declaration.packages != 1
    if not 1 <= declaration.packages <= _PACKAGES_MAX or nude:
        yield "packages"


@EXPORT.rule(
    "C4",
    "A declaration has between 1 and 50 lines, numbered from 1 without gaps.",
    source=CLIENT,
    since=SINCE,
    blocks=True,
)
def lines_are_numbered(declaration: ExportDeclaration) -> Iterator[Place]:
    """Check field 33."""
    if not 1 <= len(declaration.lines) <= LINES_MAX:
        yield "lines"
    for number, (place, line) in enumerate(lines_of(declaration), start=1):
        if line.number != number:
            yield f"{place}/number"


@EXPORT.rule(
    "C5",
    "Quantity, price and total must be above zero.",
    source=CLIENT,
    since=SINCE,
    blocks=True,
)
def figures_are_positive(declaration: ExportDeclaration) -> Iterator[Place]:
    """Check fields 36 to 38."""
    for place, line in lines_of(declaration):
        for where, quantity in quantities_of(place, line):
            if quantity.amount <= 0:
                yield f"{where}/amount"
        if line.unit_price.amount <= 0:
            yield f"{place}/unit_price"
        if line.total.amount <= 0:
            yield f"{place}/total"
        if line.net_g <= 0:
            yield f"{place}/net_g"


@EXPORT.rule(
    "C6",
    "Price and quantity must give the total, to the rounding of the price.",
    source=CLIENT,
    since=SINCE,
    blocks=True,
)
def price_gives_total(declaration: ExportDeclaration) -> Iterator[Place]:
    """Check 36 × 37 = 38 either way: the total from the price, or the price from the total."""
    for place, line in lines_of(declaration):
        quantity, price, total = line.declared.amount, line.unit_price.amount, line.total.amount
        forwards = half_up(price * quantity, 2) == total
        if not forwards and (not quantity or half_up(total / quantity, PRICE_DECIMALS) != price):
            yield f"{place}/total"


@EXPORT.rule(
    "C7",
    "Machines, sets and pieces are counted whole.",
    source=CLIENT,
    since=SINCE,
    blocks=True,
)
def pieces_are_whole(declaration: ExportDeclaration) -> Iterator[Place]:
    """Check the units 台, 套, 个 and 只 of field 36."""
    for place, line in lines_of(declaration):
        for where, quantity in quantities_of(place, line):
            amount = quantity.amount
            if quantity.unit in WHOLE_UNITS and amount != amount.to_integral_value():
                yield f"{where}/amount"


@EXPORT.rule(
    "C8",
    "A quantity in kilograms or grams must be the line's net weight.",
    source=CLIENT,
    since=SINCE,
    blocks=True,
)
def kilograms_are_net(declaration: ExportDeclaration) -> Iterator[Place]:
    """Check quantities in 千克 or 克 against the net weight."""
    for place, line in lines_of(declaration):
        weights = {KILOGRAM: exact_kg(line.net_g), GRAM: Decimal(line.net_g)}
        for where, quantity in quantities_of(place, line):
            if quantity.amount != weights.get(quantity.unit, quantity.amount):
                yield f"{where}/amount"


@EXPORT.rule(
    "C9",
    "All prices and totals of a declaration are in one currency.",
    source=CLIENT,
    since=SINCE,
    blocks=True,
)
def one_currency(declaration: ExportDeclaration) -> Iterator[Place]:
    """Check field 39: mixed currencies are allowed by the form, and warned of everywhere."""
    for place, line in lines_of(declaration):
        if line.total.currency != declaration.lines[0].total.currency:
            yield f"{place}/total/currency"
        if line.unit_price.currency != line.total.currency:
            yield f"{place}/unit_price/currency"


@EXPORT.rule(
    "C10",
    "The goods' final destination is, as a rule, the country of arrival.",
    source=CLIENT,
    since=SINCE,
)
def destination_is_arrival(declaration: ExportDeclaration) -> Iterator[Place]:
    """Check field 41 against field 20; the client only warns of it."""
    for place, line in lines_of(declaration):
        if line.destination != declaration.arrival_country:
            yield f"{place}/destination"


@EXPORT.rule(
    "C31",
    "Quantities have at most 14 digits before and 5 behind the point, prices 15 and 4, totals 15"
    " and 2.",
    source=CLIENT,
    since=SINCE,
    blocks=True,
)
def figures_fit(declaration: ExportDeclaration) -> Iterator[Place]:
    """Check fields 36 to 38 against the room that the message has."""
    for place, line in lines_of(declaration):
        for where, quantity in quantities_of(place, line):
            if not fits(quantity.amount, *_QUANTITY):
                yield f"{where}/amount"
        if not fits(line.unit_price.amount, *_PRICE):
            yield f"{place}/unit_price"
        if not fits(line.total.amount, *_TOTAL):
            yield f"{place}/total"
