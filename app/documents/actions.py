"""Issuing the due papers: made, printed if printed at all, and saved once."""

import logging
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final

from app.declarations import repository as declarations
from app.declarations.repository import StoredDeclaration
from app.declarations.repository.due import list_due, record_due
from app.documents import repository
from app.documents.composing import template_version
from app.documents.issuing import get_kind, issue_of
from app.documents.kind import Issue, PaperKind, PrintSheet
from app.documents.print import PrintingUnavailable
from app.documents.printer import Printer
from app.documents.repository import NoSuchPaper, PaperFacts, PaperWork
from app.documents.trouble import PaperDefect, trouble_of
from app.kit.db import transaction
from app.kit.refusal import Refusal

_log = logging.getLogger("keruen.documents")

AT_ONCE: Final = 60
"""The most papers that one call tries."""


@dataclass(slots=True)
class _Round:
    """One call of the worker: its printer, its instant, and the loads read so far."""

    printer: Printer
    at: datetime
    issues: dict[int, Issue] = field(default_factory=dict)
    unavailable: PrintingUnavailable | None = None


async def issue_due_papers(*, printer: Printer, at: datetime, most: int = AT_ONCE) -> int:
    """Issue the due papers, trying at most so many; return how many were issued.

    Papers are independent: one that cannot be made has its refusal saved, is retried after a
    pause that doubles, and delays no other. The call is idempotent. Raises `PrintingUnavailable`
    after the papers that need no printing, and counts it against none of the others.
    """
    turn = _Round(printer, at)
    issued = tried = 0
    for work in await repository.papers_to_make(at=at):
        if tried == most:
            break
        try:
            issued += await _issue(work, turn)
        except PrintingUnavailable as reason:
            turn.unavailable = reason
            continue
        tried += 1
    if turn.unavailable:
        raise turn.unavailable
    return issued


async def _issue(work: PaperWork, turn: _Round) -> int:
    """Make the paper, then save it, so that no transaction waits for a printer."""
    try:
        facts, body = await _made(work, turn)
    except PrintingUnavailable:
        raise
    except Refusal as refusal:
        _log.warning("no %s for %s: %s", work.kind, work.declaration_number, refusal)
        return await _fail(work, refusal, at=turn.at)
    except Exception:  # noqa: BLE001 -- whatever is wrong with one must not stop the others
        _log.exception("no %s for %s", work.kind, work.declaration_number)
        return await _fail(work, PaperDefect(), at=turn.at)
    async with transaction():
        await repository.save_paper(work.declaration_id, facts, body, at=turn.at)
    return 1


async def _fail(work: PaperWork, refusal: Refusal, *, at: datetime) -> int:
    trouble = trouble_of(refusal, attempts=work.attempts, at=at)
    async with transaction():
        await repository.save_trouble(work.due_id, trouble)
    return 0


async def _made(work: PaperWork, turn: _Round) -> tuple[PaperFacts, bytes]:
    kind = get_kind(work.kind)
    issue = turn.issues.get(work.declaration_id)
    if issue is None:
        issue = await _read_issue(work)
        turn.issues[work.declaration_id] = issue
    made, template = kind.made(issue), ""
    if isinstance(made, PrintSheet):
        if turn.unavailable:
            raise turn.unavailable
        made, template = await turn.printer.print(made.template, made.paper), template_version()
    facts = PaperFacts(
        kind=kind.code,
        version=issue.load.version,
        file_name=kind.file_name(issue),
        template_version=template,
    )
    return facts, made


async def _read_issue(work: PaperWork) -> Issue:
    frozen = await declarations.get_frozen(work.snapshot_id)
    declaration = await declarations.get_declaration(work.declaration_number)
    return issue_of(
        frozen.snapshot, declaration.order_number, declaration_number=declaration.number
    )


async def ask_for_paper(load: str, declaration: str, kind: str, *, at: datetime) -> None:
    """Request a paper now: one that failed, or one of a kind newer than the freeze.

    The latter is recorded as due but not required, so that no dossier waits for it. Raises
    `NoSuchPaper` for a declaration that is not of the load's latest freeze or a kind that does not
    apply to its order, and `KindGone` or `OlderSnapshot`.
    """
    async with transaction():
        drawn = await _aboard(load, declaration)
        known = {due.kind: due for due in await list_due([drawn.id])}
        if kind in known:
            await repository.try_at(known[kind].id, at)
        else:
            await _record(drawn, get_kind(kind), at=at)


async def _aboard(load: str, number: str) -> StoredDeclaration:
    for each in await declarations.latest_declarations(load):
        if each.number == number:
            return each
    raise NoSuchPaper(name=number)


async def _record(drawn: StoredDeclaration, kind: PaperKind, *, at: datetime) -> None:
    frozen = await declarations.get_frozen(drawn.snapshot_id)
    issue = issue_of(frozen.snapshot, drawn.order_number, declaration_number=drawn.number)
    if not kind.applies_to(issue.consignment):
        raise NoSuchPaper(name=kind.code)
    kind.check_schema(issue.load)
    due = replace(kind.due(), required=False)
    await record_due(drawn.id, due, version=frozen.version, at=at)
