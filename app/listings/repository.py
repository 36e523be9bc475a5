"""Drafts of goods: every query, and the one place that says whose they are."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from piccolo.custom_types import Combinable

from app.accounts.person import Reader, Role
from app.kit.records import Record, read_all
from app.kit.transitions import move_columns, save_transition
from app.listings.draft import (
    LISTING_STATES,
    ListingCannotMove,
    ListingState,
    NoSuchListing,
    ProductDraft,
)
from app.listings.tables import DraftMove as MoveRow
from app.listings.tables import ProductDraft as DraftRow

_REASONS: Final = (
    "SELECT DISTINCT ON (draft) draft, why FROM draft_move"
    " WHERE draft = ANY({}::integer[]) AND to_state = 'returned' ORDER BY draft, id DESC"
)


class DraftRecord(Record):
    id: int
    seller: int
    state: ListingState
    version: int
    answers: dict[str, str]
    changed_at: datetime
    changed_by: int


class ReasonRecord(Record):
    draft: int
    why: str


async def list_open_drafts(seller_id: int) -> list[ProductDraft]:
    """List a company's drafts that are not listed yet, the one changed last first."""
    not_listed = DraftRow.state != ListingState.LISTED.value
    return await _drafts((DraftRow.seller == seller_id) & not_listed)


async def list_submitted() -> list[ProductDraft]:
    """List the drafts that wait for the office."""
    return await _drafts(DraftRow.state == ListingState.SUBMITTED.value)


async def get_draft_for(reader: Reader, draft_id: int) -> ProductDraft:
    """Return the draft if the reader may see it: the one place that checks it.

    A seller sees their own company's drafts, an operator those that came to the office.
    `NoSuchListing` is raised alike for a missing draft and for somebody else's.
    """
    return _visible(reader, await _drafts(DraftRow.id == draft_id))


async def lock_draft_for(reader: Reader, draft_id: int) -> ProductDraft:
    """Return the draft as `get_draft_for`, its row locked to the end of the transaction."""
    query = DraftRow.select(DraftRow.id).where(DraftRow.id == draft_id).order_by(DraftRow.id)
    await query.lock_rows("NO KEY UPDATE")
    return await get_draft_for(reader, draft_id)


def _visible(reader: Reader, found: list[ProductDraft]) -> ProductDraft:
    for draft in found:
        is_own = reader.role is Role.SELLER and draft.seller_id == reader.company_id
        is_sent = reader.role is Role.OPERATOR and draft.state is not ListingState.WRITING
        if is_own or is_sent:
            return draft
    raise NoSuchListing


async def _drafts(which: Combinable) -> list[ProductDraft]:
    query = DraftRow.select().where(which).order_by(DraftRow.changed_at, ascending=False)
    rows = await read_all(DraftRecord, query.order_by(DraftRow.id))
    reasons = await read_all(ReasonRecord, MoveRow.raw(_REASONS, [row.id for row in rows]))
    said = {row.draft: row.why for row in reasons}
    return [
        ProductDraft(
            id=row.id,
            seller_id=row.seller,
            state=row.state,
            version=row.version,
            answers=row.answers,
            changed_at=row.changed_at,
            changed_by_id=row.changed_by,
            why=said.get(row.id, ""),
        )
        for row in rows
    ]


async def save_new_draft(answers: Mapping[str, str], *, by: Reader, at: datetime) -> int:
    """Save a new draft of the reader's company and return its id."""
    row = DraftRow(
        seller=by.company_id,
        state=ListingState.WRITING.value,
        answers=dict(answers),
        changed_at=at,
        changed_by=by.person_id,
    )
    await row.save()
    return row.id


async def save_answers(
    draft: ProductDraft, answers: Mapping[str, str], *, by_id: int, at: datetime
) -> None:
    """Add answers to a locked draft; it is a version further."""
    await DraftRow.update(
        {
            DraftRow.answers: {**draft.answers, **answers},
            DraftRow.version: draft.version + 1,
            DraftRow.changed_at: at,
            DraftRow.changed_by: by_id,
        }
    ).where(DraftRow.id == draft.id)


async def save_state(
    draft: ProductDraft, *, to: ListingState, by_id: int, at: datetime, why: str = ""
) -> None:
    """Save a draft's move; raises `ListingCannotMove` when it moved meanwhile."""
    columns = move_columns(was=draft.state, to=to, at=at, by_id=by_id, why=why)
    move = MoveRow(draft=draft.id, **columns)
    if not await save_transition(DraftRow.state, draft.id, was=draft.state, to=to, history=move):
        raise ListingCannotMove(state=LISTING_STATES.names[draft.state])


async def save_product_of(draft_id: int, product_id: int) -> None:
    """Save which product a draft was listed as."""
    await DraftRow.update({DraftRow.product: product_id}).where(DraftRow.id == draft_id)
