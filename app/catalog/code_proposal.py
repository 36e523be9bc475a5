"""A code that somebody proposes for goods, and what others decided about it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from app.catalog.product import Tariff
from app.kit.i18n import N_
from app.kit.refusal import BadInput, Conflict, NotAllowed, NotFound
from app.kit.states import StateMachine

_CHAPTER: Final = 2
_HEADING: Final = 4


class CodeState(StrEnum):
    """How far a proposed code has come."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class CodeCannotMove(Conflict):
    """Somebody decided about the code already."""

    code = "code.cannot_move"
    sentence = N_("This step is not possible for the code %(code)s now. Its state: %(state)s.")


CODE_STATES: Final = StateMachine(
    start=CodeState.PROPOSED,
    names={
        CodeState.PROPOSED: N_("Proposed"),
        CodeState.CONFIRMED: N_("Confirmed"),
        CodeState.REFUSED: N_("Refused"),
        CodeState.WITHDRAWN: N_("Withdrawn"),
    },
    moves={
        CodeState.PROPOSED: frozenset(
            {CodeState.CONFIRMED, CodeState.REFUSED, CodeState.WITHDRAWN}
        ),
        CodeState.CONFIRMED: frozenset({CodeState.WITHDRAWN}),
        CodeState.REFUSED: frozenset(),
        CodeState.WITHDRAWN: frozenset(),
    },
    refusal=CodeCannotMove,
)


class NoSuchCode(NotFound):
    """Nobody proposed such a code, or it is not this reader's to decide about."""

    code = "code.not_found"
    sentence = N_("There is no such proposal of a code.")


class OtherChapter(BadInput):
    """The code lies in another chapter than the goods' own code of the Harmonised System."""

    code = "code.other_chapter"
    sentence = N_("%(code)s is of another chapter than the goods' HS code %(hs)s.")


class OtherHeading(BadInput):
    """The code lies in another heading, and nobody says why."""

    code = "code.other_heading"
    sentence = N_("%(code)s is of another heading than the goods' HS code %(hs)s. Say why.")


class NotComparable(BadInput):
    """The goods have no code of the Harmonised System, and nobody says why this one fits."""

    code = "code.not_comparable"
    sentence = N_("The goods have no HS code to compare %(code)s with. Say why it fits.")


class NotGoverned(BadInput):
    """The code of the Harmonised System itself is not proposed."""

    code = "code.not_governed"
    sentence = N_("The HS code comes with the goods. Choose the tariff of a country.")


class OwnProposal(NotAllowed):
    """Who proposed a code does not confirm it."""

    code = "code.own_proposal"
    sentence = N_("You proposed this code. A second person confirms it.")


class NotYourGoods(NotAllowed):
    """A seller proposes codes of their own goods alone."""

    code = "code.not_your_goods"
    sentence = N_("These goods are another seller's.")


class NoReason(BadInput):
    """A code is refused or taken back for a reason."""

    code = "code.no_reason"
    sentence = N_("Say why.")


class Difference(StrEnum):
    """How far a code lies from the goods' code of the Harmonised System."""

    NONE = "none"
    SUBHEADING = "subheading"
    HEADING = "heading"
    CHAPTER = "chapter"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCode:
    """A code as somebody proposes it."""

    sku: str
    tariff: Tariff
    code: str
    evidence: str
    reason: str = ""
    """Why it may differ from the goods' HS heading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeProposal:
    """A code that was proposed, and where it stands."""

    id: int
    product_id: int
    sku: str
    names: dict[str, str]
    hs: str
    """The goods' own six digits; empty when they have none."""
    tariff: Tariff
    code: str
    evidence: str
    reason: str
    proposed_at: datetime
    proposer_id: int | None
    """None for a code that came with the listing of the goods."""
    proposer: str
    firm_id: int | None
    """The broker's firm whose clients it counts for at once; None of anybody else's code."""
    firm: str
    state: CodeState
    standing: str = ""
    """The code that counts for everybody now; empty while there is none."""

    @property
    def difference(self) -> Difference:
        """How far the code lies from the goods' HS code."""
        return difference(self.code, self.hs)

    def decided(self, to: CodeState, *, by_id: int) -> CodeState:
        """Return the state after a decision; raises `CodeCannotMove` or `OwnProposal`."""
        state = CODE_STATES.move(self.state, to, code=self.code)
        if to is CodeState.CONFIRMED and by_id == self.proposer_id:
            raise OwnProposal
        return state


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decided about a code: from, to, who, when, why."""

    was: CodeState
    state: CodeState
    by: str
    at: datetime
    why: str


def difference(code: str, hs: str) -> Difference:
    """Return how far a code lies from six digits of the Harmonised System."""
    if not hs:
        return Difference.UNKNOWN
    if code[:_CHAPTER] != hs[:_CHAPTER]:
        return Difference.CHAPTER
    if code[:_HEADING] != hs[:_HEADING]:
        return Difference.HEADING
    return Difference.NONE if code.startswith(hs) else Difference.SUBHEADING


def check_difference(code: str, hs: str, *, reason: str) -> None:
    """Check a code against the goods' HS code.

    Raises `OtherChapter`; without a reason also `OtherHeading` and `NotComparable`.
    """
    found = difference(code, hs)
    if found is Difference.CHAPTER:
        raise OtherChapter(field="code", code=code, hs=hs)
    if found is Difference.HEADING and not reason.strip():
        raise OtherHeading(field="reason", code=code, hs=hs)
    if found is Difference.UNKNOWN and not reason.strip():
        raise NotComparable(field="reason", code=code)


def check_reason(why: str) -> None:
    """Check that a refusal or a withdrawal has its reason; raises `NoReason`."""
    if not why.strip():
        raise NoReason(field="why")
