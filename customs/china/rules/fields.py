"""Rules about required fields, their codes, formats and lengths."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Final

from customs import codes
from customs.china.declaration import DeclarationLine, ExportDeclaration
from customs.china.fields import FIELDS, width
from customs.china.rules.book import CLIENT, EXPORT, FORM, SINCE, lines_of, quantities_of
from customs.china.shipping_marks import format_marks
from customs.codes import Code, UnlistedCode
from customs.rules import Place

OFFICE_DIGITS: Final = 4
_SHAPES: Final[Mapping[str, re.Pattern[str]]] = {
    "exit_customs": re.compile(f"[0-9]{{{OFFICE_DIGITS}}}"),
    "exit_port": re.compile("[0-9]{6}"),
    "destination_port": re.compile("[A-Z]{3}[0-9]{3}|[0-9]{6}"),
}
_ASKED_OF_HEADER: Final = (
    "consignor/name",
    "consignor/social_code",
    "consignor/customs_code",
    "consignee",
    "transport_mode",
    "supervision_mode",
    "trading_country",
    "arrival_country",
    "packing",
    "delivery_group",
)
_ASKED_OF_LINE: Final = ("name", "declared/unit", "origin", "destination", "levy_mode")
_TEXTS: Final = (
    "consignor/name",
    "consignee",
    "consignee_code",
    "vehicle",
    "voyage",
    "waybill",
    "contract",
    "note",
)
"""Texts of the header whose only limit is their length."""


@EXPORT.rule(
    "C14",
    "Each line needs the five digits of its domestic source.",
    source=FORM,
    since=SINCE,
)
def source_has_five_digits(declaration: ExportDeclaration) -> Iterator[Place]:
    """Check field 42."""
    for place, line in lines_of(declaration):
        if re.fullmatch("[0-9]{5}", line.domestic_source) is None:
            yield f"{place}/domestic_source"


@EXPORT.rule(
    "C15",
    "The header needs its office of exit, port of exit and destination port.",
    source=FORM,
    since=SINCE,
)
def ports_are_named(declaration: ExportDeclaration) -> Iterator[Place]:
    """Check fields 4, 21 and 22."""
    yield from _blank(declaration, _SHAPES)


@EXPORT.rule(
    "C17",
    "The shipping marks must fit in 400 characters.",
    source=CLIENT,
    since=SINCE,
)
def marks_fit(declaration: ExportDeclaration) -> Iterator[Place]:
    """Check field 32, in which consecutive marks are written as ranges."""
    if width(format_marks(declaration.marks)) > (FIELDS["marks"].most or 0):
        yield "marks"


@EXPORT.rule(
    "C18",
    "Every code that is given must stand in its list of codes on the day.",
    source=FORM,
    since=SINCE,
    blocks=True,
)
def codes_are_listed(declaration: ExportDeclaration) -> Iterator[Place]:
    """Check fields 9, 14, 15, 19, 20, 23, 27, 36, 39 to 41 and 43; a blank code passes."""
    day = declaration.declared_on
    given = list(_header_codes(declaration))
    for place, line in lines_of(declaration):
        given += _line_codes(place, line)
    for place, get, code in given:
        if code and not _is_listed(get, code, day):
            yield place


_Get = Callable[..., Code]
_Given = tuple[Place, _Get, str]


def _header_codes(declaration: ExportDeclaration) -> Iterator[_Given]:
    yield "transport_mode", codes.get_transport_mode, declaration.transport_mode
    yield "supervision_mode", codes.get_supervision_mode, declaration.supervision_mode
    yield "levy_nature", codes.get_levy_nature, declaration.levy_nature
    yield "trading_country", codes.get_country, declaration.trading_country
    yield "arrival_country", codes.get_country, declaration.arrival_country
    yield "delivery_group", codes.get_transaction_mode, declaration.delivery_group
    yield "packing", codes.get_packing, declaration.packing
    for count, packing in enumerate(declaration.other_packings, start=1):
        yield f"other_packings/{count}", codes.get_packing, packing


def _line_codes(place: Place, line: DeclarationLine) -> Iterator[_Given]:
    for where, quantity in quantities_of(place, line):
        yield f"{where}/unit", codes.get_unit, quantity.unit
    yield f"{place}/total/currency", codes.get_currency, line.total.currency.code
    yield f"{place}/origin", codes.get_country, line.origin
    yield f"{place}/destination", codes.get_country, line.destination
    yield f"{place}/levy_mode", codes.get_levy_mode, line.levy_mode


def _is_listed(get: _Get, code: str, day: date) -> bool:
    try:
        return bool(get(code, on=day))
    except UnlistedCode:
        return False


@EXPORT.rule(
    "C37",
    "The header needs its consignor with both numbers, consignee, mode of transport, supervision"
    " mode, trading country, country of arrival, packing and delivery group.",
    source=FORM,
    since=SINCE,
)
def header_is_filled(declaration: ExportDeclaration) -> Iterator[Place]:
    """Check fields 3, 8, 9, 14, 19, 20, 23 and 27."""
    yield from _blank(declaration, _ASKED_OF_HEADER)


@EXPORT.rule(
    "C38",
    "Each line needs its name, unit, country of origin, final destination and levy mode.",
    source=FORM,
    since=SINCE,
)
def lines_are_filled(declaration: ExportDeclaration) -> Iterator[Place]:
    """Check fields 35, 36, 40, 41 and 43."""
    for place, line in lines_of(declaration):
        yield from (f"{place}/{name}" for name in _blank(line, _ASKED_OF_LINE))


@EXPORT.rule(
    "C40",
    "An office of customs has four digits, a port of China six, a port abroad the three letters"
    " of its country and three digits (fields 4, 21 and 22).",
    source=CLIENT,
    since=SINCE,
    blocks=True,
)
def offices_and_ports_have_their_shape(declaration: ExportDeclaration) -> Iterator[Place]:
    """Check fields 4, 21 and 22 where they are given."""
    for name, shape in _SHAPES.items():
        text = _text_at(declaration, name)
        if text and shape.fullmatch(text) is None:
            yield name


@EXPORT.rule(
    "C41",
    "A text fits its field; a Chinese character counts two.",
    source=CLIENT,
    since=SINCE,
    blocks=True,
)
def texts_fit(declaration: ExportDeclaration) -> Iterator[Place]:
    """Check the names, fields 8, 10, 11 and 18, the remarks, and the goods' names."""
    names = (*_TEXTS, "producer/name") if declaration.producer else _TEXTS
    for name in names:
        if width(_text_at(declaration, name)) > (FIELDS[name].most or 0):
            yield name
    for place, line in lines_of(declaration):
        if width(line.name) > (FIELDS["lines/name"].most or 0):
            yield f"{place}/name"


def _blank(holder: object, names: Iterable[str]) -> Iterator[Place]:
    return (name for name in names if not _text_at(holder, name))


def _text_at(holder: object, path: str) -> str:
    for name in path.split("/"):
        holder = getattr(holder, name)
    return str(holder)
