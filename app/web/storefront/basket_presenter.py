"""Presenter of the basket."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.accounts.person import Reader, Role
from app.kit.formats import money
from app.kit.forms import AnyForm, Form
from app.kit.i18n import language, text_of, translate
from app.kit.refusal import Refusal
from app.kit.texts import refusal_text
from app.pricing.line import QuoteTotal
from app.shop.window import Viewed, Window, least
from app.web.presenters.pictures import PictureView, main_picture
from app.web.presenters.prices import Sum, price_sums, rate_line
from app.web.presenters.sellers import seller_name
from app.web.presenters.units import per_unit, unit_name
from app.web.storefront.catalog_presenter import minimum_text, window_refusal
from app.web.storefront.product_presenter import why_href


@dataclass(frozen=True, slots=True)
class BasketLineView:
    """A line of the basket, with its form."""

    slug: str
    name: str
    photo: PictureView | None
    picture: str
    tint: int
    seller: str
    unit: str
    unit_price: str
    sum: str
    why: str
    """The address of the price's reasons; empty without a price."""
    least: str
    step: str
    minimum: str
    form: AnyForm
    action: str
    removal: str


@dataclass(frozen=True, slots=True)
class BasketView:
    """The basket."""

    lines: list[BasketLineView]
    sums: list[Sum]
    rate: str
    obstacle: str
    """Why the basket cannot be ordered; empty when nothing stands in the way."""
    can_order: bool


def field_of(slug: str) -> str:
    """Return the name of the field with a product's quantity."""
    return f"quantity_{slug}"


def basket_view(
    viewed: tuple[Viewed, ...],
    window: Window,
    *,
    reader: Reader | None,
    refused: Mapping[str, AnyForm],
) -> BasketView:
    """Present a basket; `refused` holds forms with errors, by the product's slug."""
    obstacle = _obstacle(viewed, window, reader)
    quotes = tuple(quote for each in viewed for quote in each.quotes)
    is_priced = bool(quotes) and len(quotes) == len(viewed)
    return BasketView(
        lines=[_line(each, refused.get(each.product.slug)) for each in viewed],
        sums=_sums(QuoteTotal(quotes)) if is_priced else [],
        rate=_rate(window),
        obstacle=obstacle,
        can_order=bool(viewed) and not obstacle,
    )


def _sums(total: QuoteTotal) -> list[Sum]:
    return price_sums(total.breakdown, by=total.selling)


def _obstacle(viewed: Iterable[Viewed], window: Window, reader: Reader | None) -> str:
    if window_refusal(window):
        return window_refusal(window)
    if reader is not None and reader.role is not Role.IMPORTER:
        return translate("Only an importing company can place an order.")
    if any(each.refusals for each in viewed):
        return translate("Some quantities cannot be ordered: look at the lines with a warning.")
    return ""


def _rate(window: Window) -> str:
    if isinstance(window.rate, Refusal):
        return ""
    return rate_line(window.rate.official, currency=window.currency)


def _line(viewed: Viewed, refused: AnyForm | None) -> BasketLineView:
    product = viewed.product
    action = f"/{language()}/basket/lines/{product.slug}"
    unit_price, total = _prices(viewed)
    return BasketLineView(
        slug=product.slug,
        name=text_of(product.names),
        photo=main_picture(product),
        picture=product.picture,
        tint=product.tint,
        seller=seller_name(product.seller),
        unit=unit_name(product.sales_unit, viewed.quantity),
        unit_price=unit_price,
        sum=total,
        why="".join(why_href(product, quote) for quote in viewed.quotes),
        least=str(least(product)),
        step=str(product.multiple),
        minimum=minimum_text(product),
        form=refused or _form(viewed),
        action=action,
        removal=f"{action}/removal",
    )


def _prices(viewed: Viewed) -> tuple[str, str]:
    for quote in viewed.quotes:
        each = f"{money(quote.unit_price)} {per_unit(viewed.product.sales_unit)}"
        return each, money(quote.total)
    return translate("No price today"), "—"


def _form(viewed: Viewed) -> AnyForm:
    name = field_of(viewed.product.slug)
    errors = [refusal_text(refusal) for refusal in viewed.refusals]
    return Form(values={name: str(viewed.quantity)}, errors={name: errors} if errors else {})
