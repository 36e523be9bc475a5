"""Presenter of proposed codes and what was decided about them."""

from dataclasses import dataclass
from typing import Final

from app.catalog.code_proposal import (
    CODE_STATES,
    CodeProposal,
    CodeState,
    Decision,
    Difference,
)
from app.countries.clocks import say_instant
from app.countries.repository import tariff_label
from app.kit.i18n import N_, text_of, translate

CODE_TONES: Final = {
    CodeState.PROPOSED: "warning",
    CodeState.CONFIRMED: "good",
    CodeState.REFUSED: "bad",
    CodeState.WITHDRAWN: "",
}
_DIFFERENCES: Final = {
    Difference.NONE: "",
    Difference.SUBHEADING: N_("Another subheading"),
    Difference.HEADING: N_("Another heading"),
    Difference.CHAPTER: N_("Another chapter"),
    Difference.UNKNOWN: N_("No HS code to compare with"),
}

Fact = tuple[str, str, str]
"""A term, its text, and a note."""


@dataclass(frozen=True, slots=True)
class ProposalView:
    """A proposed code."""

    id: int
    sku: str
    name: str
    tariff: str
    code: str
    state: str
    tone: str
    warning: str
    """How far it lies from the goods' HS code; empty when it begins with it."""
    proposer: str
    proposed: str
    evidence: str
    facts: list[Fact]
    may_decide: bool
    may_withdraw: bool


@dataclass(frozen=True, slots=True)
class DecisionView:
    """One decision about a code."""

    was: str
    state: str
    by: str
    at: str
    why: str


def proposal_view(code: CodeProposal, country: str) -> ProposalView:
    """Present a proposed code; instants are those of the reader's country."""
    proposed = say_instant(code.proposed_at, country)
    return ProposalView(
        id=code.id,
        sku=code.sku,
        name=text_of(code.names),
        tariff=tariff_label(code.tariff),
        code=code.code,
        state=translate(CODE_STATES.names[code.state]),
        tone=CODE_TONES[code.state],
        warning=_difference(code),
        proposer=_proposer(code),
        proposed=proposed,
        evidence=code.evidence,
        facts=_facts(code, proposed),
        may_decide=CODE_STATES.allows(code.state, CodeState.CONFIRMED),
        may_withdraw=CODE_STATES.allows(code.state, CodeState.WITHDRAWN),
    )


def decision_view(decision: Decision, country: str) -> DecisionView:
    """Present a decision about a code."""
    return DecisionView(
        was=translate(CODE_STATES.names[decision.was]),
        state=translate(CODE_STATES.names[decision.state]),
        by=decision.by,
        at=say_instant(decision.at, country),
        why=decision.why,
    )


def _difference(code: CodeProposal) -> str:
    text = _DIFFERENCES[code.difference]
    return translate(text) if text else ""


def _proposer(code: CodeProposal) -> str:
    if code.proposer_id is None:
        return translate("Came with the listing")
    return f"{code.proposer}, {code.firm}" if code.firm else code.proposer


def _facts(code: CodeProposal, proposed: str) -> list[Fact]:
    facts = [
        (translate("Article number"), code.sku, ""),
        (translate("Harmonised System, six digits"), code.hs or "—", _difference(code)),
        (translate("Counts for everybody now"), code.standing or "—", ""),
        (translate("Proposed by"), _proposer(code), proposed),
        (translate("Evidence"), code.evidence, ""),
    ]
    if code.reason:
        facts.append((translate("Why another heading"), code.reason, ""))
    return facts
