"""Read models of the operator's listings."""

from dataclasses import dataclass
from datetime import datetime

from app.accounts import repository as accounts
from app.accounts.company import Company
from app.accounts.person import Reader
from app.listings import repository
from app.listings.actions import element_names
from app.listings.draft import ProductDraft


@dataclass(frozen=True, slots=True)
class SubmittedDraft:
    """A draft, the company that sells it, and the elements that its code asks for."""

    draft: ProductDraft
    seller: Company
    element_names: tuple[str, ...]


async def read_submitted() -> list[tuple[ProductDraft, str]]:
    """Read the drafts that wait for the office, each with its seller's name."""
    names = await accounts.company_names()
    return [(draft, names[draft.seller_id]) for draft in await repository.list_submitted()]


async def read_submitted_draft(reader: Reader, draft_id: int, *, at: datetime) -> SubmittedDraft:
    """Read a draft that came to the office; raises `NoSuchListing`."""
    draft = await repository.get_draft_for(reader, draft_id)
    names = await element_names(draft.answer("china_code"), at=at)
    return SubmittedDraft(draft, await accounts.get_company(draft.seller_id), names)
