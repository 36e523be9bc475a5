"""Presenter of a product's prices: of today, before, later, and on trial."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from app.catalog.ladder import Ladder, price_for
from app.catalog.price_plan import check_first_day
from app.catalog.product import Product, check_minimum
from app.countries.repository import today
from app.kit import typed
from app.kit.clock import WAREHOUSE_ZONE
from app.kit.formats import day, instant, money, number, percent
from app.kit.i18n import N_, say, text_of, translate
from app.kit.refusal import Refusal
from app.kit.texts import refusal_text
from app.pricing.line import PriceTooSmall, price_line
from app.rates.selling import SellingRate
from app.web.presenters.units import per_unit, say_units
from app.web.seller.addresses import goods_href
from app.web.seller.goods.pages import OwnPrices, Rates


@dataclass(frozen=True, slots=True)
class PricesView:
    """The prices of a product."""

    name: str
    sku: str
    href: str
    goods_href: str
    per: str
    unit: str
    currencies: list[str]
    """Of the buyers, in the order of the columns."""
    steps: list[list[str]]
    """Quantity, yuan, and the price in each currency."""
    unsold: list[str]
    """Why there is no price in some currency."""
    history: list[tuple[str, str]]
    """Since when, and the steps in one line."""
    plans: list[tuple[str, str, str]]
    """The day, the steps in one line, and the address that takes them back."""


@dataclass(frozen=True, slots=True)
class TrialView:
    """What new prices would do: rows as in `PricesView.steps`, with the change in yuan."""

    title: str
    rows: list[list[str]]


def first_values(product: Product) -> dict[str, str]:
    """Return the form as it begins: the prices of today."""
    values = {"holds_from": today().isoformat()}
    for turn, step in enumerate(product.ladder.steps[:4], 1):
        values[f"from_{turn}"] = str(step.minimum)
        values[f"price_{turn}"] = typed.plain(step.unit_price.amount)
    return values


def prices_view(shown: OwnPrices) -> PricesView:
    """Present a product's prices."""
    product = shown.product
    home = f"{goods_href(product.sku)}/prices"
    return PricesView(
        name=text_of(product.names),
        sku=product.sku,
        href=home,
        goods_href=goods_href(product.sku),
        per=per_unit(product.sales_unit),
        unit=say_units(product.minimum, product.sales_unit),
        currencies=list(in_force(shown.rates)),
        steps=ladder_rows(product.sku, product.ladder, product.sales_unit, shown.rates),
        unsold=[refusal_text(each) for each in shown.rates.values() if isinstance(each, Refusal)],
        history=[
            (instant(each.since, WAREHOUSE_ZONE), ladder_text(each.ladder))
            for each in shown.history
        ],
        plans=[
            (day(plan.holds_from), ladder_text(plan.ladder), f"{home}/{plan.id}/withdrawal")
            for plan in shown.plans
        ],
    )


def trial_view(shown: OwnPrices, ladder: Ladder, *, holds_from: date) -> TrialView:
    """Present what new prices would do by today's terms; raises `BadMinimum` or `DayGone`."""
    product = shown.product
    check_first_day(holds_from, today=today())
    check_minimum(product, ladder)
    rows = ladder_rows(product.sku, ladder, product.sales_unit, shown.rates)
    for row, step in zip(rows, ladder.steps, strict=True):
        was = price_for(product.ladder, max(step.minimum, product.ladder.steps[0].minimum))
        row.append(_change(step.unit_price.amount / was.amount - 1))
    return TrialView(
        title=say(N_("From %(day)s, by today's rates and terms"), {"day": day(holds_from)}),
        rows=rows,
    )


def _change(share: Decimal) -> str:
    """Format by how much a price changes, to a tenth of a percent."""
    percents = (share * 100).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)
    sign = "+" if percents > 0 else ""
    return f"{sign}{percent(percents)}" if percents else "="


def ladder_rows(sku: str, ladder: Ladder, unit: str, rates: Rates) -> list[list[str]]:
    """Return a row for each step: quantity, yuan, and the price in each buyers' currency."""
    return [
        [
            say_units(step.minimum, unit),
            money(step.unit_price),
            *buyers_prices(sku, ladder, step.minimum, rates),
        ]
        for step in ladder.steps
    ]


def in_force(rates: Rates) -> dict[str, SellingRate]:
    """Return the selling rates of the currencies that have one."""
    return {code: rate for code, rate in rates.items() if not isinstance(rate, Refusal)}


def buyers_prices(sku: str, ladder: Ladder, quantity: int, rates: Rates) -> list[str]:
    """Return the price of a unit in each currency that has a rate; a dash for none above zero."""
    found = []
    for rate in in_force(rates).values():
        try:
            line = price_line(sku, quantity=quantity, ladder=ladder, selling=rate)
            found.append(money(line.unit_price))
        except PriceTooSmall:
            found.append("—")
    return found


def ladder_text(ladder: Ladder) -> str:
    """Return the steps in one line: 10+ ¥12.50 · 100+ ¥11.90."""
    return " · ".join(
        translate(N_("from %(quantity)s: %(price)s"))
        % {"quantity": number(step.minimum), "price": money(step.unit_price)}
        for step in ladder.steps
    )
