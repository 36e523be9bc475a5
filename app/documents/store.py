"""Issued papers: every query. A paper is kept once and never changed."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.declarations.tables import Declaration as DeclarationRow
from app.documents.tables import Paper as PaperRow
from app.kit.refusal import NotFound
from app.kit.words import N_


class NoSuchPaper(NotFound):
    """There is no such paper, or it is not this reader's."""

    sentence = N_("There is no paper %(name)s.")


@dataclass(frozen=True, slots=True)
class PaperFacts:
    """What is kept of a paper besides its bytes."""

    kind: str
    version: int
    file_name: str
    template_version: str


@dataclass(frozen=True, slots=True)
class IssuedPaper(PaperFacts):
    """A paper that was issued."""

    sha256: str
    issued_at: datetime
    order_number: str
    body: bytes = b""
    """Empty in lists: the bytes are read when they are asked for."""


_LISTED = (
    PaperRow.kind,
    PaperRow.version,
    PaperRow.file_name,
    PaperRow.template_version,
    PaperRow.sha256,
    PaperRow.issued_at,
    PaperRow.declaration._.order._.number.as_alias("order_number"),
)


async def declarations_without_papers(kinds: int) -> list[tuple[int, str, int]]:
    """Will list (id, number, snapshot id) of declarations with fewer papers than `kinds`.

    All of them: were only the first so many listed, as many bad ones would hide the rest forever.
    """
    rows = await DeclarationRow.raw(
        "SELECT d.id, d.number, d.snapshot FROM export_declaration d"
        " WHERE (SELECT count(*) FROM paper p WHERE p.declaration = d.id) < {}"
        " ORDER BY d.id",
        kinds,
    )
    return [(row["id"], row["number"], row["snapshot"]) for row in rows]


async def keep_paper(declaration_id: int, facts: PaperFacts, body: bytes, *, at: datetime) -> None:
    """Will keep a paper; one kept already by another hand stays as it is."""
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


async def papers_of(declaration_ids: list[int], *, with_bodies: bool = False) -> list[IssuedPaper]:
    """Will list the papers of the declarations, by order and file name."""
    if not declaration_ids:
        return []
    columns = (*_LISTED, PaperRow.body) if with_bodies else _LISTED
    rows = (
        await PaperRow.select(*columns)
        .where(PaperRow.declaration.is_in(declaration_ids))
        .order_by(PaperRow.file_name)
    )
    return [_paper(row) for row in rows]


async def get_paper(declaration_ids: list[int], file_name: str) -> IssuedPaper:
    """Will give one paper of these declarations with its bytes; raises `NoSuchPaper`."""
    row = None
    if declaration_ids:
        row = (
            await PaperRow.select(*_LISTED, PaperRow.body)
            .where(PaperRow.declaration.is_in(declaration_ids) & (PaperRow.file_name == file_name))
            .first()
        )
    if row is None:
        raise NoSuchPaper(name=file_name)
    return _paper(row)


def _paper(row: dict[str, Any]) -> IssuedPaper:
    return IssuedPaper(
        kind=row["kind"],
        version=row["version"],
        file_name=row["file_name"],
        template_version=row["template_version"],
        sha256=row["sha256"],
        issued_at=row["issued_at"],
        order_number=row["order_number"],
        body=row.get("body", b""),
    )
