"""Presenter of a product on the seller's desk."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from app.catalog.on_sale import PRODUCT_STATES, ProductState
from app.catalog.prefectures import prefecture_names
from app.catalog.product import Product, Tariff
from app.countries.repository import today
from app.kit.clock import WAREHOUSE_ZONE
from app.kit.formats import country, day, instant, kilograms, number
from app.kit.i18n import N_, text_of, translate
from app.orders.order import ORDER_STATES
from app.orders.repository.goods import HoldingLine
from app.stock.ledger import KIND_NAMES, LotMovement
from app.stock.lot import Lot
from app.web.presenters.orders import TONES
from app.web.presenters.units import packing_name, say_units
from app.web.seller.addresses import goods_href
from app.web.seller.goods.pages import OwnGoods
from app.web.seller.presenter import PRODUCT_TONES

Fact = tuple[str, str, str]
"""A term, its text, and a note."""
_MOVES: Final = {
    ProductState.LISTED: N_("Put on sale"),
    ProductState.PAUSED: N_("Pause"),
    ProductState.RETIRED: N_("Retire"),
}
_BACK: Final = N_("Bring back")


@dataclass(frozen=True, slots=True)
class StateMoveView:
    """A button that moves the product to a state."""

    state: str
    label: str


@dataclass(frozen=True, slots=True)
class GoodsView:
    """A product with its stock, as its seller sees it."""

    name: str
    sku: str
    href: str
    shop_href: str
    state: str
    tone: str
    totals: list[tuple[str, str]]
    """Units and what they are: free, held, on the shelf."""
    lots: list[list[str]]
    movements: list[list[str]]
    holding: list[list[str]]
    facts: list[Fact]
    moves: list[StateMoveView]


def goods_view(shown: OwnGoods) -> GoodsView:
    """Present a product of the company."""
    product = shown.product
    return GoodsView(
        name=text_of(product.names),
        sku=product.sku,
        href=goods_href(product.sku),
        shop_href=f"/goods/{product.slug}",
        state=translate(PRODUCT_STATES.names[product.state]),
        tone=PRODUCT_TONES[product.state],
        totals=list(_totals(shown)),
        lots=[_lot(lot) for lot in shown.lots],
        movements=[_movement(each) for each in shown.movements],
        holding=[_holding(each, unit=product.sales_unit) for each in shown.holding],
        facts=list(_facts(product)),
        moves=[
            _move(product, to) for to in ProductState if PRODUCT_STATES.allows(product.state, to)
        ],
    )


def _lot(lot: Lot) -> list[str]:
    return [
        lot.batch,
        day(lot.produced_on),
        day(lot.best_before) if lot.best_before else "—",
        *map(number, (lot.on_hand, lot.reserved, lot.free)),
    ]


def _movement(moved: LotMovement) -> list[str]:
    sign = "+" if moved.quantity > 0 else ""
    when = instant(moved.at, WAREHOUSE_ZONE)
    return [when, translate(KIND_NAMES[moved.kind]), moved.batch, f"{sign}{number(moved.quantity)}"]


def _holding(line: HoldingLine, *, unit: str) -> list[str]:
    state = translate(ORDER_STATES.names[line.state])
    return [say_units(line.quantity, unit), state, country(line.country), TONES[line.state]]


def _totals(shown: OwnGoods) -> Iterator[tuple[str, str]]:
    good = [lot for lot in shown.lots if lot.good_on(today())]
    yield number(sum(lot.free for lot in good)), translate(N_("Free to sell"))
    yield number(sum(lot.reserved for lot in shown.lots)), translate(N_("Held for orders"))
    yield number(sum(lot.on_hand for lot in shown.lots)), translate(N_("On the shelf"))
    yield number(shown.shipped), translate(N_("Sold and gone"))


def _facts(product: Product) -> Iterator[Fact]:
    yield translate(N_("Article number")), product.sku, ""
    yield translate(N_("Origin")), text_of(prefecture_names(product.prefecture, on=today())), ""
    yield translate(N_("Net weight")), kilograms(product.unit_net_g), ""
    yield translate(N_("Packing")), packing_name(product.packing), ""
    in_carton = say_units(product.units_per_carton, product.sales_unit)
    yield translate(N_("In a full carton")), in_carton, kilograms(product.carton_gross_g)
    yield translate(N_("Chinese code")), product.code_in(Tariff.CHINA) or "—", product.customs_name


def _move(product: Product, to: ProductState) -> StateMoveView:
    label = _BACK if product.state is ProductState.RETIRED else _MOVES[to]
    return StateMoveView(state=to.value, label=translate(label))
