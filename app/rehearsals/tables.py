"""Rehearsals of drafts."""

from piccolo.columns import JSONB, ForeignKey, OnDelete, Serial, Timestamptz, Varchar
from piccolo.table import Table

from app.accounts.tables import Person
from app.rates.tables import TermsDraft


class Rehearsal(Table):
    """What a draft would have done to everything open at an instant. Rows are only added."""

    id: Serial
    draft = ForeignKey(TermsDraft, on_delete=OnDelete.restrict, null=False, index=True)
    rehearsed_by = ForeignKey(Person, on_delete=OnDelete.restrict, null=False)
    rehearsed_at = Timestamptz()
    sha256 = Varchar(length=64)
    outcome = JSONB()
