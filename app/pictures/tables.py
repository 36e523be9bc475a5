"""Tables of pictures and their sizes; the files themselves lie in the object store."""

from piccolo.columns import (
    ForeignKey,
    Integer,
    OnDelete,
    Serial,
    SmallInt,
    Timestamptz,
    Varchar,
)
from piccolo.constraints import Unique
from piccolo.table import Table

from app.accounts.tables import Person


class Picture(Table):
    """A picture that was taken in, and when its next work is due."""

    id: Serial
    file_name = Varchar(length=100)
    master = Varchar(length=64, index=True)
    width = Integer()
    height = Integer()
    attempts = SmallInt(default=0)
    due_at = Timestamptz(default=None, null=True, index=True)
    """When sizes are made, or the files of a removed one deleted; null when nothing is due."""
    removed_at = Timestamptz(default=None, null=True)
    added_at = Timestamptz()
    added_by = ForeignKey(Person, on_delete=OnDelete.restrict, null=True)


class Rendition(Table):
    """One size of a picture in one format."""

    id: Serial
    picture = ForeignKey(Picture, on_delete=OnDelete.cascade, null=False, index=True)
    kind = Varchar(length=4)
    width = Integer()
    height = Integer()
    sha256 = Varchar(length=64, index=True)

    rendition_once = Unique([picture, width, kind], name="rendition_once")
