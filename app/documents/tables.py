"""Issued papers, byte for byte."""

from piccolo.columns import Bytea, ForeignKey, Integer, OnDelete, Serial, Timestamptz, Varchar
from piccolo.constraints import Unique
from piccolo.table import Table

from app.declarations.tables import Declaration


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
