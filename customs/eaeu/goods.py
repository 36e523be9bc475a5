"""A goods item of the declaration (товар): boxes 31 to 47 of ДТ1, a third of a sheet of ДТ2."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from moneyed import Money

from customs.eaeu.box31 import ExciseStamps, Group, Identification, Measured, Packages, Period
from customs.eaeu.delivery_terms import DeliveryTerms
from customs.eaeu.payments import PaymentRow
from customs.eaeu.registration import RegistrationNumber

NONE_CLAIMED = "ОО"
"""Two Cyrillic letters О: no preference is claimed (box 36)."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document of box 44."""

    kind: str
    """Five characters of the list of documents, such as 04021."""
    number: str
    issued_on: date | None
    name: str = ""
    begins_on: date | None = None
    ends_on: date | None = None
    country: str = ""
    """Of a certificate: who issued it, ISO 3166-1 alpha-2; blank when not known."""


@dataclass(frozen=True, slots=True)
class PrecedingDocument:
    """A preceding document (box 40), such as a transit declaration."""

    kind: str
    number: str = ""
    """The number of a document other than a declaration."""
    issued_on: date | None = None
    registration: RegistrationNumber | None = None
    """The number of a declaration, which includes its day."""
    goods_number: int | None = None
    """The number of the item in that declaration."""


@dataclass(frozen=True, slots=True)
class Preference:
    """Preferences for fee, duty, excise and tax (box 36)."""

    fee: str = NONE_CLAIMED
    duty: str = NONE_CLAIMED
    excise: str = "-"
    vat: str = NONE_CLAIMED


@dataclass(frozen=True, slots=True)
class Procedure:
    """The customs procedure and the one before it (box 37)."""

    main: str = "40"
    """Release for domestic consumption."""
    preceding: str = "00"
    feature: str = "000"


@dataclass(frozen=True, slots=True)
class Features:
    """Further features of the goods (box 33, second part); blank when not stated."""

    is_prohibition_free: bool = False
    """С: no prohibition or restriction applies."""
    intellectual_property: str = ""
    """One letter: whether the goods bear registered marks."""
    is_traced: bool = False
    """П: goods are traced after release."""
    needs_marking: bool = False
    """М: means of identification are required."""
    prohibitions: tuple[str, ...] = ()
    """Kazakhstan's codes of prohibitions that are observed, at most five letters each."""


@dataclass(frozen=True, slots=True)
class Quota:
    """A quota (box 39): what is left before this declaration, and what it takes."""

    left: Measured | Money
    taken: Measured | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoodsItem:
    """A goods item (товар); an unknown figure is None, an unknown code is blank."""

    number: int
    """Box 32, from 1 without gaps."""
    description: tuple[str, ...]
    """Box 31, in pieces of at most 250 letters."""
    groups: tuple[Group, ...] = ()
    packages: Packages | None = None
    containers: tuple[str, ...] = ()
    stamps: tuple[ExciseStamps, ...] = ()
    terms: DeliveryTerms | None = None
    """Box 31, element 5; None when those of box 20 apply."""
    period: Period | None = None
    identification: Identification | None = None
    code: str
    """Box 33: ten digits of ТН ВЭД."""
    features: Features = Features()
    origin: str
    """Box 34a, ISO 3166-1 alpha-2; blank when it is not known."""
    preferential_origin: str = ""
    """Box 34b; blank when no preference is claimed."""
    gross_kg: Decimal
    """Box 35."""
    net_kg: Decimal
    """Box 38: with the inseparable packing."""
    net_net_kg: Decimal | None = None
    """Box 38, second figure: without any packing."""
    preference: Preference = Preference()
    procedure: Procedure = Procedure()
    quota: Quota | None = None
    preceding: tuple[PrecedingDocument, ...] = ()
    supplementary: Measured | None = None
    """Box 41."""
    other_quantities: tuple[Measured, ...] = ()
    """In units that are neither kilograms nor the supplementary one, at most three."""
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
