"""Prices in words: the rate behind them, and the stages from the goods to the total."""

from datetime import date
from decimal import Decimal
from typing import Protocol

from moneyed import Money

from app.kit.formats import day, money, number, percent
from app.kit.words import N_, say, translate
from app.pricing.quote import QuoteTotal
from app.rates.banks import get_bank

Sum = tuple[str, str, str, bool]
"""A label, an amount, the reason of the amount, and whether it is the total."""


class PublishedRate(Protocol):
    """A rate as its bank published it, wherever it is kept."""

    @property
    def bank(self) -> str:
        """Code of the bank."""

    @property
    def nominal(self) -> int:
        """So many yuan."""

    @property
    def value(self) -> Decimal:
        """Cost so much of the bank's own money."""

    @property
    def effective_on(self) -> date:
        """The first day the rate holds."""


def rate_line(rate: PublishedRate, *, currency: str) -> str:
    """Will say the official rate as the bank published it, whose it is and since when it held."""
    sentence = N_("%(nominal)s CNY = %(value)s %(currency)s, %(bank)s, in force from %(day)s")
    return say(
        sentence,
        {
            "nominal": number(rate.nominal),
            "value": number(rate.value),
            "currency": currency,
            "bank": get_bank(rate.bank),
            "day": day(rate.effective_on),
        },
    )


def sum_words(quote: QuoteTotal) -> list[Sum]:
    """Will name the sums of a quote, from the goods to the total."""
    return stage_sums(
        goods=quote.goods_total,
        spread=quote.spread_total,
        spread_percent=quote.selling.spread_percent,
        rounding=quote.rounding_total,
        total=quote.total,
    )


def stage_sums(
    *, goods: Money, spread: Money, spread_percent: Decimal, rounding: Money, total: Money
) -> list[Sum]:
    """Will name the stages of a price; rounding only where it changed anything."""
    note = say(N_("%(percent)s of the goods"), {"percent": percent(spread_percent)})
    stages = [
        (translate("Goods at the official rate"), money(goods), "", False),
        (translate("Spread"), money(spread), note, False),
        (translate("Rounding"), money(rounding), translate("to the price tag"), False),
        (translate("Total"), money(total), "", True),
    ]
    return stages if rounding else [*stages[:2], stages[3]]
