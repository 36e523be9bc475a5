"""Read models of the declarant's pages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.declarations import repository as declarations
from app.declarations.due import Audience
from app.declarations.repository import StoredDeclaration, inbox
from app.declarations.repository.due import list_due
from app.declarations.repository.inbox import StoredMessage
from app.documents import repository as papers
from app.documents.issuing import broken_rules, issue_of, kinds_to_ask_for
from app.documents.kind import PaperKind
from app.documents.repository import IssuedPaper, LackingPaper
from app.kit.listing import Asked, KeyPage
from app.warehouse import repository as warehouse
from app.warehouse.load import Load
from app.warehouse.repository import load_lists
from customs.china.message.inbox import ImportAnswer
from customs.china.receipt import CustomsReceipt
from customs.rules import Violation

Totals = tuple[int, int, int]
"""Orders, cartons and gross grams of a load."""


@dataclass(frozen=True, slots=True)
class LoadsPage:
    """A page of loads, newest first, and the saved files that answer no declaration yet."""

    page: KeyPage[Load] = field(default_factory=KeyPage)
    totals: Mapping[int, Totals] = field(default_factory=dict)
    unread: Sequence[StoredMessage] = ()


@dataclass(frozen=True, slots=True)
class DeclarationSection:
    """A declaration of a load, customs' answers, and what its draft lacks."""

    declaration: StoredDeclaration
    receipts: Sequence[CustomsReceipt]
    answer: ImportAnswer | None
    """The Single Window client's answer to the draft."""
    broken: Sequence[Violation]
    kinds_to_ask_for: Sequence[PaperKind]


@dataclass(frozen=True, slots=True)
class DeclarantLoadPage:
    """A load, its declarations of the latest freeze, and their papers."""

    load: Load
    totals: Totals
    aboard: Sequence[str]
    declarations: Sequence[DeclarationSection]
    issued: Sequence[IssuedPaper]
    lacking: Sequence[tuple[LackingPaper, StoredDeclaration]]


async def read_loads_page(words: str, state: str, asked: Asked) -> LoadsPage:
    """Read a page of the loads that are looked for; raises `BadPlace` or `NoSuchSort`."""
    page = await load_lists.list_page(words, state, asked)
    return LoadsPage(
        page=page,
        totals=await warehouse.totals_of(page.items),
        unread=await inbox.unread_messages(),
    )


async def read_load_page(number: str) -> DeclarantLoadPage:
    """Read a load; raises `NoSuchLoad`."""
    load = await warehouse.get_load(number)
    totals = await warehouse.totals_of([load])
    drawn = {each.id: each for each in await declarations.latest_declarations(number)}
    lacking = await papers.lacking_papers(list(drawn), audience=Audience.DECLARANT)
    return DeclarantLoadPage(
        load=load,
        totals=totals[load.id],
        aboard=await warehouse.orders_on(number),
        declarations=await _sections(list(drawn.values())),
        issued=await papers.papers_of(list(drawn), audience=Audience.DECLARANT),
        lacking=[(each, drawn[each.due.declaration_id]) for each in lacking],
    )


async def _sections(drawn: Sequence[StoredDeclaration]) -> list[DeclarationSection]:
    """Read the declarations of one freeze, which share its snapshot."""
    if not drawn:
        return []
    frozen = await declarations.get_frozen(drawn[0].snapshot_id)
    due = await list_due([each.id for each in drawn])
    sections = []
    for each in drawn:
        issue = issue_of(frozen.snapshot, each.order_number, declaration_number=each.number)
        recorded = {one.kind for one in due if one.declaration_id == each.id}
        sections.append(
            DeclarationSection(
                declaration=each,
                receipts=await declarations.receipts_of(each.id),
                answer=await inbox.last_answer_to(each.id),
                broken=broken_rules(issue),
                kinds_to_ask_for=kinds_to_ask_for(issue, recorded),
            )
        )
    return sections


async def read_declarants_paper(number: str, file_name: str) -> IssuedPaper:
    """Read a paper of any freeze of the load; raises `NoSuchPaper`."""
    drawn = await declarations.declarations_aboard(number)
    return await papers.get_paper(
        [each.id for each in drawn], file_name, audience=Audience.DECLARANT
    )
