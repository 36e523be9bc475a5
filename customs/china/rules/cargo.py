"""Rules about cargo: means of transport, units of one scale, ports, containers."""

import re
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Final

from customs import identifiers
from customs.china.declaration import ExportDeclaration
from customs.china.rules.book import CLIENT, EXPORT, FORM, SINCE, lines_of, quantities_of
from customs.refusal import CustomsRefusal
from customs.rules import Place

SCALES: Final[Mapping[str, tuple[str, int]]] = {
    "036": ("036", 1),
    "035": ("036", 1000),
    "070": ("036", 1_000_000),
    "007": ("007", 1),
    "043": ("007", 100),
    "054": ("007", 1000),
    "019": ("019", 1),
    "040": ("019", 100),
    "012": ("012", 1),
    "041": ("012", 100),
    "143": ("012", 1000),
    "020": ("020", 1),
    "044": ("020", 100),
    "008": ("008", 1),
    "050": ("008", 1000),
    "030": ("030", 1),
    "147": ("030", 1000),
    "096": ("096", 1),
    "095": ("096", 1000),
    "063": ("096", 1_000_000),
}
"""Units of one scale: the smallest of them, and how many of it each is."""
_WATER: Final = "2"
_RAIL: Final = "3"
_ROAD: Final = "4"
_COUNTRY_LETTERS: Final = 3
_CHINA: Final = "CHN"
_TRANSIT: Final = re.compile(r"@([0-9]{16}|[0-9]{13})")
"""转关: the number of the transit, or of its list of cargo, stands for the vehicle."""
_CELLS: Final[Mapping[str, tuple[str, ...]]] = {
    _ROAD: ("voyage",),
    _RAIL: ("vehicle", "waybill"),
    _WATER: ("vehicle", "voyage", "waybill"),
}


@EXPORT.rule(
    "C27",
    "By road the manifest's batch number is stated and the truck is not; by rail the wagon and the"
    " waybill; by water vessel, voyage and bill of lading; in customs transit its number after @"
    " (fields 10 and 11).",
    source=FORM,
    since=SINCE,
)
def transport_cells_fit_the_mode(declaration: ExportDeclaration) -> Iterator[Place]:
    """Check fields 9, 10 and 11."""
    vehicle = declaration.vehicle
    is_a_number = vehicle.startswith("@") or (vehicle and declaration.transport_mode == _ROAD)
    if is_a_number and _TRANSIT.fullmatch(vehicle) is None:
        yield "vehicle"
    for name in _CELLS.get(declaration.transport_mode, ()):
        if not getattr(declaration, name):
            yield name


@EXPORT.rule(
    "C28",
    "Quantities of one line in one unit, or in units of one scale, are the same quantity (kilogram"
    " and gram, piece and thousand pieces).",
    source=CLIENT,
    since=SINCE,
    blocks=True,
)
def scaled_units_agree(declaration: ExportDeclaration) -> Iterator[Place]:
    """Check the three quantities of field 36 against each other."""
    for place, line in lines_of(declaration):
        for (_, one), (where, other) in combinations(quantities_of(place, line), 2):
            kind, times = SCALES.get(one.unit, (one.unit, 1))
            other_kind, other_times = SCALES.get(other.unit, (other.unit, 1))
            if kind == other_kind and one.amount * times != other.amount * other_times:
                yield f"{where}/amount"
                break


@EXPORT.rule(
    "C29",
    "The destination port is in the country of the goods' final destination (fields 21 and 41).",
    source=CLIENT,
    since=SINCE,
)
def port_is_in_the_country(declaration: ExportDeclaration) -> Iterator[Place]:
    """Check field 21 against field 41; a port that begins with a digit is China's."""
    port = declaration.destination_port
    country = _CHINA if port[:1].isdigit() else port[:_COUNTRY_LETTERS]
    if port and any(line.destination != country for line in declaration.lines):
        yield "destination_port"


@EXPORT.rule(
    "C30",
    "A container has a right number and names at least one line that there is.",
    source=f"ISO 6346; {CLIENT}",
    since=SINCE,
    blocks=True,
)
def containers_are_whole(declaration: ExportDeclaration) -> Iterator[Place]:
    numbers = {line.number for line in declaration.lines}
    for count, container in enumerate(declaration.containers, start=1):
        if not _is_container(container.number):
            yield f"containers/{count}/number"
        if not container.lines or not set(container.lines) <= numbers:
            yield f"containers/{count}/lines"


def _is_container(number: str) -> bool:
    try:
        return identifiers.parse_container(number) == number
    except CustomsRefusal:
        return False
