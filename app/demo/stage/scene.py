"""The people and things of the stage, and the numbers given to orders and loads."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.accounts.company import Company
from app.accounts.person import Reader, Role
from app.catalog.product import Product
from app.demo.stage.plan import Goods
from app.demo.stage.timeline import Timeline
from app.quotes.quote import WantedGoods


@dataclass(frozen=True)
class Scene:
    timeline: Timeline
    people: Mapping[str, Reader]
    companies: Mapping[str, Company]
    products: Mapping[str, Product]
    """By article number."""
    orders: dict[int, str] = field(default_factory=dict)
    """Numbers by the order's index in the plan, once placed."""
    loads: dict[str, str] = field(default_factory=dict)
    """Numbers by the load's name in the plan, once opened."""

    def company_of(self, reader: Reader) -> Company:
        """Return the person's company."""
        return next(each for each in self.companies.values() if each.id == reader.company_id)

    def one_of(self, role: Role, turn: int = 0) -> Reader:
        """Return a person with the role; those who share it take turns."""
        found = [reader for reader in self.people.values() if reader.role is role]
        return found[turn % len(found)]

    def wanted(self, goods: Goods) -> tuple[WantedGoods, ...]:
        """Return goods as a quote asks for them."""
        return tuple(WantedGoods(self.products[sku].id, quantity) for sku, quantity in goods)
