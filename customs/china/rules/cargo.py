"""Rules about cargo: transport cells, units that scale, ports, containers."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations
from typing import Final

from customs import identifiers
from customs.china.declaration import Container, ExportDeclaration
from customs.china.rules.book import (
    CLIENT,
    EXPORT,
    FORM,
    HEADER,
    SINCE,
    place_of,
    quantities_of,
)
from customs.refusal import CustomsRefusal
from customs.rules import Place

SCALES: Final = {
    frozenset({"035", "036"}): ("035", Decimal(1000)),
    frozenset({"007", "054"}): ("054", Decimal(1000)),
    frozenset({"019", "040"}): ("040", Decimal(100)),
}
"""Pairs of units: the larger one, and how many of the smaller it is (千克↔克, 千个↔个, 百副↔副)."""
_WATER: Final = "2"
_RAIL: Final = "3"
_ROAD: Final = "4"
_COUNTRY_LETTERS: Final = 3
_CHINA: Final = "CHN"


@EXPORT.rule(
    "C27",
    "By road the manifest's batch number is told and the truck is not; by rail the waybill; by"
    " water vessel, voyage and bill of lading (fields 10 and 11).",
    source=FORM,
    since=SINCE,
)
def transport_cells_fit_the_mode(declaration: ExportDeclaration) -> Iterator[Place]:
    """Will check fields 9, 10 and 11."""
    cells = (bool(declaration.vehicle), bool(declaration.voyage), bool(declaration.waybill))
    fits = {
        _ROAD: cells[:2] == (False, True),
        _RAIL: cells[2],
        _WATER: all(cells),
    }
    if not fits.get(declaration.transport_mode, True):
        yield HEADER


@EXPORT.rule(
    "C28",
    "Quantities of one line in units of one scale are the same quantity (kilogram and gram, piece"
    " and thousand pieces).",
    source=CLIENT,
    since=SINCE,
    blocks=True,
)
def scaled_units_agree(declaration: ExportDeclaration) -> Iterator[Place]:
    """Will check the three quantities of field 36 against each other."""
    for line in declaration.lines:
        for one, other in combinations(quantities_of(line), 2):
            larger, times = SCALES.get(frozenset({one.unit, other.unit}), ("", Decimal(1)))
            if not larger:
                continue
            big, small = (one, other) if one.unit == larger else (other, one)
            if big.amount * times != small.amount:
                yield place_of(line)
                break


@EXPORT.rule(
    "C29",
    "The destination port is in the country of arrival (fields 20 and 21).",
    source=CLIENT,
    since=SINCE,
)
def port_is_in_the_country(declaration: ExportDeclaration) -> Iterator[Place]:
    """Will check field 21 against field 20; a port that begins with a digit is China's."""
    port = declaration.destination_port
    country = _CHINA if port[:1].isdigit() else port[:_COUNTRY_LETTERS]
    if port and country != declaration.arrival_country:
        yield HEADER


@EXPORT.rule(
    "C30",
    "A container has a right number and names at least one line that there is.",
    source=f"ISO 6346; {CLIENT}",
    since=SINCE,
    blocks=True,
)
def containers_are_whole(declaration: ExportDeclaration) -> Iterator[Place]:
    """Will check every container."""
    numbers = {line.number for line in declaration.lines}
    if not all(_is_whole(container, numbers) for container in declaration.containers):
        yield HEADER


def _is_whole(container: Container, numbers: set[int]) -> bool:
    try:
        identifiers.parse_container(container.number)
    except CustomsRefusal:
        return False
    return bool(container.lines) and set(container.lines) <= numbers
