"""A kind of paper: what it is called, whom it is for, when it is due, and what it is made from."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from app.declarations.due import Audience, DuePaper, Format
from app.declarations.snapshot import FIRST_SCHEMA, Consignment, LoadSnapshot
from app.kit.i18n import N_
from app.kit.refusal import Conflict

FIRST_DAY: Final = date(2026, 1, 1)
"""Since when the first kinds are due: before any load was frozen."""
TRADE: Final = frozenset({Audience.BUYER, Audience.BROKER, Audience.DECLARANT})
"""Who reads the papers that travel with the goods."""


class OlderSnapshot(Conflict):
    """The load was frozen before the facts were copied that this kind of paper needs."""

    code = "paper.older_snapshot"
    sentence = N_(
        "%(paper)s needs facts that load %(load)s was frozen without (schema %(schema)s,"
        " needed: %(needed)s). Open the load again and freeze it anew."
    )


@dataclass(frozen=True, slots=True)
class Issue:
    """What a paper is made from: one order of one frozen load, and its declaration's number."""

    load: LoadSnapshot
    consignment: Consignment
    declaration_number: str
    on: date
    """The day in China on which the load was frozen: papers of one freeze bear one day."""


@dataclass(frozen=True, slots=True)
class PrintSheet:
    """A paper still to be printed: its template under `templates/documents`, and what fills it."""

    template: str
    paper: object


def always(_: Consignment) -> bool:
    """Return true: the paper is due for every order."""
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperKind:
    """One kind of paper.

    Its facts are recorded with each freeze: a change of them holds for loads frozen afterwards.
    """

    code: str
    """At most 24 letters; part of the file's name."""
    label: str
    format: Format
    audience: frozenset[Audience]
    since: date
    """The first day, in China, whose freezes are due it."""
    make: Callable[[Issue], PrintSheet | bytes]
    """Returns what is to be printed, or the file's bytes; refuses by name."""
    required: bool = True
    """Whether the dossier of its readers waits for it."""
    applies_to: Callable[[Consignment], bool] = always
    needs_schema: int = FIRST_SCHEMA
    """The lowest snapshot schema whose facts suffice."""

    def due(self) -> DuePaper:
        """Return what is recorded of it with a freeze."""
        return DuePaper(self.code, self.label, self.format, self.audience, self.required)

    def check_schema(self, load: LoadSnapshot) -> None:
        """Raise `OlderSnapshot` for a load frozen without the facts that it needs."""
        if load.schema < self.needs_schema:
            raise OlderSnapshot(
                paper=self.label,
                load=load.load_number,
                schema=load.schema,
                needed=self.needs_schema,
            )

    def made(self, issue: Issue) -> PrintSheet | bytes:
        """Make the paper; raises `OlderSnapshot`, and what its maker raises."""
        self.check_schema(issue.load)
        return self.make(issue)

    def file_name(self, issue: Issue) -> str:
        """Name the file: the order, the kind, and which freeze it belongs to."""
        order = issue.consignment.order_number
        return f"{order}_{self.code}_v{issue.load.version}.{self.format}"
