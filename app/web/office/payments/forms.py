"""Forms of payments and refunds."""

from datetime import date
from typing import Annotated

import msgspec

from app.kit import forms


class PaymentForm(msgspec.Struct):
    """One transfer, as it stands on the bank's statement."""

    reference: Annotated[str, msgspec.Meta(min_length=1, max_length=20, extra=forms.CODE)]
    amount: forms.Amount
    currency: Annotated[str, msgspec.Meta(pattern="^[A-Z]{3}$")]
    received_on: date
    bank_reference: Annotated[str, msgspec.Meta(min_length=1, max_length=60)]


class RefundForm(msgspec.Struct):
    """Units of an order's line whose price is refunded."""

    order: Annotated[str, msgspec.Meta(min_length=1, max_length=20, extra=forms.CODE)]
    position: Annotated[int, msgspec.Meta(ge=1, le=999)]
    quantity: Annotated[int, msgspec.Meta(ge=1, le=10**9)]
    bank_reference: Annotated[str, msgspec.Meta(min_length=1, max_length=60)]
    why: Annotated[str, msgspec.Meta(min_length=1, max_length=300)]
