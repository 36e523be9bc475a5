"""Forms of the seller's desk."""

from datetime import date
from typing import Annotated, Final

import msgspec
from moneyed import Money

from app.catalog.ladder import Ladder, LadderStep
from app.kit import forms, typed
from app.kit.money import CNY
from app.kit.refusal import BadInput
from app.kit.typed_days import read_day
from app.stock.announcement import Announcement
from app.stock.lot import GoodsReceipt

_Step = Annotated[str, msgspec.Meta(max_length=40)]
_MORE_STEPS: Final = (2, 3, 4)


class LadderForm(msgspec.Struct):
    """Prices by quantity: the first step, and up to three more that may stay empty."""

    from_1: Annotated[int, msgspec.Meta(ge=1, le=1_000_000)]
    price_1: forms.Amount
    from_2: _Step
    price_2: _Step
    from_3: _Step
    price_3: _Step
    from_4: _Step
    price_4: _Step

    def ladder(self) -> Ladder:
        """Return the ladder of the steps that are filled in; raises `BadInput` beside its field."""
        steps = [LadderStep(self.from_1, Money(self.price_1, CNY))]
        for turn in _MORE_STEPS:
            quantity, price = getattr(self, f"from_{turn}"), getattr(self, f"price_{turn}")
            if quantity or price:
                steps.append(_step(turn, quantity, price))
        return Ladder(tuple(steps))


def _step(turn: int, quantity: str, price: str) -> LadderStep:
    name = f"from_{turn}"
    try:
        least = typed.read_whole(quantity)
        name = f"price_{turn}"
        return LadderStep(least, Money(typed.read_amount(price), CNY))
    except BadInput as refusal:
        raise type(refusal)(**{**refusal.fields, "field": name}) from refusal


class PricesForm(LadderForm):
    """New prices, and the day from which they hold."""

    holds_from: date


class ProductStateForm(msgspec.Struct):
    """Where a product goes: on sale, paused, retired."""

    state: Annotated[str, msgspec.Meta(pattern="^(listed|paused|retired)$")]
    why: Annotated[str, msgspec.Meta(max_length=300)]


class AnnouncementForm(msgspec.Struct):
    """A batch that comes; `best_before` is empty for goods that do not age."""

    sku: Annotated[str, msgspec.Meta(min_length=1, max_length=40, extra=forms.CODE)]
    batch: Annotated[str, msgspec.Meta(min_length=1, max_length=40)]
    produced_on: date
    best_before: _Step
    quantity: Annotated[int, msgspec.Meta(ge=1, le=10_000_000)]
    cartons: Annotated[int, msgspec.Meta(ge=1, le=1_000_000)]
    due_on: date

    def announcement(self) -> Announcement:
        """Return the announcement; raises `NotADay` beside its field."""
        label = GoodsReceipt(
            sku=self.sku,
            batch=self.batch,
            produced_on=self.produced_on,
            best_before=self._best_before(),
            quantity=self.quantity,
        )
        return Announcement(label, self.cartons, self.due_on)

    def _best_before(self) -> date | None:
        try:
            return read_day(self.best_before) if self.best_before else None
        except BadInput as refusal:
            raise type(refusal)(**{**refusal.fields, "field": "best_before"}) from refusal
