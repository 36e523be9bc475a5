"""Parties of a declaration, with their registration numbers."""

from dataclasses import dataclass
from enum import StrEnum


class TaxIdKind(StrEnum):
    """The kind of number that identifies a party."""

    BIN = "BIN"
    """БИН of Kazakhstan, twelve digits."""
    IIN = "IIN"
    """ИИН of Kazakhstan, twelve digits."""
    KG_INN = "KGINN"
    """ИНН of Kyrgyzstan, fourteen digits."""
    FOREIGN = ""
    """A company abroad, of which the form requires no number."""


@dataclass(frozen=True, slots=True)
class Address:
    """An address; unknown parts are blank."""

    country: str
    """ISO 3166-1 alpha-2."""
    postal_code: str = ""
    region: str = ""
    town: str = ""
    street: str = ""


@dataclass(frozen=True, slots=True)
class TradeParty:
    """A company of boxes 2, 8, 9 or 14."""

    name: str
    address: Address
    number_kind: TaxIdKind = TaxIdKind.FOREIGN
    number: str = ""
    okpo: str = ""
    """ОКПО of Kyrgyzstan, eight digits."""
