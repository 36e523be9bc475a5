"""Issuing the papers that are due: set, printed, and kept once."""

import logging
from datetime import datetime
from typing import Final

from app.declarations import store as declarations
from app.documents import store
from app.documents.composing import template_version
from app.documents.issuing import KINDS, Issue, file_name, issue_of, papers
from app.documents.print import PrintingUnavailable
from app.documents.printer import Printer
from app.documents.store import PaperFacts
from app.kit.db import transaction
from app.kit.refusal import Refusal
from app.kit.words import N_

_log = logging.getLogger("keruen.documents")

AT_ONCE: Final = 20


class PapersNotIssued(Refusal):
    """Some declarations' papers could not be made; each reason stands in the log."""

    sentence = N_("No papers could be issued for these declarations: %(numbers)s.")


async def issue_due_papers(*, printer: Printer, at: datetime, most: int = AT_ONCE) -> int:
    """Will issue the papers of at most so many declarations that lack some; gives how many papers.

    One declaration whose papers cannot be made does not keep the others: they are issued first,
    and then `PapersNotIssued` names it. Doing it twice issues nothing twice. Raises
    `PrintingUnavailable` at once: no declaration is to blame for a machine that cannot print.
    """
    issued, done, failed = 0, 0, []
    for declaration_id, number, snapshot_id in await store.declarations_without_papers(len(KINDS)):
        if done == most:
            break
        try:
            issued += await _issue(declaration_id, snapshot_id, printer=printer, at=at)
            done += 1
        except PrintingUnavailable:
            raise
        except Exception:  # noqa: BLE001 -- whatever is wrong with one must not keep the others
            _log.exception("no papers for declaration %s", number)
            failed.append(number)
    if failed:
        raise PapersNotIssued(numbers=", ".join(failed))
    return issued


async def _issue(declaration_id: int, snapshot_id: int, *, printer: Printer, at: datetime) -> int:
    """Will print first and keep after: no transaction waits for a printer."""
    issue = await _due(declaration_id, snapshot_id)
    printed = [
        (_facts(kind.code, issue), await printer.print(kind.code, paper))
        for kind, paper in papers(issue)
    ]
    async with transaction():
        for facts, body in printed:
            await store.keep_paper(declaration_id, facts, body, at=at)
    return len(printed)


async def _due(declaration_id: int, snapshot_id: int) -> Issue:
    frozen = await declarations.get_frozen(snapshot_id)
    drawn = await declarations.declarations_of(snapshot_id)
    declaration = next(each for each in drawn if each.id == declaration_id)
    return issue_of(
        frozen.snapshot, declaration.order_number, declaration_number=declaration.number
    )


def _facts(kind: str, issue: Issue) -> PaperFacts:
    return PaperFacts(
        kind=kind,
        version=issue.load.version,
        file_name=file_name(KINDS[kind], issue),
        template_version=template_version(),
    )
