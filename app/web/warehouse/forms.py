"""Forms of the warehouse's screens."""

from datetime import date
from typing import Annotated

import msgspec

from app.kit import forms
from app.kit.i18n import N_

_Id = Annotated[int, msgspec.Meta(ge=1, le=2_147_483_647)]


class GoodsReceiptForm(msgspec.Struct):
    """A batch of goods without a best-before day, by its label."""

    sku: Annotated[str, msgspec.Meta(min_length=1, max_length=40, extra=forms.CODE)]
    batch: Annotated[str, msgspec.Meta(min_length=1, max_length=40)]
    produced_on: date
    quantity: Annotated[int, msgspec.Meta(le=10_000_000)]

    def best_before_day(self) -> date | None:
        """Return the best-before day, or None."""
        return None


class AgingReceiptForm(GoodsReceiptForm):
    """A batch of goods with a best-before day."""

    best_before: date

    def best_before_day(self) -> date | None:
        """Return the best-before day."""
        return self.best_before


class PickForm(msgspec.Struct):
    """Which reservation was taken from the shelf."""

    reservation: _Id


class CartonForm(msgspec.Struct):
    """A carton on the scale. `pieces` is reservation:quantity, with commas between."""

    position: _Id
    pieces: Annotated[str, msgspec.Meta(pattern="^[0-9]{1,9}:[0-9]{1,9}(,[0-9]{1,9}:[0-9]{1,9})*$")]
    packing: Annotated[str, msgspec.Meta(pattern="^[0-9]{2}$")]
    gross: forms.Kilograms

    def counted(self) -> list[tuple[int, int]]:
        """Return (reservation, quantity) pairs."""
        pairs = (pair.split(":") for pair in self.pieces.split(","))
        return [(int(reservation), int(quantity)) for reservation, quantity in pairs]


class LoadForm(msgspec.Struct):
    """A truck that arrived. `border_crossing` is the country and the crossing: KZ-khorgos."""

    truck_plate: Annotated[str, msgspec.Meta(min_length=1, max_length=20)]
    trailer_plate: Annotated[str, msgspec.Meta(max_length=20)]
    driver: Annotated[str, msgspec.Meta(min_length=1, max_length=100)]
    border_crossing: Annotated[str, msgspec.Meta(pattern="^[A-Z]{2}-[a-z]+$")]

    def destination(self) -> tuple[str, str]:
        """Return the country and the crossing's code."""
        country, _, crossing = self.border_crossing.partition("-")
        return country, crossing


class OrderForm(msgspec.Struct):
    """Which order goes on a load or comes off it."""

    order: Annotated[
        str,
        msgspec.Meta(
            pattern="^[A-Z0-9-]{1,20}$",
            extra=forms.CODE,
            description=N_("The number of an order has letters, digits and dashes."),
        ),
    ]


class CorrectionForm(msgspec.Struct):
    """The counted quantity of a lot, and why it differs."""

    counted: Annotated[int, msgspec.Meta(ge=0, le=10_000_000)]
    why: Annotated[str, msgspec.Meta(min_length=3, max_length=300)]
