"""Drafting terms, withdrawing a draft, stopping a currency in an emergency, lifting the stop."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from app.accounts.person import Reader
from app.kit import once
from app.kit.db import transaction
from app.rates.banks import bank_for
from app.rates.draft import Draft, InstantPassed, check_new
from app.rates.figures import terms_figures
from app.rates.log import Deed, LogKind
from app.rates.repository import drafts, published, selling
from app.rates.rounding import RoundingRule
from app.rates.selling import Limits, NoTerms, SellingTerms, check_percent
from app.rates.stop import StoppedAlready, check_lift


@dataclass(frozen=True, slots=True)
class Proposal:
    """Proposed terms. `holds_from` None: from the moment they are published."""

    currency: str
    spread_percent: Decimal
    rounding: RoundingRule
    limits: Limits
    holds_from: datetime | None
    why: str


async def draft_terms(proposal: Proposal, *, by: Reader, at: datetime) -> Draft:
    """Save a draft; nothing is sold by it until a second person publishes it.

    Raises `NoBank` for a currency we do not sell in, `SpreadOutOfBounds`, `TooFine`,
    `InstantPassed`, and `NothingNew` when these terms hold already.
    """
    check_percent(proposal.spread_percent, field="spread_percent")
    if proposal.holds_from is not None and proposal.holds_from < at:
        raise InstantPassed(field="holds_from")
    draft = _draft(proposal, by=by, at=at)
    async with transaction():
        await once.claim()
        await published.lock(draft.currency)
        held = await find_terms(draft.currency, at)
        former = terms_figures(held) if held else {}
        saved = await drafts.save_draft(check_new(draft, held).beside(former))
        await drafts.save_log(
            Deed(
                kind=LogKind.DRAFTED,
                about=draft.currency,
                at=at,
                by_id=by.person_id,
                before=former,
                after=terms_figures(draft),
                why=draft.why,
            )
        )
    return saved


def _draft(proposal: Proposal, *, by: Reader, at: datetime) -> Draft:
    return Draft(
        id=0,
        currency=bank_for(proposal.currency).currency,
        spread_percent=proposal.spread_percent,
        rounding=proposal.rounding,
        limits=proposal.limits,
        holds_from=proposal.holds_from,
        drafted_by_id=by.person_id,
        drafted_by=by.name,
        drafted_at=at,
        why=proposal.why,
    )


async def find_terms(currency: str, at: datetime) -> SellingTerms | None:
    """Return the terms in force, or None before a currency's first ones."""
    try:
        return await selling.terms_in_force(currency, at)
    except NoTerms:
        return None


async def withdraw_draft(draft_id: int, *, by: Reader, at: datetime, why: str) -> Draft:
    """Withdraw a draft; raises `NoSuchDraft` or `DraftCannotMove`."""
    async with transaction():
        await once.claim()
        draft = (await drafts.lock_draft(draft_id)).withdrawn()
        await drafts.save_state(draft)
        await drafts.save_log(
            Deed(kind=LogKind.WITHDRAWN, about=draft.currency, at=at, by_id=by.person_id, why=why)
        )
    return draft


async def stop_selling(currency: str, *, by: Reader, at: datetime, why: str) -> None:
    """Stop selling in a currency immediately; raises `NoBank` or `StoppedAlready`."""
    bank_for(currency)
    async with transaction():
        await once.claim()
        await published.lock(currency)
        if await selling.is_stopped(currency):
            raise StoppedAlready(currency=currency)
        await selling.save_stop(currency, by_id=by.person_id, at=at, why=why)
        await drafts.save_log(
            Deed(kind=LogKind.STOPPED, about=currency, at=at, by_id=by.person_id, why=why)
        )


async def lift_stop(currency: str, *, by: Reader, at: datetime, why: str) -> None:
    """Resume selling; raises `NotStopped`, or `SameHands` for the one who stopped it."""
    async with transaction():
        await once.claim()
        await published.lock(currency)
        stop = check_lift(await selling.get_stop(currency), by_id=by.person_id)
        await selling.save_lift(stop, by_id=by.person_id, at=at, why=why)
        await drafts.save_log(
            Deed(kind=LogKind.LIFTED, about=currency, at=at, by_id=by.person_id, why=why)
        )
