"""Queries of due papers, issued papers and the failures of papers. A paper never changes."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from app.declarations.due import Audience, Format, RecordedDue
from app.declarations.repository.due import list_due
from app.documents.tables import Paper as PaperRow
from app.documents.tables import PaperTrouble as TroubleRow
from app.documents.trouble import Trouble
from app.kit.i18n import N_
from app.kit.records import Record, read_all, read_first
from app.kit.refusal import NotFound


class NoSuchPaper(NotFound):
    """There is no such paper, or it is not this reader's."""

    code = "paper.not_found"
    sentence = N_("There is no paper %(name)s.")


@dataclass(frozen=True, slots=True)
class PaperFacts:
    """The facts of a paper, without its bytes."""

    kind: str
    version: int
    file_name: str
    template_version: str
    """Empty for a file without a template."""


@dataclass(frozen=True, slots=True)
class IssuedPaper(PaperFacts):
    """An issued paper, with the facts of its kind when it was recorded as due."""

    sha256: str
    issued_at: datetime
    order_number: str
    label: str
    format: Format
    body: bytes = b""
    """Empty in lists, which are read without the bytes."""


@dataclass(frozen=True, slots=True)
class PaperWork:
    """A due paper that may be tried now."""

    due_id: int
    kind: str
    declaration_id: int
    declaration_number: str
    snapshot_id: int
    attempts: int
    """The number of failed attempts."""


@dataclass(frozen=True, slots=True)
class LackingPaper:
    """A due paper that is not issued yet, with the latest failure, if any."""

    due: RecordedDue
    trouble: Trouble | None


_LISTED = (
    PaperRow.declaration,
    PaperRow.kind,
    PaperRow.version,
    PaperRow.file_name,
    PaperRow.template_version,
    PaperRow.sha256,
    PaperRow.issued_at,
    PaperRow.declaration._.order._.number.as_alias("order_number"),
)
_WORK: Final = """
    SELECT due.id, due.kind, due.declaration, due.declaration_number, due.snapshot,
           coalesce(trouble.attempts, 0) AS attempts
    FROM due_paper_place due
    LEFT JOIN paper_trouble trouble ON trouble.due = due.id
    WHERE NOT EXISTS (
        SELECT 1 FROM paper WHERE paper.declaration = due.declaration AND paper.kind = due.kind
    )
      AND (trouble.next_try_at IS NULL OR trouble.next_try_at <= {})
    ORDER BY attempts, due.declaration, due.id
"""


class WorkRecord(Record):
    id: int
    kind: str
    declaration: int
    declaration_number: str
    snapshot: int
    attempts: int


class PaperRecord(Record):
    """A paper with its order's number; without its bytes in lists."""

    declaration: int
    kind: str
    version: int
    file_name: str
    template_version: str
    sha256: str
    issued_at: datetime
    order_number: str
    body: bytes = b""


class IssuedRecord(Record):
    declaration: int
    kind: str


class TroubleRecord(Record):
    """The latest failure of a paper."""

    due: int
    attempts: int
    sentence: str
    fields: dict[str, str]
    failed_at: datetime
    next_try_at: datetime


async def papers_to_make(*, at: datetime) -> list[PaperWork]:
    """List all due papers that are not issued and may be tried now, the untried first.

    A limit here would let that many bad papers hide the rest forever.
    """
    return [
        PaperWork(
            due_id=row.id,
            kind=row.kind,
            declaration_id=row.declaration,
            declaration_number=row.declaration_number,
            snapshot_id=row.snapshot,
            attempts=row.attempts,
        )
        for row in await read_all(WorkRecord, PaperRow.raw(_WORK, at))
    ]


async def save_paper(declaration_id: int, facts: PaperFacts, body: bytes, *, at: datetime) -> None:
    """Save a paper; one saved already by another process stays as it is."""
    await PaperRow.insert(
        PaperRow(
            declaration=declaration_id,
            kind=facts.kind,
            version=facts.version,
            file_name=facts.file_name,
            body=body,
            sha256=hashlib.sha256(body).hexdigest(),
            template_version=facts.template_version,
            issued_at=at,
        )
    ).on_conflict(action="DO NOTHING")


async def save_trouble(due_id: int, trouble: Trouble) -> None:
    """Save why a due paper could not be made, in place of its earlier failure."""
    await TroubleRow.insert(
        TroubleRow(
            due=due_id,
            attempts=trouble.attempts,
            sentence=trouble.sentence,
            fields=dict(trouble.fields),
            failed_at=trouble.failed_at,
            next_try_at=trouble.next_try_at,
        )
    ).on_conflict(
        target=TroubleRow.due,
        action="DO UPDATE",
        values=[
            TroubleRow.attempts,
            TroubleRow.sentence,
            TroubleRow.fields,
            TroubleRow.failed_at,
            TroubleRow.next_try_at,
        ],
    )


async def try_at(due_id: int, at: datetime) -> None:
    """Schedule a failed paper to be tried from the instant on."""
    await TroubleRow.update({TroubleRow.next_try_at: at}).where(TroubleRow.due == due_id)


async def papers_of(
    declaration_ids: Sequence[int], *, audience: Audience, with_bodies: bool = False
) -> list[IssuedPaper]:
    """List the papers of the declarations that the audience may see, by order and file name."""
    dues = _seen_by(await list_due(declaration_ids), audience)
    if not dues:
        return []
    columns = (*_LISTED, PaperRow.body) if with_bodies else _LISTED
    query = (
        PaperRow.select(*columns)
        .where(
            PaperRow.declaration.is_in([declaration for declaration, _ in dues])
            & PaperRow.kind.is_in(sorted({kind for _, kind in dues}))
        )
        .order_by(PaperRow.file_name)
    )
    rows = await read_all(PaperRecord, query)
    keyed = [(row, dues.get((row.declaration, row.kind))) for row in rows]
    return [_paper(row, due) for row, due in keyed if due]


async def get_paper(
    declaration_ids: Sequence[int], file_name: str, *, audience: Audience
) -> IssuedPaper:
    """Return one paper of the declarations with its bytes.

    Raises `NoSuchPaper` for one that does not exist or is not for this audience.
    """
    dues = _seen_by(await list_due(declaration_ids), audience)
    row = None
    if dues:
        query = PaperRow.select(*_LISTED, PaperRow.body).where(
            PaperRow.declaration.is_in([declaration for declaration, _ in dues])
            & (PaperRow.file_name == file_name)
        )
        row = await read_first(PaperRecord, query.first())
    due = dues.get((row.declaration, row.kind)) if row else None
    if row is None or due is None:
        raise NoSuchPaper(name=file_name)
    return _paper(row, due)


async def lacking_papers(
    declaration_ids: Sequence[int], *, audience: Audience
) -> list[LackingPaper]:
    """List the papers due to the audience that are not issued yet."""
    dues = _seen_by(await list_due(declaration_ids), audience)
    if not dues:
        return []
    query = PaperRow.select(PaperRow.declaration, PaperRow.kind).where(
        PaperRow.declaration.is_in([declaration for declaration, _ in dues])
    )
    issued = await read_all(IssuedRecord, query)
    there = {(row.declaration, row.kind) for row in issued}
    lacking = [due for key, due in dues.items() if key not in there]
    troubles = await _troubles([due.id for due in lacking])
    return [LackingPaper(due, troubles.get(due.id)) for due in lacking]


async def _troubles(due_ids: list[int]) -> dict[int, Trouble]:
    if not due_ids:
        return {}
    query = TroubleRow.select().where(TroubleRow.due.is_in(due_ids))
    return {
        row.due: Trouble(
            attempts=row.attempts,
            sentence=row.sentence,
            fields=row.fields,
            failed_at=row.failed_at,
            next_try_at=row.next_try_at,
        )
        for row in await read_all(TroubleRecord, query)
    }


def _seen_by(dues: Sequence[RecordedDue], audience: Audience) -> dict[tuple[int, str], RecordedDue]:
    return {(due.declaration_id, due.kind): due for due in dues if audience in due.audience}


def _paper(row: PaperRecord, due: RecordedDue) -> IssuedPaper:
    return IssuedPaper(
        kind=row.kind,
        version=row.version,
        file_name=row.file_name,
        template_version=row.template_version,
        sha256=row.sha256,
        issued_at=row.issued_at,
        order_number=row.order_number,
        label=due.label,
        format=due.format,
        body=row.body,
    )
