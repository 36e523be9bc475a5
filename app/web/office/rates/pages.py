"""Read models of the rates administrator's pages."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from app.kit.refusal import Refusal
from app.rates.actions.terms import find_terms
from app.rates.draft import Draft, DraftState
from app.rates.objections import Objection
from app.rates.repository import drafts
from app.rates.selling import SellingTerms
from app.rehearsals.actions import get_objections
from app.rehearsals.outcome import Rehearsed
from app.rehearsals.repository import list_rehearsals

_OPEN: Final = frozenset({DraftState.DRAFTED, DraftState.REHEARSED})


@dataclass(frozen=True, slots=True)
class DraftPage:
    """A draft, the terms in force now, its objections, and its rehearsals."""

    draft: Draft
    held: SellingTerms | None
    objections: tuple[Objection, ...]
    rehearsed: list[Rehearsed]


async def read_draft_page(draft_id: int, *, at: datetime) -> DraftPage:
    """Read a draft; raises `NoSuchDraft`."""
    draft = await drafts.get_draft(draft_id)
    return DraftPage(
        draft=draft,
        held=await find_terms(draft.currency, at),
        objections=await _objections(draft, at=at),
        rehearsed=await list_rehearsals(draft.id),
    )


async def _objections(draft: Draft, *, at: datetime) -> tuple[Objection, ...]:
    """Return the objections to an open draft; a refusal of pricing is one."""
    if draft.state not in _OPEN:
        return ()
    try:
        return await get_objections(draft, at=at)
    except Refusal as refusal:
        return (Objection(refusal.sentence, refusal.fields),)
