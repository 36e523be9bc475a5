"""Forms of the rates desk."""

from typing import Annotated

import msgspec

from app.kit import forms

Currency = Annotated[str, msgspec.Meta(pattern="^[A-Z]{3}$")]
Why = Annotated[str, msgspec.Meta(min_length=1, max_length=300)]
Days = Annotated[int, msgspec.Meta(ge=1, le=999)]


class TermsForm(msgspec.Struct):
    """New terms for one currency: a draft."""

    currency: Currency
    spread_percent: forms.Percent
    step: forms.Amount
    """In the currency itself, such as 10 tenge."""
    ending: forms.Amount
    direction: Annotated[str, msgspec.Meta(pattern="^(nearest|up|down)$")]
    warn_age_days: Days
    stop_age_days: Days
    jump_percent: forms.Percent
    floor_percent: forms.Percent
    holds_from: Annotated[str, msgspec.Meta(max_length=19)]
    """A day and time in the warehouse's time zone; empty: when it is published."""
    why: Why


class StopForm(msgspec.Struct):
    """A currency to be stopped, and why."""

    currency: Currency
    why: Why


class LiftForm(msgspec.Struct):
    """Why a stop is lifted."""

    why: Why


class BodyForm(msgspec.Struct):
    """Which bank the file of rates comes from; the file itself travels beside it."""

    bank: Annotated[str, msgspec.Meta(min_length=1, max_length=10)]
    missing_because: Annotated[str, msgspec.Meta(max_length=300)]
    """Why an answer that misses a currency is right; empty: such an answer is refused."""


class ConfirmationForm(msgspec.Struct):
    """Why a rate is right although it jumped."""

    reason: Annotated[str, msgspec.Meta(max_length=300)]
