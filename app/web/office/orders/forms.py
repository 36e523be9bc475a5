"""What narrows the list of orders."""

from datetime import date
from typing import Annotated

import msgspec

from app.kit import forms
from app.kit.listing import ListForm
from app.orders.order import OrderState

_STATE = "|".join(OrderState)


class OrderListForm(ListForm):
    """The choices of the list of orders."""

    state: Annotated[str, msgspec.Meta(pattern=f"^({_STATE})?$")]
    currency: Annotated[str, msgspec.Meta(pattern="^([A-Z]{3})?$")]
    least: forms.Amount | None
    most: forms.Amount | None
    since: date | None
    until: date | None
