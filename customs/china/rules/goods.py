"""Rules about the goods: their code in the tariff of the day, and what it requires."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from customs.china.declaration import DeclarationLine, ExportDeclaration
from customs.china.elements import may_be_blank
from customs.china.fields import FIELDS, width
from customs.china.rules.book import CLIENT, EXPORT, FORM, SINCE, lines_of
from customs.identifiers import is_digits
from customs.rules import Place

CODE_DIGITS: Final = 10
_TARIFF: Final = "中华人民共和国进出口税则"
_CATALOGUE: Final = "规范申报目录"
_SHAPES: Final[Mapping[str, re.Pattern[str]]] = {
    "GTIN": re.compile(r"[0-9]{8}|[0-9]{12,13}"),
    "CAS": re.compile(r"[0-9]{2,7}-[0-9]{2}-[0-9]"),
}
"""Formats of elements whose names contain the key."""


@EXPORT.rule(
    "C11", "Each line needs the ten digits of its commodity code.", source=FORM, since=SINCE
)
def code_has_ten_digits(declaration: ExportDeclaration) -> Iterator[Place]:
    """Check field 34."""
    for place, line in lines_of(declaration):
        if not is_digits(line.code, CODE_DIGITS):
            yield f"{place}/code"


@EXPORT.rule("C12", "Each line needs its first statutory quantity.", source=FORM, since=SINCE)
def statutory_quantity_is_there(declaration: ExportDeclaration) -> Iterator[Place]:
    """Check field 36, first row."""
    for place, line in lines_of(declaration):
        if line.statutory_1 is None:
            yield f"{place}/statutory_1"


@EXPORT.rule(
    "C13",
    "The declared elements must all be given, but GTIN, CAS and 其他 only where there are such,"
    " in 255 characters (a Chinese one counts two).",
    source=f"{_CATALOGUE}; {CLIENT}",
    since=SINCE,
)
def elements_are_given(declaration: ExportDeclaration) -> Iterator[Place]:
    """Check field 35: each slot that is empty and must not be, and the length of all."""
    most = FIELDS["lines/elements"].most or 0
    for place, line in lines_of(declaration):
        if not line.elements or width("|".join(line.elements)) > most:
            yield f"{place}/elements"
        for number in _wanting(line):
            yield f"{place}/elements/{number}"


def _wanting(line: DeclarationLine) -> Iterator[int]:
    """Yield the numbers of the empty elements, without those that may be so."""
    slots = line.tariff.slots if line.tariff else ()
    optional = {number for number, slot in enumerate(slots, start=1) if may_be_blank(slot)}
    for number, value in enumerate(line.elements, start=1):
        if not value and number not in optional:
            yield number


@EXPORT.rule(
    "C32",
    "The code stands in the tariff of the day.",
    source=_TARIFF,
    since=SINCE,
)
def code_is_in_the_tariff(declaration: ExportDeclaration) -> Iterator[Place]:
    """Check field 34; a code without its digits is named by its own rule."""
    for place, line in lines_of(declaration):
        if line.tariff is None and is_digits(line.code, CODE_DIGITS):
            yield f"{place}/code"


@EXPORT.rule(
    "C33",
    "Statutory units are those of the code's line in the tariff.",
    source=_TARIFF,
    since=SINCE,
    blocks=True,
)
def units_are_the_tariffs(declaration: ExportDeclaration) -> Iterator[Place]:
    """Check field 36, first and second row."""
    for place, line in lines_of(declaration):
        if line.tariff is None:
            continue
        if line.statutory_1 is not None and line.statutory_1.unit != line.tariff.unit_1:
            yield f"{place}/statutory_1/unit"
        second = line.statutory_2
        if second is not None and line.tariff.unit_2 not in {"", second.unit}:
            yield f"{place}/statutory_2/unit"


@EXPORT.rule(
    "C34",
    "A second statutory quantity is given when the code's line in the tariff has a second unit,"
    " and only then.",
    source=_TARIFF,
    since=SINCE,
)
def second_quantity_fits_the_tariff(declaration: ExportDeclaration) -> Iterator[Place]:
    """Check field 36, second row."""
    for place, line in lines_of(declaration):
        if line.tariff and bool(line.tariff.unit_2) != (line.statutory_2 is not None):
            yield f"{place}/statutory_2"


@EXPORT.rule(
    "C35",
    "As many elements are declared as the code asks for; an empty one keeps its place.",
    source=_CATALOGUE,
    since=SINCE,
)
def elements_fill_the_slots(declaration: ExportDeclaration) -> Iterator[Place]:
    """Check field 35 against the slots of the code, where they are known."""
    for place, line in lines_of(declaration):
        slots = line.tariff.slots if line.tariff else ()
        if slots and line.elements and len(line.elements) != len(slots):
            yield f"{place}/elements"


@EXPORT.rule(
    "C36",
    "A GTIN has 8, 12 or 13 digits; a CAS number has its two hyphens.",
    source=CLIENT,
    since=SINCE,
)
def elements_have_their_shape(declaration: ExportDeclaration) -> Iterator[Place]:
    """Check the elements of field 35 that have a format."""
    for place, line in lines_of(declaration):
        yield from (f"{place}/elements/{slot}" for slot in _misshapen(line))


def _misshapen(line: DeclarationLine) -> Iterator[int]:
    slots = line.tariff.slots if line.tariff else ()
    for number, (slot, value) in enumerate(zip(slots, line.elements, strict=False), start=1):
        for name, shape in _SHAPES.items():
            if name in slot and value and shape.fullmatch(value) is None:
                yield number
