"""One good of the declaration (товар): boxes 31 to 47 of ДТ1, a third of a sheet of ДТ2."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from moneyed import Money

from customs.eaeu.payments import PaymentRow

NONE_CLAIMED = "ОО"
"""Cyrillic letters О: no preference is claimed (box 36)."""


@dataclass(frozen=True, slots=True)
class Measured:
    """So much of a unit of the Union's list."""

    quantity: Decimal
    unit: str
    """Its code: 166 kg, 796 pieces, 715 pairs, 055 m²."""
    unit_name: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Goods of one code that differ by maker, mark, model (box 31, element 1)."""

    description: str
    manufacturer: str = "НЕИЗВЕСТЕН"
    trademark: str = "ОТСУТСТВУЕТ"
    model: str = ""
    article: str = ""
    quantity: Measured | None = None


@dataclass(frozen=True, slots=True)
class Packages:
    """Box 31, element 2."""

    kind: str
    """0 without packing, 1 packed, 2 in bulk."""
    count: int
    package_code: str = ""
    """Two letters of the list of packages, such as CT."""


@dataclass(frozen=True, slots=True)
class Document:
    """One document of box 44."""

    kind: str
    """Five characters of the list of documents, such as 04021."""
    number: str
    issued_on: date | None
    name: str = ""


@dataclass(frozen=True, slots=True)
class PrecedingDocument:
    """Box 40: what was declared before, such as a transit declaration."""

    kind: str
    number: str
    issued_on: date | None


@dataclass(frozen=True, slots=True)
class Preference:
    """Box 36: fee, duty, excise, tax."""

    fee: str = NONE_CLAIMED
    duty: str = NONE_CLAIMED
    excise: str = "-"
    vat: str = NONE_CLAIMED


@dataclass(frozen=True, slots=True)
class Procedure:
    """Box 37."""

    main: str = "40"
    """Release for domestic consumption."""
    preceding: str = "00"
    feature: str = "000"


@dataclass(frozen=True, slots=True, kw_only=True)
class Goods:
    """One good. A figure that nobody has given is None, a code that nobody has given is blank."""

    number: int
    """Box 32, from 1 without gaps."""
    description: tuple[str, ...]
    """Box 31, in pieces of at most 250 letters."""
    groups: tuple[Group, ...] = ()
    packages: Packages | None = None
    containers: tuple[str, ...] = ()
    code: str
    """Box 33: ten digits of ТН ВЭД."""
    origin: str
    """Box 34, ISO 3166-1 alpha-2."""
    gross_kg: Decimal
    """Box 35."""
    net_kg: Decimal
    """Box 38: with the inseparable packing."""
    net_net_kg: Decimal | None = None
    """Box 38, second figure: without any packing."""
    preference: Preference = Preference()
    procedure: Procedure = Procedure()
    preceding: tuple[PrecedingDocument, ...] = ()
    supplementary: Measured | None = None
    """Box 41."""
    price: Money
    """Box 42."""
    valuation_method: str = "1"
    """Box 43."""
    documents: tuple[Document, ...] = ()
    """Box 44."""
    customs_value: Money
    """Box 45."""
    statistical_value: Money | None = None
    """Box 46, in US dollars."""
    payments: tuple[PaymentRow, ...] = ()
    """Box 47."""
    needs_marking: bool = False
    """Box 33, letter М: identification means are asked for."""
