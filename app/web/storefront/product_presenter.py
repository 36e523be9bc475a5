"""Presenter of a product: its facts, codes and price."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from app.catalog.ladder import LadderStep
from app.catalog.mall import Mall
from app.catalog.prefectures import prefecture_names
from app.catalog.product import CodeStatus, Product, ProductCode, Tariff
from app.countries.repository import get_buyer_by_currency, tariff_label, today
from app.kit.clock import day_at
from app.kit.formats import day, kilograms, money, number
from app.kit.i18n import (
    N_,
    language,
    mark_of,
    say,
    text_of,
    translate,
    translate_plural,
    written_in,
)
from app.pricing.line import LinePrice
from app.pricing.why import PriceKey
from app.shop.window import Window, least, most, price
from app.web.presenters.pictures import PictureView, picture_views
from app.web.presenters.prices import Sum, rate_line, stage_sums
from app.web.presenters.sellers import seller_name
from app.web.presenters.units import packing_name, per_unit, say_units, unit_name
from app.web.storefront.catalog_presenter import available_text, minimum_text

Fact = tuple[str, str, str]
"""A term, its text, and a note."""

_HS: Final = N_("Harmonised System, six digits")
_CONFIRMED: Final = N_("Confirmed on %(day)s: %(evidence)s")
_OURS: Final = N_("To be confirmed by our declarant")
_THEIRS: Final = N_("To be confirmed by your broker")
"""Each country's code is confirmed by somebody licensed there."""


@dataclass(frozen=True, slots=True)
class ProductView:
    """A product, without its price. `available` is empty when it is sold out."""

    name: str
    name_lang: str
    """The `lang` of its name; empty when it is the page's."""
    slug: str
    description: str
    description_lang: str
    photos: list[PictureView]
    picture: str
    """The icon that stands where there is no picture."""
    tint: int
    mall: str
    mall_href: str
    seller: str
    origin: str
    available: str
    minimum: str
    facts: list[Fact]
    codes: list[Fact]


@dataclass(frozen=True, slots=True)
class LadderStepView:
    """One step of the price ladder."""

    quantity: str
    price: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class PriceView:
    """The price of a quantity, stage by stage."""

    unit_price: str
    per: str
    ladder: list[LadderStepView]
    stages: list[Sum]
    """The stages of the whole quantity, without the total."""
    total_label: str
    total: str
    why: str
    """The permanent address of the price's reasons."""


@dataclass(frozen=True, slots=True)
class QuantityView:
    """The limits of the quantity's field."""

    least: str
    step: str
    most: str
    """Empty when nothing can be ordered."""
    unit: str


def product_view(product: Product, mall: Mall | None, window: Window) -> ProductView:
    """Present a product; `mall` is the first one that shows it."""
    return ProductView(
        name=text_of(product.names),
        name_lang=mark_of(written_in(product.names)),
        slug=product.slug,
        description=text_of(product.descriptions),
        description_lang=mark_of(written_in(product.descriptions)),
        photos=picture_views(product),
        picture=product.picture,
        tint=product.tint,
        mall=mall.name if mall else "",
        mall_href=f"/{language()}/malls/{mall.code}" if mall else "",
        seller=seller_name(product.seller),
        origin=text_of(prefecture_names(product.prefecture, on=today())),
        available=available_text(product, window),
        minimum=minimum_text(product),
        facts=list(_facts(product)),
        codes=[_code(tariff, product) for tariff in _tariffs(product, window)],
    )


def quantity_view(product: Product, window: Window) -> QuantityView:
    """Present the limits of the quantity's field."""
    highest = most(window, product)
    return QuantityView(
        least=str(least(product)),
        step=str(product.multiple),
        most=str(highest) if highest else "",
        unit=unit_name(product.sales_unit, least(product)),
    )


def _facts(product: Product) -> Iterator[Fact]:
    unit = product.sales_unit
    in_carton = say_units(product.units_per_carton, unit)
    weights: dict[str, object] = {
        "net": kilograms(product.carton_net_g),
        "gross": kilograms(product.carton_gross_g),
    }
    yield translate("Article number"), product.sku, ""
    yield translate("Origin"), text_of(prefecture_names(product.prefecture, on=today())), ""
    yield translate("Seller"), seller_name(product.seller), product.seller.address
    yield translate("Net weight"), kilograms(product.unit_net_g), per_unit(unit)
    yield translate("Packing"), packing_name(product.packing), ""
    yield (
        translate("In a full carton"),
        in_carton,
        say(N_("net %(net)s, gross %(gross)s"), weights),
    )
    if product.shelf_life_days:
        yield translate("Shelf life"), _days(product.shelf_life_days), ""


def _days(days: int) -> str:
    return translate_plural("%(num)s day", "%(num)s days", days) % {"num": number(days)}


def _tariffs(product: Product, window: Window) -> list[Tariff]:
    """Return the tariffs that the page names.

    The HS, China's and the buyer's country's always, the others when the product has a code.
    """
    buyer = get_buyer_by_currency(window.currency, on=today())
    always = [Tariff.HS, Tariff.CHINA, Tariff(buyer.tariff)]
    return list(dict.fromkeys([*always, *(each.tariff for each in product.codes)]))


def _code(tariff: Tariff, product: Product) -> Fact:
    name = translate(_HS) if tariff == Tariff.HS else tariff_label(tariff)
    for each in product.codes:
        if each.tariff == tariff:
            return name, each.code, _note(each)
    return name, "—", translate(_OURS if tariff == Tariff.CHINA else N_("Your broker names it."))


def _note(code: ProductCode) -> str:
    if code.status is CodeStatus.CONFIRMED and code.set_at is not None:
        named_on = day(day_at(code.set_at))
        return say(_CONFIRMED, {"day": named_on, "evidence": code.source})
    return translate(_OURS if code.tariff == Tariff.CHINA else _THEIRS)


def price_view(product: Product, line: LinePrice, window: Window) -> PriceView:
    """Present a priced line."""
    rate = rate_line(line.selling.official, currency=line.selling.currency)
    return PriceView(
        unit_price=money(line.unit_price),
        per=per_unit(product.sales_unit),
        ladder=_ladder(product, line.quantity, window),
        stages=stage_sums(line.breakdown, by=line.selling, rate=rate),
        total_label=say_units(line.quantity, product.sales_unit),
        total=money(line.total),
        why=why_href(product, line),
    )


def why_href(product: Product, line: LinePrice) -> str:
    """Return the permanent address of a price's reasons."""
    home = f"/{language()}/goods/{product.slug}"
    return f"{home}/why?quantity={line.quantity}&key={PriceKey.of(line)}"


def _ladder(product: Product, quantity: int, window: Window) -> list[LadderStepView]:
    steps = product.ladder.steps
    return [
        LadderStepView(
            quantity=_range(product, step, following),
            price=money(price(window, product, step.minimum).unit_price),
            is_current=step.minimum <= quantity and _is_below(quantity, following),
        )
        for step, following in zip_longest(steps, steps[1:])
    ]


def _is_below(quantity: int, following: LadderStep | None) -> bool:
    return following is None or quantity < following.minimum


def _range(product: Product, step: LadderStep, following: LadderStep | None) -> str:
    if following is None:
        first = say_units(step.minimum, product.sales_unit)
        return say(N_("%(quantity)s and more"), {"quantity": first})
    return f"{number(step.minimum)}–{say_units(following.minimum - 1, product.sales_unit)}"
