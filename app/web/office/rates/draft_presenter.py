"""Presenter of a draft and its rehearsal."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from app.countries.clocks import say_instant
from app.kit.formats import money, number
from app.kit.i18n import N_, say, translate
from app.kit.money import from_minor
from app.kit.texts import refusal_text
from app.rates.draft import DRAFT_STATES, Draft, DraftState
from app.rates.figures import FIGURE_NAMES, terms_figures
from app.rates.selling import SellingTerms
from app.rehearsals.outcome import BuyerOutcome, Outcome, Rehearsed, UnderCost
from app.rehearsals.rehearsal import KIND_NAMES
from app.web.office.rates.pages import DraftPage
from app.web.presenters.rates import figure_text

Cells = tuple[str, ...]

_TONES: Final = {
    DraftState.DRAFTED: "waiting",
    DraftState.REHEARSED: "busy",
    DraftState.PUBLISHED: "good",
    DraftState.WITHDRAWN: "plain",
}


@dataclass(frozen=True, slots=True)
class OutcomeView:
    """The outcome of a rehearsal."""

    made: str
    """By whom and when."""
    seal: str
    summary: str
    buyers: tuple[tuple[Cells, bool], ...]
    """A row a buyer, and whether a line of it falls under cost."""
    totals: Cells
    under_cost: tuple[Cells, ...]
    under_cost_more: int
    """Lines under cost that are not named."""


@dataclass(frozen=True, slots=True)
class DraftView:
    """A draft, and what the reader may do with it."""

    id: int
    currency: str
    state: str
    tone: str
    facts: list[tuple[str, str, str]]
    beside: str
    """Head of the figures beside the draft's: those in force now, or before its publication."""
    changes: tuple[tuple[Cells, bool], ...]
    """Cells of each figure (name, beside, in the draft), and whether it changes."""
    objections: tuple[str, ...]
    outcomes: tuple[OutcomeView, ...]
    """The latest rehearsal, or none."""
    can_rehearse: bool
    can_publish: bool
    is_mine: bool


def draft_view(shown: DraftPage, *, reader: tuple[int, str]) -> DraftView:
    """Present a draft to a reader, given as person id and country."""
    reader_id, country = reader
    draft = shown.draft
    is_open = draft.state in {DraftState.DRAFTED, DraftState.REHEARSED}
    return DraftView(
        id=draft.id,
        currency=draft.currency,
        state=translate(DRAFT_STATES.names[draft.state]),
        tone=_TONES[draft.state],
        facts=_facts(draft, country),
        beside=translate("Now") if is_open else translate("Before"),
        changes=tuple(_changes(draft, _now(shown.held) if is_open else draft.former)),
        objections=tuple(refusal_text(each) for each in shown.objections),
        outcomes=tuple(_outcome(each, country) for each in shown.rehearsed[:1]),
        can_rehearse=is_open,
        can_publish=draft.state is DraftState.REHEARSED and draft.drafted_by_id != reader_id,
        is_mine=draft.drafted_by_id == reader_id,
    )


def _now(held: SellingTerms | None) -> Mapping[str, str]:
    return terms_figures(held) if held else {}


def _facts(draft: Draft, country: str) -> list[tuple[str, str, str]]:
    holds_from = draft.holds_from or draft.published_at
    since = say_instant(holds_from, country) if holds_from else translate("when it is published")
    facts = [
        (translate("Currency"), draft.currency, ""),
        (translate("Drafted by"), draft.drafted_by, say_instant(draft.drafted_at, country)),
        (translate("Reason"), draft.why, ""),
    ]
    if draft.state is not DraftState.WITHDRAWN:
        facts.append((translate("In force"), since, ""))
    return facts


def _changes(draft: Draft, before: Mapping[str, str]) -> list[tuple[Cells, bool]]:
    return [
        (
            (
                translate(FIGURE_NAMES[name]),
                figure_text(name, before[name]) if name in before else "—",
                figure_text(name, figure),
            ),
            before.get(name) != figure,
        )
        for name, figure in terms_figures(draft).items()
    ]


def _outcome(rehearsed: Rehearsed, country: str) -> OutcomeView:
    outcome = rehearsed.outcome
    made = N_("Rehearsed by %(who)s, %(when)s")
    when = say_instant(rehearsed.rehearsed_at, country)
    return OutcomeView(
        made=say(made, {"who": rehearsed.rehearsed_by, "when": when}),
        seal=rehearsed.seal,
        summary=_summary(outcome),
        buyers=tuple(_buyer(each, outcome.currency) for each in outcome.buyers),
        totals=_amounts(outcome, outcome.currency),
        under_cost=tuple(_under(each, outcome.currency) for each in outcome.under_cost),
        under_cost_more=outcome.under_cost_count - len(outcome.under_cost),
    )


def _summary(outcome: Outcome) -> str:
    sentence = N_(
        "Open lines: %(lines)s. Without a price: %(refused)s. Below cost afterwards: %(under)s."
    )
    return say(
        sentence,
        {
            "lines": number(outcome.lines),
            "refused": number(outcome.refused),
            "under": number(outcome.under_cost_count),
        },
    )


def _buyer(row: BuyerOutcome, currency: str) -> tuple[Cells, bool]:
    kind = translate(KIND_NAMES[row.kind])
    buyer = row.buyer or translate("Visitors")
    cells = (buyer, kind, number(row.lines), *_amounts(row, currency))
    return cells, bool(row.under_cost)


def _amounts(row: Outcome | BuyerOutcome, currency: str) -> Cells:
    before, after = (from_minor(each, currency) for each in (row.before, row.after))
    return money(before), money(after), money(after - before)


def _under(row: UnderCost, currency: str) -> Cells:
    kind = translate(KIND_NAMES[row.kind])
    return (
        row.buyer or translate("Visitors"),
        f"{kind} {row.reference}",
        row.sku,
        money(from_minor(row.after, currency)),
        money(from_minor(row.cost, currency)),
    )
