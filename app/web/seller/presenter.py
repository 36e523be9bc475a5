"""Presenter of the seller's home and orders."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from app.catalog.on_sale import PRODUCT_STATES, ProductState
from app.catalog.product import Product
from app.kit.formats import country, day, money, number
from app.kit.i18n import N_, text_of, translate
from app.orders.order import ORDER_STATES
from app.web.presenters.announced import came_text
from app.web.presenters.orders import TONES
from app.web.presenters.units import per_unit, say_units
from app.web.seller.addresses import DELIVERIES, HOME, goods_href
from app.web.seller.pages import Deliveries, HeldGoods, SellerHome

PRODUCT_TONES: Final = {
    ProductState.LISTED: "good",
    ProductState.PAUSED: "waiting",
    ProductState.RETIRED: "plain",
}
_LOW: Final = "low"


@dataclass(frozen=True, slots=True)
class GoodsSearch:
    """What the seller looks for: words, and a state or `low`."""

    words: str
    state: str

    def finds(self, product: Product, *, is_low: bool) -> bool:
        """Whether a product has every word in its number or a name, and is in the state."""
        text = " ".join([product.sku, *product.names.values()]).casefold()
        has_words = all(word in text for word in self.words.casefold().split())
        return has_words and (
            not self.state
            or self.state == product.state
            or (self.state == _LOW and is_low and product.state is ProductState.LISTED)
        )


@dataclass(frozen=True, slots=True)
class GoodsRow:
    """A product in the seller's list."""

    href: str
    name: str
    sku: str
    price: str
    free: str
    state: str
    tone: str


@dataclass(frozen=True, slots=True)
class WaitingView:
    """How much of each kind of work waits for the seller."""

    drafts: int
    low: int
    held: int
    plans: int


def waiting_view(home: SellerHome) -> WaitingView:
    """Present what waits."""
    low = GoodsSearch("", _LOW)
    return WaitingView(
        drafts=len(home.drafts),
        low=sum(low.finds(each, is_low=home.is_low(each)) for each in home.products),
        held=home.holding,
        plans=home.plans,
    )


def goods_rows(home: SellerHome, search: GoodsSearch) -> list[GoodsRow]:
    """Present the goods that the search finds."""
    return [
        _row(product, free=home.free[product.id])
        for product in home.products
        if search.finds(product, is_low=home.is_low(product))
    ]


def _row(product: Product, *, free: int) -> GoodsRow:
    first = product.ladder.steps[0]
    return GoodsRow(
        href=goods_href(product.sku),
        name=text_of(product.names),
        sku=product.sku,
        price=f"{money(first.unit_price)} {per_unit(product.sales_unit)}",
        free=say_units(free, product.sales_unit),
        state=translate(PRODUCT_STATES.names[product.state]),
        tone=PRODUCT_TONES[product.state],
    )


def state_chips(search: GoodsSearch) -> list[tuple[str, str, bool]]:
    """Return (label, address, is_current) of every state that the list can be cut down to."""
    states = {state.value: name for state, name in PRODUCT_STATES.names.items()}
    labels = {"": N_("All"), **states, _LOW: N_("Running low")}
    return [
        (translate(label), _href(search.words, state), search.state == state)
        for state, label in labels.items()
    ]


def _href(words: str, state: str) -> str:
    query = urlencode({name: text for name, text in (("q", words), ("goods", state)) if text})
    return f"{HOME}?{query}" if query else HOME


def held_rows(held: Iterable[HeldGoods]) -> list[dict[str, str]]:
    """Present the lines of orders under way."""
    return [
        {
            "href": goods_href(each.product.sku),
            "name": text_of(each.product.names),
            "quantity": say_units(each.line.quantity, each.product.sales_unit),
            "state": translate(ORDER_STATES.names[each.line.state]),
            "tone": TONES[each.line.state],
            "country": country(each.line.country),
        }
        for each in held
    ]


def product_options(shown: Deliveries) -> list[tuple[str, str]]:
    """Return the goods that may be announced."""
    return [(each.sku, f"{text_of(each.names)} · {each.sku}") for each in shown.products.values()]


def announced_rows(shown: Deliveries) -> list[dict[str, str]]:
    """Present the announced batches; `withdrawal` is empty once goods have come."""
    return [
        {
            "batch": lot.batch.batch,
            "name": text_of(shown.products[lot.product_id].names),
            "due": day(lot.due_on),
            "cartons": number(lot.cartons),
            "quantity": number(lot.batch.quantity),
            "came": came_text(lot),
            "withdrawal": "" if lot.came else f"{DELIVERIES}/{lot.id}/withdrawal",
        }
        for lot in shown.announced
    ]
