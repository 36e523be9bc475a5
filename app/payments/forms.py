"""What the payments desk sends."""

from datetime import date
from decimal import Decimal
from typing import Annotated

import msgspec


class PaymentForm(msgspec.Struct):
    """One transfer, as it stands on the bank's statement."""

    reference: Annotated[str, msgspec.Meta(min_length=1, max_length=20)]
    amount: Decimal
    currency: Annotated[str, msgspec.Meta(pattern="^[A-Z]{3}$")]
    received_on: date
    bank_reference: Annotated[str, msgspec.Meta(min_length=1, max_length=60)]
