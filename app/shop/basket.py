"""A basket: what a visitor means to order, in whole packings and within what is free."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from app.accounts.person import Reader
from app.accounts.session import Visit
from app.catalog.ladder import check_quantity
from app.catalog.product import Product
from app.kit.i18n import N_
from app.kit.refusal import BadInput, NotFound

VISIT_KEY: Final = "basket"
"""The key of a visit's data that holds the key of a visitor's basket."""


class NotEnough(BadInput):
    """Fewer units are free than are wanted."""

    code = "basket.not_enough"
    sentence = N_("Only %(free)s are in stock now.")


class NotInBasket(NotFound):
    """The basket holds nothing of this product."""

    code = "basket.not_in_basket"
    sentence = N_("This product is not in your basket.")


@dataclass(frozen=True, slots=True)
class Owner:
    """The owner of a basket: a person, or a visitor by the basket's key."""

    person_id: int | None = None
    key: str = ""
    """A UUID; empty for a visitor who has no basket yet."""

    @property
    def is_nobody(self) -> bool:
        """Whether it is a visitor without a basket."""
        return self.person_id is None and not self.key


@dataclass(frozen=True, slots=True)
class BasketLine:
    """Some units of one product."""

    product_id: int
    quantity: int


@dataclass(frozen=True, slots=True)
class Basket:
    """What somebody means to order, in the order it was added; `id` is 0 for no basket."""

    id: int = 0
    lines: tuple[BasketLine, ...] = ()

    def quantity_of(self, product_id: int) -> int:
        """Return how many units of the product are in it."""
        return sum(line.quantity for line in self.lines if line.product_id == product_id)


def owner_of(reader: Reader) -> Owner:
    """Return the reader as the owner of a basket."""
    return Owner(person_id=reader.person_id)


def owner_in(visit: Visit) -> Owner:
    """Return the owner of the visit's basket: the reader, or the visitor by key."""
    return owner_of(visit.reader) if visit.reader else visitor_in(visit)


def visitor_in(visit: Visit) -> Owner:
    """Return the visitor of the visit, as before anybody signed in."""
    return Owner(key=str(visit.data.get(VISIT_KEY, "")))


def check_line(product: Product, quantity: int, *, free: int) -> int:
    """Return the quantity if the line can be ordered.

    Raises `NotOnSale`, `BelowMinimum`, `OffMultiple` or `NotEnough`.
    """
    product.check_on_sale()
    check_quantity(quantity, minimum=product.minimum, multiple=product.multiple)
    if quantity > free:
        raise NotEnough(field="quantity", free=free)
    return quantity


def merge(mine: Basket, theirs: Basket) -> tuple[BasketLine, ...]:
    """Return the lines of both; of the same product the larger quantity, not the sum.

    Whoever fills a basket before signing in often has the same goods in their own already.
    """
    return tuple(
        BasketLine(product_id, max(mine.quantity_of(product_id), theirs.quantity_of(product_id)))
        for product_id in _products((*mine.lines, *theirs.lines))
    )


def _products(lines: Iterable[BasketLine]) -> list[int]:
    return list(dict.fromkeys(line.product_id for line in lines))


@dataclass(frozen=True, slots=True)
class OpenBasket:
    """A basket with goods in it, as a rehearsal of new terms needs it."""

    id: int
    company: str
    """The owner's company; empty for a visitor."""
    country: str
    """The company's country; empty for a visitor."""
    chosen: str
    """The currency that a visitor chose; empty when they chose none."""
    lines: tuple[BasketLine, ...]
