"""Goods that a seller writes down: a draft, its states, and what it lacks to be listed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from app.kit.i18n import N_
from app.kit.refusal import BadInput, Conflict, NotFound
from app.kit.states import StateMachine
from app.listings.questions import (
    ELEMENTS_STEP,
    STEPS,
    TRANSLATE,
    WORDS,
    Question,
    Step,
    questions_of,
)


class ListingState(StrEnum):
    """Where a draft lies: with the seller, with the office, or listed."""

    WRITING = "writing"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    LISTED = "listed"


class ListingCannotMove(Conflict):
    """The draft is not where this step begins."""

    code = "listing.cannot_move"
    sentence = N_("This step is not possible for the listing now. Its state: %(state)s.")


LISTING_STATES: Final = StateMachine(
    start=ListingState.WRITING,
    names={
        ListingState.WRITING: N_("Being written"),
        ListingState.SUBMITTED: N_("With the office"),
        ListingState.RETURNED: N_("Sent back"),
        ListingState.LISTED: N_("Listed"),
    },
    moves={
        ListingState.WRITING: frozenset({ListingState.SUBMITTED}),
        ListingState.SUBMITTED: frozenset({ListingState.RETURNED, ListingState.LISTED}),
        ListingState.RETURNED: frozenset({ListingState.SUBMITTED}),
        ListingState.LISTED: frozenset(),
    },
    refusal=ListingCannotMove,
)


class NoSuchListing(NotFound):
    """There is no such draft, or it is another company's."""

    code = "listing.not_found"
    sentence = N_("There is no such listing.")


class ListingChanged(Conflict):
    """The draft was saved from another page since this one was opened."""

    code = "listing.changed"
    sentence = N_(
        "This was changed on another page meanwhile: %(what)s. What you typed stands below:"
        " save it again to put it in place."
    )


class ListingLacks(BadInput):
    """A question that needs an answer has none."""

    code = "listing.lacks"
    sentence = N_("Not all is answered yet. What lacks: %(what)s.")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductDraft:
    """Goods as far as they are written down. `answers` are texts by question."""

    id: int
    seller_id: int
    state: ListingState
    version: int
    answers: Mapping[str, str]
    changed_at: datetime
    changed_by_id: int
    why: str = ""
    """Why the office sent it back; empty when it did not."""

    @property
    def names(self) -> dict[str, str]:
        """What the goods are called, by language tag."""
        tags = {"zh_Hans": "name_zh", "en": "name_en", "ru": "name_ru"}
        return {tag: self.answer(name) for tag, name in tags.items() if self.answer(name)}

    @property
    def wants_translation(self) -> bool:
        """Whether the seller asks the office for the words in other languages."""
        return self.answer(TRANSLATE) == "yes"

    def answer(self, question: str) -> str:
        """Return an answer; empty when there is none."""
        return self.answers.get(question, "").strip()

    def check_editable(self) -> None:
        """Raise `ListingCannotMove` unless the draft lies with the seller."""
        LISTING_STATES.require(self.state, ListingState.WRITING, ListingState.RETURNED)

    def check_version(self, version: int, answers: Mapping[str, str]) -> None:
        """Raise `ListingChanged` with what differs, unless nobody saved since the version."""
        if version != self.version:
            labels = {each.field: each.label for step in STEPS for each in step.questions}
            what = [
                labels.get(field, field)
                for field, text in answers.items()
                if text != self.answer(field)
            ]
            raise ListingChanged(what=tuple(what) or (N_("other steps"),))


@dataclass(frozen=True, slots=True)
class Lack:
    """A question without an answer, and the step that asks it."""

    step: Step
    question: Question


@dataclass(frozen=True, slots=True)
class Readiness:
    """How many of the needed answers a draft has, and which it lacks."""

    asked: int
    lacks: tuple[Lack, ...]

    @property
    def percent(self) -> int:
        """The share of the needed answers that are there, in whole percent, never rounded up."""
        return (self.asked - len(self.lacks)) * 100 // self.asked

    def is_done(self, step: Step) -> bool:
        """Whether a step lacks nothing."""
        return all(lack.step is not step for lack in self.lacks)

    def check(self) -> None:
        """Raise `ListingLacks` with what lacks."""
        if self.lacks:
            raise ListingLacks(what=tuple(lack.question.label for lack in self.lacks))


def readiness(
    draft: ProductDraft, element_names: tuple[str, ...], *, is_translated: bool = False
) -> Readiness:
    """Return what a draft lacks to be submitted; when `is_translated`, to be listed.

    `element_names` are those of its code's line; without a line the elements lack as a whole.
    """
    excused = WORDS if draft.wants_translation and not is_translated else ()
    asked = [
        Lack(step, question)
        for step in STEPS
        for question in _needed(step, element_names)
        if question.field not in excused
    ]
    lacks = tuple(lack for lack in asked if not draft.answer(lack.question.field))
    return Readiness(len(asked), lacks)


def _needed(step: Step, element_names: tuple[str, ...]) -> list[Question]:
    if step is ELEMENTS_STEP and not element_names:
        return [Question("elements", ELEMENTS_STEP.label)]
    return [each for each in questions_of(step, element_names) if each.is_needed]
