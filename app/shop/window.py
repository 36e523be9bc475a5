"""The shop window at one instant: what is free, and the rate that prices are made with."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.catalog.ladder import smallest_quantity
from app.catalog.on_sale import ProductState
from app.catalog.product import Product
from app.kit.refusal import Refusal
from app.pricing.line import LinePrice, price_line
from app.rates.selling import SellingRate
from app.shop.basket import Basket, check_line


@dataclass(frozen=True, slots=True)
class Window:
    """The currency, rate and free stock that goods are shown with."""

    currency: str
    rate: SellingRate | Refusal
    """The selling rate, or the refusal in its place: then nothing has a price."""
    free: Mapping[int, int]
    """Units free to sell, by product id."""

    @property
    def selling(self) -> SellingRate:
        """The selling rate; raises the refusal in its place."""
        if isinstance(self.rate, Refusal):
            raise self.rate
        return self.rate

    def free_of(self, product: Product) -> int:
        """Return how many units of the product are free."""
        return self.free.get(product.id, 0)


@dataclass(frozen=True, slots=True)
class Viewed:
    """A basket's line as it is now: priced, refused, or both."""

    product: Product
    quantity: int
    quotes: tuple[LinePrice, ...]
    """One, or none when there is no price."""
    refusals: tuple[Refusal, ...]
    """Why it cannot be ordered; empty when it can."""


def price(window: Window, product: Product, quantity: int) -> LinePrice:
    """Return the price of a quantity.

    Raises the window's refusal, `BelowMinimum` or `PriceTooSmall`.
    """
    return price_line(product.sku, quantity=quantity, ladder=product.ladder, selling=window.selling)


def least(product: Product) -> int:
    """Return the smallest quantity of the product that can be ordered."""
    return smallest_quantity(minimum=product.minimum, multiple=product.multiple)


def most(window: Window, product: Product) -> int:
    """Return the largest quantity that can be ordered now; 0 when nothing can."""
    if product.state is not ProductState.LISTED:
        return 0
    whole = window.free_of(product) // product.multiple * product.multiple
    return whole if whole >= least(product) else 0


def in_stock(products: Iterable[Product], window: Window) -> list[Product]:
    """Return the products that can be ordered now."""
    return [product for product in products if most(window, product)]


def view(basket: Basket, products: Mapping[int, Product], window: Window) -> tuple[Viewed, ...]:
    """Return every line of a basket as it is now, without products no longer sold."""
    return tuple(
        _viewed(products[line.product_id], line.quantity, window)
        for line in basket.lines
        if line.product_id in products
    )


def _viewed(product: Product, quantity: int, window: Window) -> Viewed:
    quotes: list[LinePrice] = []
    refusals: list[Refusal] = []
    try:
        quotes = [price(window, product, quantity)]
        check_line(product, quantity, free=window.free_of(product))
    except Refusal as refusal:
        refusals = [refusal]
    return Viewed(product, quantity, tuple(quotes), tuple(refusals))
