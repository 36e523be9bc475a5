"""What the rates desk sends."""

from decimal import Decimal
from typing import Annotated

import msgspec


class SpreadForm(msgspec.Struct):
    """A spread for one currency, in percent, and why."""

    currency: Annotated[str, msgspec.Meta(pattern="^[A-Z]{3}$")]
    percent: Decimal
    reason: Annotated[str, msgspec.Meta(min_length=1, max_length=300)]


class BodyForm(msgspec.Struct):
    """Which bank the file of rates comes from; the file itself travels beside it."""

    bank: Annotated[str, msgspec.Meta(min_length=1, max_length=10)]
