"""Read models of a product's pages."""

from dataclasses import dataclass
from datetime import datetime

from app.accounts.session import Visit
from app.catalog import repository as catalog
from app.catalog.mall import Mall
from app.catalog.product import Product
from app.kit import clock
from app.kit.refusal import Refusal
from app.landed.estimate import Bought, Estimated
from app.landed.repository import estimate
from app.pricing.line import LinePrice
from app.pricing.repository import get_why, price_again
from app.pricing.why import PriceKey, Why
from app.shop.basket import check_line
from app.shop.window import Window, least, price
from app.web.storefront.pages import read_window


@dataclass(frozen=True, slots=True)
class ProductPage:
    """A product, priced for a quantity."""

    product: Product
    mall: Mall | None
    """The first mall that shows it."""
    window: Window
    unorderable: Refusal | None
    """Why the requested quantity cannot be ordered; then the least one is priced."""
    line: LinePrice | None
    unpriced: Refusal | None
    """Why there is no price; None when there is one."""
    estimated: Estimated | None
    """None without a price."""


async def read_product_page(
    visit: Visit, slug: str, *, requested: int | None, language: str, at: datetime
) -> ProductPage:
    """Read a product, priced for the quantity or the least; raises `NoSuchProduct`."""
    product = await catalog.get_product(slug)
    window = await read_window(visit, [product], at=at)
    unorderable = _check(product, requested, window)
    quantity = least(product) if requested is None or unorderable else requested
    line, unpriced = _price(product, quantity, window)
    bought = [Bought(product, line.quantity, line.total)] if line else []
    return ProductPage(
        product=product,
        mall=await catalog.get_mall(product.malls[0], language) if product.malls else None,
        window=window,
        unorderable=unorderable,
        line=line,
        unpriced=unpriced,
        estimated=await estimate(bought, on=clock.day_at(at)) if bought else None,
    )


def _check(product: Product, requested: int | None, window: Window) -> Refusal | None:
    if requested is None:
        return None
    try:
        check_line(product, requested, free=window.free_of(product))
    except Refusal as refusal:
        return refusal
    return None


def _price(
    product: Product, quantity: int, window: Window
) -> tuple[LinePrice | None, Refusal | None]:
    try:
        return price(window, product, quantity), None
    except Refusal as refusal:
        return None, refusal


async def read_why(
    visit: Visit, slug: str, *, quantity: int, key: str, at: datetime
) -> tuple[Product, Why]:
    """Read the reasons of a product's current price, or of the one that the key names.

    Raises `NoSuchProduct`, `NoSuchPrice`, and what pricing raises.
    """
    product = await catalog.get_product(slug)
    if key:
        line = await price_again(product.sku, quantity=quantity, key=PriceKey.read(key))
    else:
        line = price(await read_window(visit, [product], at=at), product, quantity)
    return product, await get_why(line)
