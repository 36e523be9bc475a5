"""Forms of codes."""

from typing import Annotated

import msgspec

from app.kit import forms


class ProposalForm(msgspec.Struct):
    """A code of goods in a tariff, its evidence, and why it may differ."""

    sku: Annotated[str, msgspec.Meta(min_length=1, max_length=40, extra=forms.CODE)]
    tariff: Annotated[str, msgspec.Meta(pattern="^[A-Z]{2,6}$")]
    code: Annotated[str, msgspec.Meta(min_length=1, max_length=20, extra=forms.DIGITS)]
    evidence: Annotated[str, msgspec.Meta(min_length=1, max_length=500)]
    reason: Annotated[str, msgspec.Meta(max_length=500)]


class DecisionForm(msgspec.Struct):
    """What is decided about a code, and why."""

    verdict: Annotated[str, msgspec.Meta(pattern="^(confirmed|refused|withdrawn)$")]
    why: Annotated[str, msgspec.Meta(max_length=300)]
