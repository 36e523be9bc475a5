"""Which papers a declaration has, and how each is made from the frozen load."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from app.declarations.draft import draft_declaration
from app.declarations.snapshot import Consignment, LoadSnapshot
from app.documents import figures
from app.documents.declaration import declaration_paper
from app.documents.invoice import invoice_paper
from app.documents.packing_list import packing_paper
from app.kit.clock import day_at
from app.kit.words import N_
from customs.china.message.draft import Sender, write_draft
from customs.china.rules import EXPORT
from customs.rules import Violation


@dataclass(frozen=True, slots=True)
class Issue:
    """What a paper is made from: one order of one frozen load, and its declaration's number."""

    load: LoadSnapshot
    consignment: Consignment
    declaration_number: str
    on: date
    """The day in China on which the load was frozen: papers of one freeze bear one day."""


def issue_of(load: LoadSnapshot, order_number: str, *, declaration_number: str) -> Issue:
    """Will find an order's part of a frozen load."""
    consignment = next(each for each in load.consignments if each.order_number == order_number)
    return Issue(load, consignment, declaration_number, day_at(load.frozen_at))


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of paper."""

    code: str
    """Also the name of its template."""
    label: str
    make: Callable[[Issue], object]


def _declaration(issue: Issue) -> object:
    draft = draft_declaration(issue.consignment, load=issue.load, declared_on=issue.on)
    return declaration_paper(
        draft,
        number=issue.declaration_number,
        load_number=issue.load.load_number,
        version=issue.load.version,
        printed_at=figures.clock(issue.load.frozen_at),
    )


def _invoice(issue: Issue) -> object:
    return invoice_paper(
        issue.load, issue.consignment, issued_on=issue.on, version=issue.load.version
    )


def _packing_list(issue: Issue) -> object:
    return packing_paper(
        issue.load, issue.consignment, issued_on=issue.on, version=issue.load.version
    )


KINDS: Final[Mapping[str, Kind]] = {
    kind.code: kind
    for kind in (
        Kind("declaration", N_("Export declaration, draft"), _declaration),
        Kind("invoice", N_("Commercial invoice"), _invoice),
        Kind("packing_list", N_("Packing list"), _packing_list),
    )
}


def broken_rules(issue: Issue) -> tuple[Violation, ...]:
    """Will give the rules that the draft breaks: what the declarant has to mend or fill in."""
    draft = draft_declaration(issue.consignment, load=issue.load, declared_on=issue.on)
    return EXPORT.check(draft, on=issue.on)


def single_window_draft(issue: Issue) -> bytes:
    """Will write the draft that the Single Window's client takes in: a person declares it.

    The exporter declares for itself; office and card are the person's, so they stay blank.
    Raises `TooManyLines`, `TooLong`, `NoWeight` or `UnwritableText`.
    """
    draft = draft_declaration(issue.consignment, load=issue.load, declared_on=issue.on)
    company = draft.consignor
    sender = Sender(
        office="",
        agent_name=company.name,
        agent_code=company.customs_code,
        agent_social_code=company.social_code,
        typist="",
        input_name=company.name,
        input_code=company.customs_code,
        input_social_code=company.social_code,
        platform_order=issue.consignment.order_number,
    )
    return write_draft(draft, sender, sequence=issue.declaration_number)


def file_name(kind: Kind, issue: Issue) -> str:
    """Will name the file: the order, the kind, and which freeze it belongs to."""
    order = issue.consignment.order_number
    return f"{order}_{kind.code}_v{issue.load.version}.pdf"


def papers(issue: Issue) -> Iterator[tuple[Kind, object]]:
    """Will make the words of every paper; raises what their makers raise."""
    for kind in KINDS.values():
        yield kind, kind.make(issue)
