"""Rehearsing a draft of terms, and publishing it by a second person."""

from datetime import datetime

from app.accounts.person import Reader
from app.kit import once
from app.kit.db import transaction
from app.kit.money import CNY
from app.rates.actions.terms import find_terms
from app.rates.banks import bank_for
from app.rates.draft import Draft
from app.rates.figures import terms_figures
from app.rates.log import Deed, LogKind
from app.rates.objections import Objection, check_reason, objections
from app.rates.official import OfficialRate
from app.rates.repository import drafts, published, selling
from app.rates.selling import SellingRate, SellingTerms
from app.rehearsals import repository
from app.rehearsals.rehearsal import DataMoved, Rehearsal, rehearse


async def rehearse_draft(draft_id: int, *, by: Reader, at: datetime) -> Rehearsal:
    """Save and return what a draft would do to everything open; nothing else changes.

    Raises `NoSuchDraft`, `DraftCannotMove`, `InstantPassed`, or `NoRate` when a day
    has no official rate.
    """
    async with transaction():
        await once.claim()
        draft = await drafts.lock_draft(draft_id)
        rehearsed = draft.rehearsed()
        predicted = await _rehearse(draft, at=at)
        await repository.save_rehearsal(predicted, draft_id=draft.id, by_id=by.person_id, at=at)
        await drafts.save_state(rehearsed)
        await drafts.save_log(
            Deed(kind=LogKind.REHEARSED, about=draft.currency, at=at, by_id=by.person_id)
        )
    return predicted


async def _rehearse(draft: Draft, *, at: datetime) -> Rehearsal:
    before, after = await _both(draft, at=at)
    lines = await repository.list_open_lines(draft.currency)
    return rehearse(draft, lines, before=before, after=after)


async def _both(draft: Draft, *, at: datetime) -> tuple[SellingRate | None, SellingRate]:
    """Return the selling rates (now, as drafted), each with the official rate of its day."""
    terms = draft.terms(published_at=at)
    held = await find_terms(draft.currency, at)
    before = SellingRate(await _official(draft.currency, at, at=at), held) if held else None
    after = SellingRate(await _official(draft.currency, terms.effective_from, at=at), terms)
    return before, after


async def _official(currency: str, instant: datetime, *, at: datetime) -> OfficialRate:
    """Return the official rate of the instant's day, as known at `at`."""
    bank = bank_for(currency)
    return await published.official_in_force(bank.code, CNY.code, bank.day_at(instant), at=at)


async def get_objections(draft: Draft, *, at: datetime) -> tuple[Objection, ...]:
    """Return the objections to publishing a draft; raises `InstantPassed` or `NoRate`."""
    before, after = await _both(draft, at=at)
    return objections(after.terms, before=before, official=after.official)


async def publish_draft(
    draft_id: int, *, seal: str, by: Reader, at: datetime, reason: str
) -> SellingTerms:
    """Put a rehearsed draft in force, by somebody else than who drafted it.

    `seal` is that of the rehearsal which the second person has read. Raises `NoSuchDraft`,
    `SameHands`, `DraftCannotMove`, `InstantPassed`, `NoRate`, `ReasonNeeded`, and `DataMoved` when
    anything it was predicted from has changed. Touches no product, basket, quote or order.
    """
    async with transaction():
        await once.claim()
        await published.lock((await drafts.get_draft(draft_id)).currency)
        draft = await drafts.lock_draft(draft_id)
        done = draft.published(by_id=by.person_id, at=at)
        await _check_seal(draft, seal, at=at)
        because = check_reason(await get_objections(draft, at=at), reason)
        terms = draft.terms(published_at=at)
        held = await find_terms(draft.currency, at)
        await selling.save_terms(terms, draft, by_id=by.person_id, at=at, reason=because)
        former = terms_figures(held) if held else {}
        await drafts.save_state(done.beside(former))
        await drafts.save_log(
            Deed(
                kind=LogKind.PUBLISHED,
                about=draft.currency,
                at=at,
                by_id=by.person_id,
                before=former,
                after=terms_figures(draft),
                why=because or draft.why,
            )
        )
    return terms


async def _check_seal(draft: Draft, seal: str, *, at: datetime) -> None:
    latest = (await repository.list_rehearsals(draft.id))[0].seal
    now = (await _rehearse(draft, at=at)).seal
    if not seal == latest == now:
        raise DataMoved
