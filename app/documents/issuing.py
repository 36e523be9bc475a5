"""The source of a declaration's papers, and which of them a freeze makes due."""

from collections.abc import Collection

from app.declarations.draft import draft_declaration
from app.declarations.due import Audience, DuePaper
from app.declarations.snapshot import Consignment, LoadSnapshot
from app.documents.kind import Issue, PaperKind
from app.documents.kinds import KINDS
from app.kit.clock import day_at
from app.kit.i18n import N_
from app.kit.refusal import Conflict
from customs.china.rules import EXPORT
from customs.rules import Violation


class KindGone(Conflict):
    """The code no longer has the kind of a due paper: issued ones stay, none is made."""

    code = "paper.kind_gone"
    sentence = N_(
        "Papers of this kind are no longer made. Open the load again and freeze it anew,"
        " and none will be due."
    )


def issue_of(load: LoadSnapshot, order_number: str, *, declaration_number: str) -> Issue:
    """Return the source of the papers of one order of a frozen load."""
    consignment = next(each for each in load.consignments if each.order_number == order_number)
    return Issue(load, consignment, declaration_number, day_at(load.frozen_at))


def papers_due(load: LoadSnapshot, consignment: Consignment) -> list[DuePaper]:
    """Return the papers due for one order when its load is frozen."""
    on = day_at(load.frozen_at)
    return [
        kind.due() for kind in KINDS.values() if kind.since <= on and kind.applies_to(consignment)
    ]


def get_kind(code: str) -> PaperKind:
    """Return a kind; raises `KindGone` for one that the code no longer has."""
    if code not in KINDS:
        raise KindGone
    return KINDS[code]


def kinds_to_ask_for(issue: Issue, recorded: Collection[str]) -> list[PaperKind]:
    """Return the kinds that the declarant may request: not recorded as due, and applicable."""
    return [
        kind
        for kind in KINDS.values()
        if kind.code not in recorded
        and Audience.DECLARANT in kind.audience
        and kind.applies_to(issue.consignment)
        and issue.load.schema >= kind.needs_schema
    ]


def broken_rules(issue: Issue) -> tuple[Violation, ...]:
    """Return the rules that the draft breaks."""
    draft = draft_declaration(issue.consignment, load=issue.load, declared_on=issue.on)
    return EXPORT.check(draft, on=issue.on)
