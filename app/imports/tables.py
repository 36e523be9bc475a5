"""Sellers' workbooks, their rows with verdicts, and what a company said its heads mean."""

from piccolo.columns import (
    JSONB,
    Array,
    BigSerial,
    Boolean,
    Bytea,
    ForeignKey,
    Integer,
    OnDelete,
    Serial,
    Text,
    Timestamptz,
    Varchar,
)
from piccolo.constraints import Unique
from piccolo.table import Table

from app.accounts.tables import Company, Person


class GoodsImport(Table):
    """A workbook that a seller sent, and how far it is."""

    id: Serial
    company = ForeignKey(Company, on_delete=OnDelete.restrict, null=False, index=True)
    uploaded_by = ForeignKey(Person, on_delete=OnDelete.restrict, null=False)
    uploaded_at = Timestamptz()
    file_name = Varchar(length=100)
    sha256 = Varchar(length=64)
    body = Bytea(default=b"")
    """Emptied once it is read: the rows hold everything then."""
    state = Varchar(length=12, index=True)
    format = Varchar(length=4, default="")
    encoding = Varchar(length=20, default="")
    separator = Varchar(length=1, default="")
    sheet = Varchar(length=100, default="")
    other_sheets = Array(base_column=Text())
    """Names of the sheets that were not read, hidden ones too."""
    hidden_rows = Integer(default=0)
    hidden_columns = Integer(default=0)
    head_from = Integer(default=0)
    head_to = Integer(default=0)
    heads = Array(base_column=Text())
    columns = Array(base_column=Text())
    """The meaning of each column; empty where it is left out."""
    last_row = Integer(default=0)
    """The number of the last row that holds anything."""
    read_to = Integer(default=0)
    judged_to = Integer(default=0)
    applied_to = Integer(default=0)
    """Up to which row it is read, judged, applied: work that was cut goes on there."""
    trouble = JSONB(default=None, null=True)
    """Why the workbook was not read."""
    worked_until = Timestamptz(null=True, default=None)
    """Until when a worker has it; another one takes it after that."""
    takes_back = Integer(null=True, default=None)
    """The import whose changes this one sets back."""


class GoodsImportRow(Table):
    """A row of a workbook as it stood, and its verdict."""

    id: BigSerial
    goods_import = ForeignKey(GoodsImport, on_delete=OnDelete.cascade, null=False)
    number = Integer()
    is_hidden = Boolean(default=False)
    cells = JSONB()
    sku = Varchar(length=40, default="")
    verdict = Varchar(length=10, default="")
    """Empty before the row is judged."""
    remarks = JSONB(default="[]")
    changes = JSONB(default="[]")
    applied_at = Timestamptz(null=True, default=None)
    """When the row was taken into the shop, or refused at the last moment."""

    goods_import_row_once = Unique([goods_import, number], name="goods_import_row_once")


class GoodsImportMove(Table):
    """A move of an import. Rows are only added."""

    id: Serial
    goods_import = ForeignKey(GoodsImport, on_delete=OnDelete.restrict, null=False, index=True)
    from_state = Varchar(length=12)
    to_state = Varchar(length=12)
    at = Timestamptz()
    by = ForeignKey(Person, on_delete=OnDelete.restrict, null=True)
    why = Text(default="")


class KnownHead(Table):
    """What a company said the columns of a head mean, for the next workbook with the same head."""

    id: Serial
    company = ForeignKey(Company, on_delete=OnDelete.cascade, null=False)
    head_sha256 = Varchar(length=64)
    columns = Array(base_column=Text())
    said_by = ForeignKey(Person, on_delete=OnDelete.restrict, null=False)
    said_at = Timestamptz()

    known_head_once = Unique([company, head_sha256], name="known_head_once")
