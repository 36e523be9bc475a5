"""Quotes, their lines and their moves."""

from piccolo.columns import (
    JSONB,
    BigInt,
    ForeignKey,
    Integer,
    OnDelete,
    Serial,
    SmallInt,
    Text,
    Timestamptz,
    Varchar,
)
from piccolo.constraints import Check, Unique
from piccolo.table import Table

from app.accounts.tables import Company, Person
from app.catalog.tables import PriceList, Product
from app.rates.tables import OfficialRate, SellingTerms
from app.shop.tables import Basket


class Quote(Table):
    """What goods cost a buyer, held until an instant."""

    id: Serial
    number = Varchar(length=20, unique=True)
    state = Varchar(length=10, index=True)
    buyer = ForeignKey(Company, on_delete=OnDelete.restrict, null=False, index=True)
    asked_by = ForeignKey(Person, on_delete=OnDelete.restrict, null=False, index=True)
    quoted_at = Timestamptz()
    held_until = Timestamptz()
    language = Varchar(length=10)
    basket = ForeignKey(Basket, on_delete=OnDelete.set_null, null=True)
    currency = Varchar(length=3)
    official_rate = ForeignKey(OfficialRate, on_delete=OnDelete.restrict, null=False)
    selling_terms = ForeignKey(SellingTerms, on_delete=OnDelete.restrict, null=False)
    total_minor = BigInt()

    quote_held_awhile = Check("held_until > quoted_at", name="quote_held_awhile")


class QuoteLine(Table):
    """One line, with every stage of its price."""

    id: Serial
    quote = ForeignKey(Quote, on_delete=OnDelete.cascade, null=False)
    position = SmallInt()
    product = ForeignKey(Product, on_delete=OnDelete.restrict, null=False, index=True)
    price_list = ForeignKey(PriceList, on_delete=OnDelete.restrict, null=False)
    sku = Varchar(length=40)
    names = JSONB()
    sales_unit = Varchar(length=3)
    quantity = Integer()
    list_price_minor = BigInt(help_text="fen a unit")
    stages = JSONB(help_text="of a unit, in order: stage and minor units, buyer's currency")
    unit_price_minor = BigInt()
    total_minor = BigInt()

    quote_line_once = Unique([quote, position], name="quote_line_once")
    quote_line_positive = Check("quantity > 0", name="quote_line_positive")
    quote_line_stages_add_up = Check(
        "unit_price_minor IS NOT DISTINCT FROM price_stages_total(stages)"
        " AND total_minor = unit_price_minor * quantity",
        name="quote_line_stages_add_up",
    )


class QuoteMove(Table):
    """One step of a quote's life. Rows are only added."""

    id: Serial
    quote = ForeignKey(Quote, on_delete=OnDelete.cascade, null=False, index=True)
    from_state = Varchar(length=10)
    to_state = Varchar(length=10)
    at = Timestamptz()
    by = ForeignKey(Person, on_delete=OnDelete.restrict, null=True)
    why = Text(default="")
