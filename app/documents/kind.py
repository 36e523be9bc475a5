"""A kind of paper: its label, its readers, when it is due, and its source."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from app.declarations.due import Audience, DuePaper, Format
from app.declarations.snapshot import FIRST_SCHEMA, Consignment, LoadSnapshot
from app.kit.i18n import N_
from app.kit.refusal import Conflict

FIRST_DAY: Final = date(2026, 1, 1)
"""The day from which the first kinds are due: before any load was frozen."""
TRADE: Final = frozenset({Audience.BUYER, Audience.BROKER, Audience.DECLARANT})
"""The readers of the papers that accompany the goods."""


class OlderSnapshot(Conflict):
    """The load was frozen without facts that this kind of paper needs."""

    code = "paper.older_snapshot"
    sentence = N_(
        "%(paper)s needs facts that load %(load)s was frozen without (schema %(schema)s,"
        " needed: %(needed)s). Open the load again and freeze it anew."
    )


@dataclass(frozen=True, slots=True)
class Issue:
    """The source of a paper: one order of one frozen load, and its declaration's number."""

    load: LoadSnapshot
    consignment: Consignment
    declaration_number: str
    on: date
    """The day in China on which the load was frozen: the date of its papers."""


@dataclass(frozen=True, slots=True)
class PrintSheet:
    """A paper to be printed: its template under `templates/documents`, and its context."""

    template: str
    paper: object


def always(_: Consignment) -> bool:
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperKind:
    """One kind of paper.

    Its facts are recorded with each freeze; a change applies to loads frozen afterwards.
    """

    code: str
    """At most 24 characters; part of the file's name."""
    label: str
    format: Format
    audience: frozenset[Audience]
    since: date
    """The first day, in China, from which it is due for freezes."""
    make: Callable[[Issue], PrintSheet | bytes]
    """Returns the sheet to be printed, or the file's bytes; may raise a refusal."""
    required: bool = True
    """Whether the dossier of its readers waits for it."""
    applies_to: Callable[[Consignment], bool] = always
    needs_schema: int = FIRST_SCHEMA
    """The lowest snapshot schema with the facts that it needs."""

    def due(self) -> DuePaper:
        """Return the due paper to be recorded with a freeze."""
        return DuePaper(self.code, self.label, self.format, self.audience, self.required)

    def check_schema(self, load: LoadSnapshot) -> None:
        """Raise `OlderSnapshot` for a snapshot of too low a schema."""
        if load.schema < self.needs_schema:
            raise OlderSnapshot(
                paper=self.label,
                load=load.load_number,
                schema=load.schema,
                needed=self.needs_schema,
            )

    def made(self, issue: Issue) -> PrintSheet | bytes:
        """Return the paper; raises `OlderSnapshot`, and what `make` raises."""
        self.check_schema(issue.load)
        return self.make(issue)

    def file_name(self, issue: Issue) -> str:
        """Return the file's name, of order, kind and version of the snapshot."""
        order = issue.consignment.order_number
        return f"{order}_{self.code}_v{issue.load.version}.{self.format}"
