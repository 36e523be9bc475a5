"""Selling terms put in force as people do it: one drafts and rehearses, another publishes."""

from datetime import datetime
from decimal import Decimal

from app.accounts.person import Reader
from app.rates.actions.terms import Proposal, draft_terms
from app.rates.draft import Draft
from app.rates.rounding import RoundingRule
from app.rates.selling import Limits, SellingTerms
from app.rehearsals.actions import publish_draft, rehearse_draft


def proposal(currency: str, percent: str, **changes: object) -> Proposal:
    """Return a proposal of a spread that leaves prices unrounded, with changes."""
    plain: dict[str, object] = {
        "currency": currency,
        "spread_percent": Decimal(percent),
        "rounding": RoundingRule(),
        "limits": Limits(jump_percent=Decimal(50)),
        "holds_from": None,
        "why": "Costs",
    }
    return Proposal(**{**plain, **changes})  # type: ignore[arg-type] # built by name


async def agree(
    proposed: Proposal, *, maker: Reader, checker: Reader, at: datetime
) -> SellingTerms:
    """Put terms in force by two people."""
    draft: Draft = await draft_terms(proposed, by=maker, at=at)
    foretold = await rehearse_draft(draft.id, by=maker, at=at)
    return await publish_draft(draft.id, seal=foretold.seal, by=checker, at=at, reason="Agreed")
