"""Rules about fields: most ask the declarant for what nobody has told yet."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Final

from customs import codes
from customs.china.declaration import DeclarationLine, ExportDeclaration
from customs.china.rules.book import (
    CLIENT,
    EXPORT,
    FORM,
    HEADER,
    SINCE,
    place_of,
    quantities_of,
    width,
)
from customs.codes import Code, UnknownCode
from customs.rules import Place

CODE_DIGITS: Final = 10
ELEMENTS_WIDTH_MAX: Final = 255
"""Length of 规格型号 in the message; a Chinese character counts two."""
MARKS_WIDTH_MAX: Final = 400


@EXPORT.rule(
    "C11", "Each line needs the ten digits of its commodity code.", source=FORM, since=SINCE
)
def code_has_ten_digits(declaration: ExportDeclaration) -> Iterator[Place]:
    """Will check field 34."""
    for line in declaration.lines:
        if len(line.code) != CODE_DIGITS or not (line.code.isascii() and line.code.isdigit()):
            yield place_of(line)


@EXPORT.rule("C12", "Each line needs its first statutory quantity.", source=FORM, since=SINCE)
def statutory_quantity_is_there(declaration: ExportDeclaration) -> Iterator[Place]:
    """Will check field 36, first row."""
    yield from (place_of(line) for line in declaration.lines if line.statutory_1 is None)


@EXPORT.rule(
    "C13",
    "The declared elements must all be given, in 255 characters (a Chinese one counts two).",
    source="规范申报目录; " + CLIENT,
    since=SINCE,
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
    source=FORM,
    since=SINCE,
)
def source_has_five_digits(declaration: ExportDeclaration) -> Iterator[Place]:
    """Will check field 42."""
    yield from (place_of(line) for line in declaration.lines if not line.domestic_source)


@EXPORT.rule(
    "C15",
    "The header needs its office of exit, port of exit and destination port.",
    source=FORM,
    since=SINCE,
)
def ports_are_named(declaration: ExportDeclaration) -> Iterator[Place]:
    """Will check fields 4, 21 and 22."""
    if not all((declaration.exit_customs, declaration.destination_port, declaration.exit_port)):
        yield HEADER


@EXPORT.rule(
    "C16",
    "One producer or domestic seller must be named.",
    source=FORM,
    since=SINCE,
)
def producer_is_named(declaration: ExportDeclaration) -> Iterator[Place]:
    """Will check field 13."""
    if declaration.producer is None:
        yield HEADER


@EXPORT.rule(
    "C17",
    "The shipping marks must fit in 400 characters.",
    source=CLIENT,
    since=SINCE,
)
def marks_fit(declaration: ExportDeclaration) -> Iterator[Place]:
    """Will check field 32."""
    if width(" ".join(declaration.marks)) > MARKS_WIDTH_MAX:
        yield HEADER


@EXPORT.rule(
    "C18",
    "Every code that is given must stand in its list of codes on the day.",
    source=FORM,
    since=SINCE,
    blocks=True,
)
def codes_are_listed(declaration: ExportDeclaration) -> Iterator[Place]:
    """Will check fields 9, 14, 15, 19, 20, 23, 27, 36, 39, 41 and 43; a blank code passes."""
    day = declaration.declared_on
    if not all(_is_listed(get, code, day) for get, code in _header_codes(declaration)):
        yield HEADER
    for line in declaration.lines:
        if not all(_is_listed(get, code, day) for get, code in _line_codes(line)):
            yield place_of(line)


_Get = Callable[..., Code]


def _header_codes(declaration: ExportDeclaration) -> Iterator[tuple[_Get, str]]:
    yield codes.get_transport_mode, declaration.transport_mode
    yield codes.get_supervision_mode, declaration.supervision_mode
    yield codes.get_levy_nature, declaration.levy_nature
    yield codes.get_country, declaration.trading_country
    yield codes.get_country, declaration.arrival_country
    yield codes.get_transaction_mode, declaration.delivery_group
    for packing in (declaration.packing, *declaration.other_packings):
        yield codes.get_packing, packing


def _line_codes(line: DeclarationLine) -> Iterator[tuple[_Get, str]]:
    for quantity in quantities_of(line):
        yield codes.get_unit, quantity.unit
    yield codes.get_currency, line.total.currency.code
    yield codes.get_country, line.destination
    yield codes.get_levy_mode, line.levy_mode


def _is_listed(get: _Get, code: str, day: date) -> bool:
    try:
        return not code or bool(get(code, on=day))
    except UnknownCode:
        return False
