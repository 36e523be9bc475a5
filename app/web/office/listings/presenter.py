"""Presenter of goods that sellers have submitted."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from app.catalog.prefectures import prefecture_names
from app.catalog.units import PACKINGS, UNITS
from app.countries.repository import today
from app.kit.clock import WAREHOUSE_ZONE
from app.kit.formats import instant
from app.kit.i18n import text_of, translate
from app.listings.draft import LISTING_STATES, ListingState, ProductDraft
from app.listings.questions import STEPS, WORDS, questions_of
from app.web.office.listings.pages import SubmittedDraft
from app.web.presenters.units import packing_name, unit_name

LISTINGS: Final = "/office/listings"
Fact = tuple[str, str, str]
"""A question, its answer, and the step that asks it."""


@dataclass(frozen=True, slots=True)
class SubmittedRow:
    """Goods in the list of what waits."""

    href: str
    name: str
    seller: str
    changed: str


@dataclass(frozen=True, slots=True)
class SubmittedView:
    """Goods as the seller described them."""

    name: str
    href: str
    seller: str
    state: str
    tone: str
    is_waiting: bool
    facts: list[Fact]


def submitted_rows(found: Iterable[tuple[ProductDraft, str]]) -> list[SubmittedRow]:
    """Present what waits for the office."""
    return [
        SubmittedRow(
            href=f"{LISTINGS}/{draft.id}",
            name=draft.answer("name_zh"),
            seller=seller,
            changed=instant(draft.changed_at, WAREHOUSE_ZONE),
        )
        for draft, seller in found
    ]


def submitted_view(shown: SubmittedDraft) -> SubmittedView:
    """Present goods with every answer of the seller."""
    draft = shown.draft
    is_waiting = draft.state is ListingState.SUBMITTED
    return SubmittedView(
        name=draft.answer("name_zh"),
        href=f"{LISTINGS}/{draft.id}",
        seller=shown.seller.name,
        state=translate(LISTING_STATES.names[draft.state]),
        tone="waiting" if is_waiting else "plain",
        is_waiting=is_waiting,
        facts=list(_facts(shown)),
    )


def _facts(shown: SubmittedDraft) -> Iterator[Fact]:
    for step in STEPS:
        for question in questions_of(step, shown.element_names):
            answer = shown.draft.answer(question.field)
            if answer and question.field not in WORDS:
                text = _written(question.field, answer)
                yield translate(question.label), text, translate(step.label)


def _written(field: str, answer: str) -> str:
    if field == "sales_unit" and answer in UNITS:
        return unit_name(answer, 1)
    if field == "packing" and answer in PACKINGS:
        return packing_name(answer)
    if field == "prefecture":
        return text_of(prefecture_names(answer, on=today()))
    return answer


def words_of(draft: ProductDraft) -> dict[str, str]:
    """Return the words that the seller wrote in other languages."""
    return {field: draft.answer(field) for field in WORDS}
