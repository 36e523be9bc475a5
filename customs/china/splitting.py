"""Which goods cannot stand on one declaration, and how they are parted.

One declaration has one exporter, consignee, vehicle, waybill, mode, levy nature, licence, delivery
group, countries, ports and office of exit, one currency by our own rule, and at most fifty lines.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from customs.china.declaration import DeclarationLine
from customs.china.lines import LINES_MAX


@dataclass(frozen=True, slots=True, kw_only=True)
class Common:
    """What all lines of one declaration share."""

    exporter: str
    consignee: str
    voyage: str
    waybill: str
    supervision_mode: str
    levy_nature: str
    licence: str
    delivery_group: str
    trading_country: str
    arrival_country: str
    destination_port: str
    exit_port: str
    exit_customs: str
    currency: str


@dataclass(frozen=True, slots=True)
class Part:
    """The lines of one declaration, numbered from 1."""

    common: Common
    lines: tuple[DeclarationLine, ...]


def split(lines: Iterable[tuple[Common, DeclarationLine]]) -> tuple[Part, ...]:
    """Will part lines into declarations: by what they share, then by fifties.

    Parts stand in the order in which their first line came, lines keep theirs; none is lost and
    none stands twice.
    """
    together: dict[Common, list[DeclarationLine]] = {}
    for common, line in lines:
        together.setdefault(common, []).append(line)
    return tuple(
        Part(common, _numbered(held[first : first + LINES_MAX]))
        for common, held in together.items()
        for first in range(0, len(held), LINES_MAX)
    )


def _numbered(lines: list[DeclarationLine]) -> tuple[DeclarationLine, ...]:
    return tuple(replace(line, number=number) for number, line in enumerate(lines, start=1))
