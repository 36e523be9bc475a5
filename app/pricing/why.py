"""The explanation of a price: every stage with its inputs, and the price computed again."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from app.catalog.ladder import Ladder, LadderStep
from app.kit.i18n import N_
from app.kit.refusal import NotFound
from app.pricing.line import LinePrice, price_line
from app.rates.approval import Approval
from app.rates.official import RateSource


class NoSuchPrice(NotFound):
    """The key of a price does not lead to one."""

    code = "price.not_found"
    sentence = N_("There is no such price.")


@dataclass(frozen=True, slots=True)
class PriceKey:
    """The ids that a price can be computed from again: price list, official rate, terms."""

    price_list_id: int
    rate_id: int
    terms_id: int

    @classmethod
    def of(cls, line: LinePrice) -> Self:
        """Return the key of a priced line."""
        return cls(line.price_list_id, line.selling.official.id, line.selling.terms.id)

    @classmethod
    def read(cls, text: str) -> Self:
        """Parse a key such as 17-4-2; raises `NoSuchPrice`."""
        if not re.fullmatch(r"[0-9]{1,9}-[0-9]{1,9}-[0-9]{1,9}", text):
            raise NoSuchPrice
        return cls(*(int(part) for part in text.split("-")))

    def __str__(self) -> str:
        """Return it as it stands in an address."""
        return f"{self.price_list_id}-{self.rate_id}-{self.terms_id}"


@dataclass(frozen=True, slots=True)
class Why:
    """A price and everything it was made from."""

    line: LinePrice
    ladder: Ladder
    """The price list it was priced by."""
    listed_since: datetime
    rate_source: RateSource
    approval: Approval

    @property
    def step(self) -> LadderStep:
        """The step of the ladder that the quantity reached."""
        return [each for each in self.ladder.steps if each.minimum <= self.line.quantity][-1]

    @property
    def replayed(self) -> LinePrice:
        """The price computed again from the saved list, rate and terms."""
        return replay(self.line, self.ladder)

    @property
    def is_reproduced(self) -> bool:
        """Whether the price computed again is the same in every stage."""
        return self.replayed == self.line


def replay(line: LinePrice, ladder: Ladder) -> LinePrice:
    """Price the same quantity again by the same list, rate and terms."""
    return price_line(line.sku, quantity=line.quantity, ladder=ladder, selling=line.selling)
