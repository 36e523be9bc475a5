"""A shipment to be assessed: its lines, its country of arrival, and the day."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from moneyed import Money

from app.countries.home import HOME
from customs.tariff.unit import TariffUnit
from customs.valuation.incoterms import Charge
from customs.valuation.value import SharedBy


@dataclass(frozen=True, slots=True)
class Item:
    """One line: a code of the importing country's tariff, its price, and how much there is."""

    code: str
    price: Money
    gross_g: int
    quantities: Mapping[TariffUnit, Decimal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shipment:
    """The contents of one import declaration."""

    country: str
    """ISO 3166-1 alpha-2 of the country that releases the goods."""
    on: date
    """The day whose rates, exchange rates and figures count."""
    items: tuple[Item, ...]
    charges: Mapping[Charge, Money] = field(default_factory=dict)
    term: str | None = None
    """The delivery term; None when it is not known."""
    shared_by: SharedBy = SharedBy.VALUE
    origin: str = HOME
    wants_exemption: bool = False
    """Whether the importer chooses the country's exemption rates and conditional release."""
