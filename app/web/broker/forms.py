"""Forms of the broker's pages."""

from typing import Annotated

import msgspec

from app.kit import forms


class CodeForm(msgspec.Struct):
    """A code of goods aboard, the evidence of it, and why it may differ."""

    sku: Annotated[str, msgspec.Meta(max_length=40, extra=forms.CODE)]
    code: Annotated[str, msgspec.Meta(max_length=20, extra=forms.DIGITS)]
    evidence: Annotated[str, msgspec.Meta(max_length=500)]
    reason: Annotated[str, msgspec.Meta(max_length=500)]


class TakeBackForm(msgspec.Struct):
    """Why the firm takes its code back."""

    why: Annotated[str, msgspec.Meta(max_length=300)]
