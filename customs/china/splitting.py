"""Splitting goods that cannot be on one declaration.

One declaration has one exporter, consignee, mode of transport, vehicle, waybill, supervision mode,
levy nature, handbook, licence, delivery group, countries, ports and office of exit, one ledger of
inspection, one currency (our own rule), and at most fifty lines.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from customs.china.declaration import DeclarationLine
from customs.china.lines import LINES_MAX, join_lines, numbered


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedHeader:
    """The header fields that all lines of one declaration share."""

    exporter: str
    consignee: str
    transport_mode: str
    vehicle: str
    voyage: str
    waybill: str
    supervision_mode: str
    levy_nature: str
    handbook: str
    licence: str
    delivery_group: str
    trading_country: str
    arrival_country: str
    destination_port: str
    exit_port: str
    exit_customs: str
    currency: str
    ledger: str
    """电子底账 of goods under inspection; blank for goods under none."""


@dataclass(frozen=True, slots=True)
class SplitDeclaration:
    """The lines of one of several declarations, numbered from 1."""

    common: SharedHeader
    lines: tuple[DeclarationLine, ...]


def split_declarations(
    lines: Iterable[tuple[SharedHeader, DeclarationLine]],
) -> tuple[SplitDeclaration, ...]:
    """Split lines into declarations by header, merged, at most 50 lines each.

    Declarations are in the order of their first lines, lines keep their order; every line is in
    exactly one.
    """
    together: dict[SharedHeader, list[DeclarationLine]] = {}
    for common, line in lines:
        together.setdefault(common, []).append(line)
    return tuple(
        SplitDeclaration(common, numbered(joined[first : first + LINES_MAX]))
        for common, held in together.items()
        for joined in [join_lines(held)]
        for first in range(0, len(joined), LINES_MAX)
    )
