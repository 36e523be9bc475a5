"""An estimate of the landed cost of goods in a basket or a quote."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from moneyed import Money

from app.catalog.product import Product, Tariff
from app.countries.country import Country
from app.kit.i18n import N_
from app.kit.refusal import Refusal
from app.landed.shipment import Item, Shipment
from customs.duties.assess import Assessment
from customs.duties.measures import Requirement
from customs.rounding import exact_kg
from customs.tariff.unit import TariffUnit

_PIECES: Final = (*("001", "007", "008", "011", "012", "013", "014", "015", "016", "017", "020"),)
_UNITS: Final = {
    **dict.fromkeys(_PIECES, TariffUnit.PIECE),
    "019": TariffUnit.PAIR,
    "025": TariffUnit.PAIR,
    "032": TariffUnit.SQUARE_METRE,
    "033": TariffUnit.CUBIC_METRE,
}
"""Sales units that are tariff units too; a set is neither one piece nor several."""


class NoTariffCode(Refusal):
    """Nobody has named the goods' code in the buyer's tariff, and none is derived from another."""

    code = "duty.no_tariff_code"
    sentence = N_("No code of the importing country's tariff is known yet for: %(names)s.")


@dataclass(frozen=True, slots=True)
class Bought:
    """So many units of a product at a price."""

    product: Product
    quantity: int
    total: Money


@dataclass(frozen=True, slots=True)
class Estimate:
    """What customs would ask on a day, beside what the goods cost."""

    assessment: Assessment
    goods: Money

    @property
    def landed(self) -> Money:
        """Goods with duty, excise, tax and fee; carriage is not in it."""
        return self.goods + self.assessment.total


NoEstimate = Refusal
"""Why there is none, shown beside the price, which stands without it."""


@dataclass(frozen=True, slots=True)
class Estimated:
    """An estimate of a day for a country, or why there is none."""

    country: Country
    on: date
    found: Estimate | NoEstimate
    required: tuple[Requirement, ...] = ()
    """What the goods must have there besides duty paid."""


def shipment_of(bought: Sequence[Bought], *, country: Country, on: date) -> Shipment:
    """Return what one declaration in the country would hold; raise `NoTariffCode`."""
    tariff = Tariff(country.tariff)
    unnamed = tuple(each.product for each in bought if not each.product.code_in(tariff))
    if unnamed:
        raise NoTariffCode(names=unnamed)
    items = tuple(_item(each, tariff) for each in bought)
    return Shipment(country=country.code, on=on, items=items)


def _item(bought: Bought, tariff: Tariff) -> Item:
    product = bought.product
    net_g = product.unit_net_g * bought.quantity
    quantities = {TariffUnit.KILOGRAM: exact_kg(net_g)}
    if product.sales_unit in _UNITS:
        quantities[_UNITS[product.sales_unit]] = Decimal(bought.quantity)
    return Item(product.code_in(tariff), bought.total, net_g, quantities)
