"""Read models of listings: the drafts, one of them, and a step of one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.accounts.person import Reader
from app.catalog import repository as catalog
from app.catalog.mall import Mall
from app.kit import i18n
from app.kit.refusal import Refusal
from app.listings import repository
from app.listings.actions import element_names
from app.listings.draft import ProductDraft, Readiness, readiness
from app.listings.questions import Step, get_step
from app.rates.selling import SellingRate
from app.shop.actions import list_selling_rates


@dataclass(frozen=True, slots=True)
class ListingPage:
    """A draft, what it lacks, and today's selling rates for its preview."""

    draft: ProductDraft
    ready: Readiness
    rates: Mapping[str, SellingRate | Refusal]


@dataclass(frozen=True, slots=True)
class StepPage:
    """A step of a draft, with what its fields offer."""

    draft: ProductDraft
    step: Step
    ready: Readiness
    element_names: tuple[str, ...]
    malls: Sequence[Mall]


async def read_drafts(reader: Reader, *, at: datetime) -> list[tuple[ProductDraft, Readiness]]:
    """Read the company's drafts that are not listed, each with what it lacks."""
    drafts = await repository.list_open_drafts(reader.company_id)
    return [(draft, await _ready(draft, at=at)) for draft in drafts]


async def read_draft(reader: Reader, draft_id: int, *, at: datetime) -> ListingPage:
    """Read a draft of the reader's company; raises `NoSuchListing`."""
    draft = await repository.get_draft_for(reader, draft_id)
    return ListingPage(draft, await _ready(draft, at=at), await list_selling_rates(at=at))


async def read_step(reader: Reader, draft_id: int, step: str, *, at: datetime) -> StepPage:
    """Read a step of a draft of the reader's company; raises `NoSuchListing` or `NoSuchStep`."""
    draft = await repository.get_draft_for(reader, draft_id)
    names = await element_names(draft.answer("china_code"), at=at)
    return StepPage(
        draft=draft,
        step=get_step(step),
        ready=readiness(draft, names),
        element_names=names,
        malls=await catalog.list_malls(i18n.language()),
    )


async def _ready(draft: ProductDraft, *, at: datetime) -> Readiness:
    return readiness(draft, await element_names(draft.answer("china_code"), at=at))
