"""Tables of issued papers, byte for byte, and of failures of due ones."""

from piccolo.columns import (
    JSONB,
    Bytea,
    ForeignKey,
    Integer,
    OnDelete,
    Serial,
    SmallInt,
    Text,
    Timestamptz,
    Varchar,
)
from piccolo.constraints import Unique
from piccolo.table import Table

from app.declarations.tables import Declaration, DuePaper


class Paper(Table):
    """An issued paper. It never changes: a trigger refuses it; a correction is a successor."""

    id: Serial
    declaration = ForeignKey(Declaration, on_delete=OnDelete.restrict, null=False)
    kind = Varchar(length=24)
    version = Integer()
    file_name = Varchar(length=100)
    body = Bytea()
    sha256 = Varchar(length=64)
    template_version = Varchar(length=16)
    issued_at = Timestamptz()

    paper_once = Unique([declaration, kind, version], name="paper_once")


class PaperTrouble(Table):
    """The latest failure of a due paper, and when it is tried again."""

    id: Serial
    due = ForeignKey(DuePaper, on_delete=OnDelete.restrict, null=False, unique=True)
    attempts = SmallInt()
    sentence = Text()
    fields = JSONB()
    failed_at = Timestamptz()
    next_try_at = Timestamptz(index=True)
