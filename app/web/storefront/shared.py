"""What the storefront's pages share."""

from collections.abc import Iterable

from app.catalog.product import Product
from app.countries.store import list_buyers_now
from app.kit import clock, words
from app.shop import actions
from app.shop.currency import currency_for
from app.shop.window import Window
from app.web.guards import visit_of
from app.web.requests import Web


async def look_at(request: Web, products: Iterable[Product]) -> Window:
    """Will look up what goods are priced with for this visitor, and how many are free."""
    currency = currency_for(visit_of(request), list_buyers_now())
    return await actions.look(products, currency=currency, at=clock.now())


def home_of(path: str) -> str:
    """Will give the address of a path in the reader's language."""
    return f"/{words.language()}{path}"
