"""What Chinese customs checks on an export declaration before it is taken.

Numbers are ours (C: China); each rule names where it was found. A rule that blocks is arithmetic:
a draft that breaks it is not issued. The others ask the declarant for what nobody has told yet.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final

from customs.china.declaration import DeclarationLine, ExportDeclaration, Quantity
from customs.china.lines import LINES_MAX
from customs.refusal import N_
from customs.rounding import exact_kg, half_up
from customs.rules import Place, RuleBook

HEADER: Final[Place] = N_("header")
_FORM: Final = "海关总署公告2019年第18号, 报关单填制规范"
_CLIENT: Final = "中国国际贸易单一窗口, checks of the client before sending"
_SINCE: Final = date(2019, 2, 1)

CODE_DIGITS: Final = 10
ELEMENTS_WIDTH_MAX: Final = 255
"""Length of 规格型号 in the message; a Chinese character counts two."""
PRICE_DECIMALS: Final = 4
WHOLE_UNITS: Final = frozenset({"001", "006", "007", "008"})
"""台, 套, 个, 只: never a part of one."""
KILOGRAM: Final = "035"
GRAM: Final = "036"
NUDE: Final = frozenset({"00", "01"})
"""散装 and 裸装: loose and unpacked goods count as one package."""
MARKS_WIDTH_MAX: Final = 400

EXPORT: Final[RuleBook[ExportDeclaration]] = RuleBook()


def width(text: str) -> int:
    """Will give a text's length as the message counts it: a Chinese character is two."""
    return sum(1 if letter.isascii() else 2 for letter in text)


def place_of(line: DeclarationLine) -> Place:
    """Will name a line."""
    return str(line.number)


def _quantities(line: DeclarationLine) -> Iterator[Quantity]:
    yield from (each for each in (line.statutory_1, line.statutory_2) if each is not None)
    yield line.declared


@EXPORT.rule(
    "C1",
    "Net weight may not be more than gross weight.",
    source=_FORM,
    since=_SINCE,
    blocks=True,
)
def net_within_gross(declaration: ExportDeclaration) -> Iterator[Place]:
    """Will check fields 25 and 26."""
    if declaration.net_g > declaration.gross_g:
        yield HEADER


@EXPORT.rule(
    "C2",
    "The lines' net weights must add up to the net weight of the header.",
    source=_CLIENT,
    since=_SINCE,
    blocks=True,
)
def lines_weigh_as_header(declaration: ExportDeclaration) -> Iterator[Place]:
    """Will check field 26 against the lines, to the gram."""
    if sum(line.net_g for line in declaration.lines) != declaration.net_g:
        yield HEADER


@EXPORT.rule(
    "C3",
    "There must be at least one package, and just one when goods are loose or unpacked.",
    source=_CLIENT,
    since=_SINCE,
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
    source=_CLIENT,
    since=_SINCE,
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
    source=_CLIENT,
    since=_SINCE,
    blocks=True,
)
def figures_are_positive(declaration: ExportDeclaration) -> Iterator[Place]:
    """Will check fields 36 to 38."""
    for line in declaration.lines:
        amounts = [quantity.amount for quantity in _quantities(line)]
        if min(*amounts, line.unit_price.amount, line.total.amount, Decimal(line.net_g)) <= 0:
            yield place_of(line)


@EXPORT.rule(
    "C6",
    "Price and quantity must give the total, to the rounding of the price.",
    source=_CLIENT,
    since=_SINCE,
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
    source=_CLIENT,
    since=_SINCE,
    blocks=True,
)
def pieces_are_whole(declaration: ExportDeclaration) -> Iterator[Place]:
    """Will check the units 台, 套, 个 and 只 of field 36."""
    for line in declaration.lines:
        counted = [each for each in _quantities(line) if each.unit in WHOLE_UNITS]
        if any(each.amount != each.amount.to_integral_value() for each in counted):
            yield place_of(line)


@EXPORT.rule(
    "C8",
    "A quantity in kilograms or grams must be the line's net weight.",
    source=_CLIENT,
    since=_SINCE,
    blocks=True,
)
def kilograms_are_net(declaration: ExportDeclaration) -> Iterator[Place]:
    """Will check quantities whose unit is 千克 or 克 against what was weighed."""
    for line in declaration.lines:
        weights = {KILOGRAM: exact_kg(line.net_g), GRAM: Decimal(line.net_g)}
        if any(each.amount != weights.get(each.unit, each.amount) for each in _quantities(line)):
            yield place_of(line)


@EXPORT.rule(
    "C9",
    "All lines of a declaration are in one currency.",
    source=_CLIENT,
    since=_SINCE,
    blocks=True,
)
def one_currency(declaration: ExportDeclaration) -> Iterator[Place]:
    """Will check field 39: mixed currencies are allowed by the form, and warned of everywhere."""
    if len({line.total.currency for line in declaration.lines}) > 1:
        yield HEADER


@EXPORT.rule(
    "C10",
    "The goods' final destination must be the country of arrival.",
    source=_CLIENT,
    since=_SINCE,
    blocks=True,
)
def destination_is_arrival(declaration: ExportDeclaration) -> Iterator[Place]:
    """Will check field 41 against field 20."""
    for line in declaration.lines:
        if line.destination != declaration.arrival_country:
            yield place_of(line)


@EXPORT.rule(
    "C11", "Each line needs the ten digits of its commodity code.", source=_FORM, since=_SINCE
)
def code_has_ten_digits(declaration: ExportDeclaration) -> Iterator[Place]:
    """Will check field 34."""
    for line in declaration.lines:
        if len(line.code) != CODE_DIGITS or not (line.code.isascii() and line.code.isdigit()):
            yield place_of(line)


@EXPORT.rule("C12", "Each line needs its first statutory quantity.", source=_FORM, since=_SINCE)
def statutory_quantity_is_there(declaration: ExportDeclaration) -> Iterator[Place]:
    """Will check field 36, first row."""
    yield from (place_of(line) for line in declaration.lines if line.statutory_1 is None)


@EXPORT.rule(
    "C13",
    "The declared elements must all be given, in 255 characters (a Chinese one counts two).",
    source="规范申报目录; " + _CLIENT,
    since=_SINCE,
)
def elements_are_given(declaration: ExportDeclaration) -> Iterator[Place]:
    """Will check field 35."""
    for line in declaration.lines:
        given = bool(line.elements) and all(line.elements)
        if not given or width("|".join(line.elements)) > ELEMENTS_WIDTH_MAX:
            yield place_of(line)


@EXPORT.rule(
    "C14",
    "Each line needs the five digits of its domestic source.",
    source=_FORM,
    since=_SINCE,
)
def source_has_five_digits(declaration: ExportDeclaration) -> Iterator[Place]:
    """Will check field 42."""
    yield from (place_of(line) for line in declaration.lines if not line.domestic_source)


@EXPORT.rule(
    "C15",
    "The header needs its office of exit, port of exit and destination port.",
    source=_FORM,
    since=_SINCE,
)
def ports_are_named(declaration: ExportDeclaration) -> Iterator[Place]:
    """Will check fields 4, 21 and 22."""
    if not all((declaration.exit_customs, declaration.destination_port, declaration.exit_port)):
        yield HEADER


@EXPORT.rule(
    "C16",
    "One producer or domestic seller must be named.",
    source=_FORM,
    since=_SINCE,
)
def producer_is_named(declaration: ExportDeclaration) -> Iterator[Place]:
    """Will check field 13."""
    if declaration.producer is None:
        yield HEADER


@EXPORT.rule(
    "C17",
    "The shipping marks must fit in 400 characters.",
    source=_CLIENT,
    since=_SINCE,
)
def marks_fit(declaration: ExportDeclaration) -> Iterator[Place]:
    """Will check field 32."""
    if width(" ".join(declaration.marks)) > MARKS_WIDTH_MAX:
        yield HEADER
