"""Presenter of prices: their rate, and the stages from the goods to the total."""

from datetime import date, datetime
from decimal import Decimal
from typing import Protocol

from moneyed import Money

from app.countries.clocks import say_instant
from app.kit.formats import day, money, number, percent
from app.kit.i18n import N_, say, text_of, translate
from app.pricing.breakdown import GOODS, PriceBreakdown
from app.pricing.stages import Explained, Percent, SoldBy, shown
from app.rates.banks import get_bank
from app.rates.official import OfficialRate
from app.rates.selling import SellingTerms
from app.web.presenters.rates import rounding_text

Sum = tuple[str, str, str, bool]
"""(label, amount, reason, is_total)."""


class PublishedRate(Protocol):
    """A rate as its bank published it: of a quote, an order or a price list."""

    @property
    def bank(self) -> str:
        """Code of the bank."""

    @property
    def nominal(self) -> int:
        """Number of units of CNY."""

    @property
    def value(self) -> Decimal:
        """Their price in the bank's own currency."""

    @property
    def effective_on(self) -> date:
        """The first day the rate is in force."""


def rate_line(rate: PublishedRate, *, currency: str) -> str:
    """Return the official rate as published, with its bank and first day in force."""
    sentence = N_("%(nominal)s CNY = %(value)s %(currency)s, %(bank)s, in force from %(day)s")
    return say(
        sentence,
        {
            "nominal": number(rate.nominal),
            "value": number(rate.value),
            "currency": currency,
            "bank": text_of(get_bank(rate.bank).names),
            "day": day(rate.effective_on),
        },
    )


def explain(explained: Explained, *, country: str | None = "") -> str:
    """Return a stage's explanation; instants in the country's time zone."""
    message, fields = explained
    return say(message, {name: _written(value, country) for name, value in fields.items()})


def _written(value: object, country: str | None) -> str:
    text = str(value)
    match value:
        case Percent():
            text = percent(value.value)
        case OfficialRate():
            text = rate_line(value, currency=value.into)
        case SellingTerms():
            text = rounding_text(value)
        case Money():
            text = money(value)
        case datetime():
            text = say_instant(value, country)
        case date():
            text = day(value)
    return text


def stage_sums(breakdown: PriceBreakdown, *, by: SoldBy, rate: str = "") -> list[Sum]:
    """Return the stages of a price with their notes; `rate`, if given, is the goods' note."""
    return [
        (
            translate(kind.label),
            money(amount),
            rate if kind.code == GOODS else explain(kind.note(by)),
            False,
        )
        for kind, amount in shown(breakdown)
    ]


def price_sums(breakdown: PriceBreakdown, *, by: SoldBy, rate: str = "") -> list[Sum]:
    """Return the stages of a price and its total."""
    total = (translate("Total"), money(breakdown.total), "", True)
    return [*stage_sums(breakdown, by=by, rate=rate), total]
