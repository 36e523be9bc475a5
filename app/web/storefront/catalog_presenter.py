"""Malls, cards and lists in words: what the shop window's pages say, translated and formatted."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from app.catalog.mall import Mall
from app.catalog.paging import ListPage
from app.catalog.prefectures import prefecture_name
from app.catalog.product import Product
from app.kit.formats import money, number
from app.kit.i18n import N_, language, mark_of, say, translate, translate_plural, written_in
from app.kit.refusal import Refusal
from app.kit.texts import refusal_text
from app.rates.selling import SellingRate
from app.shop.window import Window, least, price
from app.web.presenters.prices import rate_line
from app.web.presenters.units import per_unit, say_units

Chip = tuple[str, str, bool]
"""A text, where it leads, and whether it is the page itself."""

SUGGESTIONS = (N_("Raisins"), N_("Walnuts"), N_("Jujubes"), N_("Cotton"))
"""What others look for, shown when nothing was found."""


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
    """The HTML language of its texts; empty when it is the page's."""


@dataclass(frozen=True, slots=True)
class CardView:
    """A product's card. `available` is empty when it is sold out."""

    slug: str
    name: str
    lang: str
    """The HTML language of its name; empty when it is the page's."""
    picture: str
    tint: int
    seller: str
    origin: str
    price: str
    per: str
    minimum: str
    available: str


@dataclass(frozen=True, slots=True)
class PagerView:
    """The ways to the pages before and after; empty where there is none."""

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
    )


def count_text(goods: int) -> str:
    """Return how many products there are."""
    return translate_plural("%(num)s product", "%(num)s products", goods) % {"num": number(goods)}


def found_text(query: str, *, goods: int) -> str:
    """Return how many products were found for a query."""
    if not query:
        return translate("Write what you are looking for.")
    sentence = translate_plural(
        "%(num)s product for “%(query)s”", "%(num)s products for “%(query)s”", goods
    )
    return sentence % {"num": number(goods), "query": query}


def card_views(products: Iterable[Product], window: Window) -> list[CardView]:
    """Put products into the words of their cards, priced at their smallest quantity."""
    return [_card(product, window) for product in products]


def _card(product: Product, window: Window) -> CardView:
    unit_price, per = _price(product, window)
    return CardView(
        slug=product.slug,
        name=product.name,
        lang=mark_of(written_in(product.names)),
        picture=product.picture,
        tint=product.tint,
        seller=product.seller.shown_name,
        origin=prefecture_name(product.prefecture),
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
    """Present the smallest quantity, and in which steps more is sold."""
    smallest = say_units(least(product), product.sales_unit)
    if product.multiple == 1:
        return say(N_("Minimum: %(least)s"), {"least": smallest})
    fields: dict[str, object] = {"least": smallest, "multiple": number(product.multiple)}
    return say(N_("Minimum: %(least)s, in steps of %(multiple)s"), fields)


def available_text(product: Product, window: Window) -> str:
    """Return how many are free in the warehouse; empty when none can be ordered."""
    free = window.free_of(product)
    if free < least(product):
        return ""
    quantity = say_units(free, product.sales_unit)
    return say(N_("%(quantity)s in Urumqi"), {"quantity": quantity})


def window_refusal(window: Window) -> str:
    """Explain why nothing has a price, or nothing when prices can be made."""
    return refusal_text(window.rate) if isinstance(window.rate, Refusal) else ""


def rate_lines(rates: Iterable[SellingRate | Refusal]) -> list[str]:
    """Present the official rate behind each currency, or why there is none."""
    return [
        refusal_text(rate)
        if isinstance(rate, Refusal)
        else rate_line(rate.official, currency=rate.currency)
        for rate in rates
    ]


def pager_view(page: ListPage[Product], *, path: str, **query: str) -> PagerView:
    """Lay the ways from one page of a list to its neighbours."""

    def way(number_: int) -> str:
        if not 1 <= number_ <= page.last:
            return ""
        return f"{path}?{urlencode({**query, 'page': number_})}"

    text = say(
        N_("Page %(number)s of %(last)s"),
        {"number": number(page.number), "last": number(page.last)},
    )
    return PagerView(way(page.number - 1), way(page.number + 1), text)


def suggestion_chips() -> list[Chip]:
    """List what others look for, each a search of its own."""
    words = [translate(suggestion) for suggestion in SUGGESTIONS]
    return [(word, f"/{language()}/search?{urlencode({'q': word})}", False) for word in words]
