"""An import of goods: a workbook on its way from a seller's desk into the shop."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from app.imports.remark import CellChange, Remark
from app.imports.verdict import APPLIES, Verdict
from app.kit.i18n import N_
from app.kit.refusal import BadInput, Conflict, NotAllowed, NotFound
from app.kit.states import StateMachine
from app.kit.workbook.cell import Cell

MOST_BYTES: Final = 24_000_000


class ImportState(StrEnum):
    """How far an import is."""

    RECEIVED = "received"
    UNREADABLE = "unreadable"
    READ = "read"
    CHECKING = "checking"
    CHECKED = "checked"
    AGREED = "agreed"
    APPLIED = "applied"
    WITHDRAWN = "withdrawn"


WORKING: Final = frozenset({ImportState.RECEIVED, ImportState.CHECKING, ImportState.AGREED})
"""States in which the worker has the import, and its page shows how far it is."""


class NoSuchImport(NotFound):
    """There is no such import, or it is another company's."""

    code = "import.not_found"
    sentence = N_("There is no such import.")


class ImportMovedOn(Conflict):
    """The import is not in a state for this."""

    code = "import.moved_on"
    sentence = N_("This is not possible for the import now. Its state: %(state)s.")


class NotTheSender(NotAllowed):
    """Only who sent a workbook agrees to it."""

    code = "import.not_the_sender"
    sentence = N_("%(name)s sent this workbook and alone can agree to it.")


class NothingToTake(Conflict):
    """No row of the import would change anything."""

    code = "import.nothing_to_take"
    sentence = N_("No row changes anything: there is nothing to agree to.")


class NothingToTakeBack(Conflict):
    """The import changed nothing that a further one could set back."""

    code = "import.nothing_to_take_back"
    sentence = N_("Nothing of this import can be taken back: it changed no words and no prices.")


class NoWorkbookFile(BadInput):
    """No file came, or one that is empty or too large."""

    code = "import.no_file"
    sentence = N_("Choose the workbook: not empty, and of %(most)s MB at most.")


IMPORT_STATES: Final = StateMachine(
    start=ImportState.RECEIVED,
    names={
        ImportState.RECEIVED: N_("Being read"),
        ImportState.UNREADABLE: N_("Cannot be read"),
        ImportState.READ: N_("Waits for its columns"),
        ImportState.CHECKING: N_("Being checked"),
        ImportState.CHECKED: N_("Waits for your word"),
        ImportState.AGREED: N_("Being taken in"),
        ImportState.APPLIED: N_("Taken in"),
        ImportState.WITHDRAWN: N_("Withdrawn"),
    },
    moves={
        ImportState.RECEIVED: frozenset(
            {ImportState.READ, ImportState.UNREADABLE, ImportState.WITHDRAWN}
        ),
        ImportState.UNREADABLE: frozenset(),
        ImportState.READ: frozenset({ImportState.CHECKING, ImportState.WITHDRAWN}),
        ImportState.CHECKING: frozenset({ImportState.CHECKED, ImportState.WITHDRAWN}),
        ImportState.CHECKED: frozenset(
            {ImportState.CHECKING, ImportState.AGREED, ImportState.WITHDRAWN}
        ),
        ImportState.AGREED: frozenset({ImportState.APPLIED}),
        ImportState.APPLIED: frozenset(),
        ImportState.WITHDRAWN: frozenset(),
    },
    refusal=ImportMovedOn,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class GoodsImport:
    """A workbook that a seller sent, and how far it is."""

    id: int
    company_id: int
    sender_id: int
    sender: str
    sent_at: datetime
    file_name: str
    state: ImportState
    format: str
    encoding: str
    separator: str
    sheet: str
    other_sheets: tuple[str, ...]
    hidden_rows: int
    hidden_columns: int
    head_from: int
    head_to: int
    heads: tuple[str, ...]
    columns: tuple[str, ...]
    last_row: int
    read_to: int
    judged_to: int
    applied_to: int
    trouble: Remark | None
    takes_back: int | None

    @property
    def done(self) -> int:
        """Up to which row the work of its state is done."""
        return {
            ImportState.RECEIVED: self.read_to,
            ImportState.CHECKING: self.judged_to,
            ImportState.AGREED: self.applied_to,
        }.get(self.state, self.last_row)

    def moved(self, to: ImportState) -> "GoodsImport":
        """Return the import after a move; raises `ImportMovedOn`."""
        return replace(self, state=IMPORT_STATES.move(self.state, to))

    def checked_anew(self, columns: tuple[str, ...]) -> "GoodsImport":
        """Return the import with other columns, to be checked; raises `ImportMovedOn`."""
        return replace(self.moved(ImportState.CHECKING), columns=columns, judged_to=0)

    def agreed(self, *, by_id: int, counts: Mapping[str, int]) -> "GoodsImport":
        """Return the import agreed to; raises `ImportMovedOn`, `NotTheSender`, `NothingToTake`."""
        moved = self.moved(ImportState.AGREED)
        if by_id != self.sender_id:
            raise NotTheSender(name=self.sender)
        if not any(counts.get(verdict, 0) for verdict in APPLIES):
            raise NothingToTake
        return moved


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportRow:
    """A row of a workbook as it stood, and its verdict; None before it is judged."""

    id: int
    number: int
    is_hidden: bool
    cells: tuple[Cell, ...]
    sku: str = ""
    verdict: Verdict | None = None
    remarks: tuple[Remark, ...] = ()
    changes: tuple[CellChange, ...] = ()
    applied_at: datetime | None = None
