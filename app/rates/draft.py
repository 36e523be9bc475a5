"""A draft of new selling terms: one person makes it, it is rehearsed, a second one publishes it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Final

from app.kit.i18n import N_
from app.kit.refusal import BadInput, Conflict, NotAllowed, NotFound
from app.kit.states import StateMachine
from app.rates.rounding import RoundingRule
from app.rates.selling import Limits, SellingTerms


class DraftState(StrEnum):
    DRAFTED = "drafted"
    REHEARSED = "rehearsed"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class NoSuchDraft(NotFound):
    code = "rate.draft_not_found"
    sentence = N_("There is no such draft.")


class DraftCannotMove(Conflict):
    """The draft's state does not allow this step."""

    code = "rate.draft_cannot_move"
    sentence = N_("This step is not possible for the draft now. Its state: %(state)s.")


DRAFT_STATES: Final = StateMachine(
    start=DraftState.DRAFTED,
    names={
        DraftState.DRAFTED: N_("Draft"),
        DraftState.REHEARSED: N_("Rehearsed"),
        DraftState.PUBLISHED: N_("Published"),
        DraftState.WITHDRAWN: N_("Withdrawn"),
    },
    moves={
        DraftState.DRAFTED: frozenset({DraftState.REHEARSED, DraftState.WITHDRAWN}),
        # Prices and rates may have changed since the rehearsal, so it may be repeated.
        DraftState.REHEARSED: frozenset(
            {DraftState.REHEARSED, DraftState.PUBLISHED, DraftState.WITHDRAWN}
        ),
        DraftState.PUBLISHED: frozenset(),
        DraftState.WITHDRAWN: frozenset(),
    },
    refusal=DraftCannotMove,
)


class SameHands(NotAllowed):
    """A change must be confirmed by somebody else (the four-eyes principle)."""

    code = "rate.same_hands"
    sentence = N_("A second person must confirm this: you made it yourself.")


class NothingNew(BadInput):
    """The draft equals the terms in force."""

    code = "rate.nothing_new"
    sentence = N_("These terms hold for %(currency)s already.")


class InstantPassed(BadInput):
    """Terms never take effect retroactively."""

    code = "rate.instant_passed"
    sentence = N_("The instant from which these terms should hold has passed.")


@dataclass(frozen=True, slots=True)
class Draft:
    """Proposed terms for one currency."""

    id: int
    currency: str
    spread_percent: Decimal
    rounding: RoundingRule
    limits: Limits
    holds_from: datetime | None
    """The stated instant; None: from the moment it is published."""
    drafted_by_id: int
    drafted_by: str
    drafted_at: datetime
    why: str
    state: DraftState = DRAFT_STATES.start
    former: Mapping[str, str] = field(default_factory=dict)
    """Figures by name that held when it was drafted and, once published, when it was published;
    empty before a currency's first terms."""
    published_at: datetime | None = None

    def terms(self, *, published_at: datetime) -> SellingTerms:
        """Return the terms as they hold when the draft is published at the instant.

        Raises `InstantPassed`.
        """
        if self.holds_from is not None and self.holds_from < published_at:
            raise InstantPassed(field="holds_from")
        return SellingTerms(
            currency=self.currency,
            spread_percent=self.spread_percent,
            effective_from=self.holds_from or published_at,
            rounding=self.rounding,
            limits=self.limits,
        )

    def rehearsed(self) -> "Draft":
        """Return the draft marked as rehearsed."""
        return self._moved(DraftState.REHEARSED)

    def published(self, *, by_id: int, at: datetime) -> "Draft":
        """Return the draft as published; raises `SameHands` for the one who made it."""
        if by_id == self.drafted_by_id:
            raise SameHands
        return replace(self._moved(DraftState.PUBLISHED), published_at=at)

    def beside(self, former: Mapping[str, str]) -> "Draft":
        """Return the draft with the figures in force when it is decided on."""
        return replace(self, former=former)

    def withdrawn(self) -> "Draft":
        return self._moved(DraftState.WITHDRAWN)

    def _moved(self, to: DraftState) -> "Draft":
        return replace(self, state=DRAFT_STATES.move(self.state, to))


def check_new(draft: Draft, held: SellingTerms | None) -> Draft:
    """Return the draft if it changes anything, else raise `NothingNew`."""
    if held is None:
        return draft
    same = (draft.spread_percent, draft.rounding, draft.limits)
    if same == (held.spread_percent, held.rounding, held.limits):
        raise NothingNew(field="spread_percent", currency=draft.currency)
    return draft
