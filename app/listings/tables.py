"""Drafts of goods, and their moves between a seller and the office."""

from piccolo.columns import (
    JSONB,
    ForeignKey,
    Integer,
    OnDelete,
    Serial,
    Text,
    Timestamptz,
    Varchar,
)
from piccolo.table import Table

from app.accounts.tables import Company, Person
from app.catalog.tables import Product


class ProductDraft(Table):
    """Goods that a seller writes down step by step; `answers` holds them as they were typed."""

    id: Serial
    seller = ForeignKey(Company, on_delete=OnDelete.restrict, null=False, index=True)
    state = Varchar(length=12, index=True)
    version = Integer(default=1)
    answers = JSONB(default="{}")
    changed_at = Timestamptz()
    changed_by = ForeignKey(Person, on_delete=OnDelete.restrict, null=False)
    product = ForeignKey(Product, on_delete=OnDelete.restrict, null=True)


class DraftMove(Table):
    """A step between the seller and the office. Rows are only added."""

    id: Serial
    draft = ForeignKey(ProductDraft, on_delete=OnDelete.cascade, null=False, index=True)
    from_state = Varchar(length=12, default="")
    to_state = Varchar(length=12)
    at = Timestamptz()
    by = ForeignKey(Person, on_delete=OnDelete.restrict, null=True)
    why = Text(default="")
