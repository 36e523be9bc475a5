"""An estimate ready to be shown."""

from collections.abc import Sequence
from datetime import date

from app.landed.estimate import COUNTRIES, Bought, estimate
from app.landed.words import EstimateWords, estimate_words


async def show_estimate(bought: Sequence[Bought], *, on: date) -> EstimateWords:
    """Will estimate what customs would ask for at least one line of goods, in words."""
    country = COUNTRIES[bought[0].total.currency.code]
    return estimate_words(await estimate(bought, on=on), country=country, on=on)
