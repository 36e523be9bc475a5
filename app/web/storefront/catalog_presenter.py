"""Presenter of the catalogue: malls, product cards, lists and their pages."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from app.catalog.mall import Mall
from app.catalog.paging import ListPage
from app.catalog.prefectures import prefecture_names
from app.catalog.product import Product
from app.catalog.searches import list_searches
from app.countries.repository import today
from app.kit.formats import money, number
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
from app.kit.refusal import Refusal
from app.kit.texts import refusal_text
from app.rates.selling import SellingRate
from app.shop.window import Window, least, price
from app.web.presenters.pictures import PictureView, main_picture
from app.web.presenters.prices import rate_line
from app.web.presenters.sellers import seller_name
from app.web.presenters.units import per_unit, say_units

Chip = tuple[str, str, bool]
"""(text, href, is_current)."""


@dataclass(frozen=True, slots=True)
class MallView:
    """A mall on its own page, or its card on the front page."""

    name: str
    line: str
    way: str
    picture: str
    tint: int
    href: str
    count: str
    lang: str
    """The `lang` of its texts; empty when it is the page's."""
    look: str
    """The class that gives it its colour."""


@dataclass(frozen=True, slots=True)
class CardView:
    """A product's card. `available` is empty when it is sold out."""

    slug: str
    name: str
    lang: str
    """The `lang` of its name; empty when it is the page's."""
    photo: PictureView | None
    picture: str
    """The icon that stands where there is no picture."""
    tint: int
    seller: str
    origin: str
    price: str
    per: str
    minimum: str
    available: str


@dataclass(frozen=True, slots=True)
class PagerView:
    """Addresses of the previous and next page; empty where there is none."""

    previous: str
    next: str
    text: str


def mall_view(mall: Mall, *, goods: int) -> MallView:
    """Present a mall, with how many goods it shows."""
    return MallView(
        name=mall.name,
        line=mall.intro,
        way=translate("By the carton and the tonne"),
        picture=mall.picture,
        tint=mall.tint,
        href=f"/{language()}/malls/{mall.code}",
        count=count_text(goods),
        lang=mark_of(mall.language),
        look=f"mall-{mall.id}",
    )


def count_text(goods: int) -> str:
    """Return a number of products as text."""
    return translate_plural("%(num)s product", "%(num)s products", goods) % {"num": number(goods)}


def found_text(query: str, *, goods: int) -> str:
    """Return the number of products found, as text."""
    if not query:
        return translate("Write what you are looking for.")
    sentence = translate_plural(
        "%(num)s product for “%(query)s”", "%(num)s products for “%(query)s”", goods
    )
    return sentence % {"num": number(goods), "query": query}


def card_views(products: Iterable[Product], window: Window) -> list[CardView]:
    """Present products as cards, priced at their least quantity."""
    return [_card(product, window) for product in products]


def _card(product: Product, window: Window) -> CardView:
    unit_price, per = _price(product, window)
    return CardView(
        slug=product.slug,
        name=text_of(product.names),
        lang=mark_of(written_in(product.names)),
        photo=main_picture(product),
        picture=product.picture,
        tint=product.tint,
        seller=seller_name(product.seller),
        origin=text_of(prefecture_names(product.prefecture, on=today())),
        price=unit_price,
        per=per,
        minimum=minimum_text(product),
        available=available_text(product, window),
    )


def _price(product: Product, window: Window) -> tuple[str, str]:
    try:
        line = price(window, product, least(product))
    except Refusal:
        return translate("No price today"), ""
    return money(line.unit_price), per_unit(product.sales_unit)


def minimum_text(product: Product) -> str:
    """Return the least quantity and the step as text."""
    smallest = say_units(least(product), product.sales_unit)
    if product.multiple == 1:
        return say(N_("Minimum: %(least)s"), {"least": smallest})
    fields: dict[str, object] = {"least": smallest, "multiple": number(product.multiple)}
    return say(N_("Minimum: %(least)s, in steps of %(multiple)s"), fields)


def available_text(product: Product, window: Window) -> str:
    """Return the free stock as text; empty when none can be ordered."""
    free = window.free_of(product)
    if free < least(product):
        return ""
    quantity = say_units(free, product.sales_unit)
    return say(N_("%(quantity)s in Urumqi"), {"quantity": quantity})


def window_refusal(window: Window) -> str:
    """Return why nothing has a price; empty when there are prices."""
    return refusal_text(window.rate) if isinstance(window.rate, Refusal) else ""


def rate_lines(rates: Iterable[SellingRate | Refusal]) -> list[str]:
    """Return the official rate of each currency as text, or why there is none."""
    return [
        refusal_text(rate)
        if isinstance(rate, Refusal)
        else rate_line(rate.official, currency=rate.currency)
        for rate in rates
    ]


def pager_view(page: ListPage[Product], *, path: str, **query: str) -> PagerView:
    """Present the links from a page of a list to its neighbours."""

    def href(number_: int) -> str:
        if not 1 <= number_ <= page.last:
            return ""
        return f"{path}?{urlencode({**query, 'page': number_})}"

    text = say(
        N_("Page %(number)s of %(last)s"),
        {"number": number(page.number), "last": number(page.last)},
    )
    return PagerView(href(page.number - 1), href(page.number + 1), text)


def suggestion_chips() -> list[Chip]:
    """List what others look for, each a search of its own."""
    words = [text_of(search.label) for search in list_searches(on=today())]
    return [(word, f"/{language()}/search?{urlencode({'q': word})}", False) for word in words]
