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
    HEADER,
    SINCE,
    place_of,
    quantities_of,
)
from customs.rounding import exact_kg, half_up
from customs.rules import Place

PRICE_DECIMALS: Final = 4
WHOLE_UNITS: Final = frozenset({"001", "006", "007", "008"})
"""台, 套, 个, 只: never a part of one."""
KILOGRAM: Final = "035"
GRAM: Final = "036"
NUDE: Final = frozenset({"00", "01"})
"""散装 and 裸装: loose and unpacked goods count as one package."""


@EXPORT.rule(
    "C1",
    "Net weight may not be more than gross weight.",
    source=FORM,
    since=SINCE,
    blocks=True,
)
def net_within_gross(declaration: ExportDeclaration) -> Iterator[Place]:
    """Will check fields 25 and 26."""
    if declaration.net_g > declaration.gross_g:
        yield HEADER


@EXPORT.rule(
    "C2",
    "The lines' net weights must add up to the net weight of the header.",
    source=CLIENT,
    since=SINCE,
    blocks=True,
)
def lines_weigh_as_header(declaration: ExportDeclaration) -> Iterator[Place]:
    """Will check field 26 against the lines, to the gram."""
    if sum(line.net_g for line in declaration.lines) != declaration.net_g:
        yield HEADER


@EXPORT.rule(
    "C3",
    "There must be at least one package, and just one when goods are loose or unpacked.",
    source=CLIENT,
    since=SINCE,
    blocks=True,
)
def packages_fit_packing(declaration: ExportDeclaration) -> Iterator[Place]:
    """Will check fields 23 and 24."""
    nude = declaration.packing in NUDE and declaration.packages != 1
    if declaration.packages < 1 or nude:
        yield HEADER


@EXPORT.rule(
    "C4",
    "A declaration has between 1 and 50 lines, numbered from 1 without gaps.",
    source=CLIENT,
    since=SINCE,
    blocks=True,
)
def lines_are_numbered(declaration: ExportDeclaration) -> Iterator[Place]:
    """Will check field 33."""
    numbers = [line.number for line in declaration.lines]
    if numbers != list(range(1, len(numbers) + 1)) or not 1 <= len(numbers) <= LINES_MAX:
        yield HEADER


@EXPORT.rule(
    "C5",
    "Quantity, price and total must be above zero.",
    source=CLIENT,
    since=SINCE,
    blocks=True,
)
def figures_are_positive(declaration: ExportDeclaration) -> Iterator[Place]:
    """Will check fields 36 to 38."""
    for line in declaration.lines:
        amounts = [quantity.amount for quantity in quantities_of(line)]
        if min(*amounts, line.unit_price.amount, line.total.amount, Decimal(line.net_g)) <= 0:
            yield place_of(line)


@EXPORT.rule(
    "C6",
    "Price and quantity must give the total, to the rounding of the price.",
    source=CLIENT,
    since=SINCE,
    blocks=True,
)
def price_gives_total(declaration: ExportDeclaration) -> Iterator[Place]:
    """Will check 37 × 36 = 38 either way: the total from the price, or the price from the total."""
    for line in declaration.lines:
        quantity, price, total = line.declared.amount, line.unit_price.amount, line.total.amount
        forwards = half_up(price * quantity, 2) == total
        if not forwards and (not quantity or half_up(total / quantity, PRICE_DECIMALS) != price):
            yield place_of(line)


@EXPORT.rule(
    "C7",
    "Machines, sets and pieces are counted whole.",
    source=CLIENT,
    since=SINCE,
    blocks=True,
)
def pieces_are_whole(declaration: ExportDeclaration) -> Iterator[Place]:
    """Will check the units 台, 套, 个 and 只 of field 36."""
    for line in declaration.lines:
        counted = [each for each in quantities_of(line) if each.unit in WHOLE_UNITS]
        if any(each.amount != each.amount.to_integral_value() for each in counted):
            yield place_of(line)


@EXPORT.rule(
    "C8",
    "A quantity in kilograms or grams must be the line's net weight.",
    source=CLIENT,
    since=SINCE,
    blocks=True,
)
def kilograms_are_net(declaration: ExportDeclaration) -> Iterator[Place]:
    """Will check quantities whose unit is 千克 or 克 against what was weighed."""
    for line in declaration.lines:
        weights = {KILOGRAM: exact_kg(line.net_g), GRAM: Decimal(line.net_g)}
        if any(each.amount != weights.get(each.unit, each.amount) for each in quantities_of(line)):
            yield place_of(line)


@EXPORT.rule(
    "C9",
    "All lines of a declaration are in one currency.",
    source=CLIENT,
    since=SINCE,
    blocks=True,
)
def one_currency(declaration: ExportDeclaration) -> Iterator[Place]:
    """Will check field 39: mixed currencies are allowed by the form, and warned of everywhere."""
    if len({line.total.currency for line in declaration.lines}) > 1:
        yield HEADER


@EXPORT.rule(
    "C10",
    "The goods' final destination must be the country of arrival.",
    source=CLIENT,
    since=SINCE,
    blocks=True,
)
def destination_is_arrival(declaration: ExportDeclaration) -> Iterator[Place]:
    """Will check field 41 against field 20."""
    for line in declaration.lines:
        if line.destination != declaration.arrival_country:
            yield place_of(line)
