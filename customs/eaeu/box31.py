"""Box 31 of the goods declaration: description, packing and marking of the goods.

Numbered as the form numbers them: 1 description, 2 packages, 3 containers, 4 excise stamps, 5 terms
of delivery, 7 period of delivery, 13 means of identification. Elements 6 (vehicles), 8 (pipelines),
9 (electricity), 11 (free zones) belong to goods and procedures that are not supported.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final


@dataclass(frozen=True, slots=True)
class Measured:
    """A quantity in a unit of the Union's list."""

    quantity: Decimal
    unit: str
    """Its code: 166 kg, 796 pieces, 715 pairs, 055 m²."""
    unit_name: str = ""


@dataclass(frozen=True, slots=True)
class Size:
    """Length, width and height of one piece; None for a side that was not measured."""

    length: Measured | None = None
    width: Measured | None = None
    height: Measured | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Goods of one code that differ by maker, mark or model (element 1)."""

    description: str
    manufacturer: str = "НЕИЗВЕСТЕН"
    trademark: str = "ОТСУТСТВУЕТ"
    mark: str = ""
    model: str = ""
    article: str = ""
    standard: str = ""
    serial_numbers: tuple[str, ...] = ()
    size: Size | None = None
    quantity: Measured | None = None


PACKING: Final = "0"
"""The kind of a row of packing, as against tare, cargo or pallets."""
AFTER_RELEASE: Final = "ПВ"
"""Means of identification are applied after release."""


@dataclass(frozen=True, slots=True)
class PackingRow:
    """A row of packing: cartons, or the pallets that they stand on."""

    kind: str
    """0 packing, 1 tare, 2 cargo, 3 pallets, 4 packing of single pieces."""
    code: str
    """Two letters of the list of packages, such as CT or PX."""
    count: int


@dataclass(frozen=True, slots=True)
class Packages:
    """Packages (element 2)."""

    kind: str
    """0 without packing, 1 packed, 2 in bulk."""
    count: int
    package_code: str = ""
    """Two letters of the list of packages, such as CT."""
    shared: int = 0
    """How many of them contain other goods too."""
    rows: tuple[PackingRow, ...] = ()
    """Further rows, such as pallets."""

    @property
    def all_rows(self) -> tuple[PackingRow, ...]:
        """Every row that has a code, the packages themselves first."""
        own = (PackingRow(PACKING, self.package_code, self.count),) if self.package_code else ()
        return own + self.rows


@dataclass(frozen=True, slots=True)
class ExciseStamps:
    """Excise stamps (element 4)."""

    count: int
    series: str = ""


@dataclass(frozen=True, slots=True)
class Period:
    """The period of delivery (element 7)."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Identification:
    """Means of identification, such as Data Matrix (element 13)."""

    codes: int | None = None
    """How many; None when not counted."""
    after_release: bool = False
    """ПВ: they are applied after release."""
    kind: str = ""
    """Code of the information, which the register's XML requires; blank when not known."""
