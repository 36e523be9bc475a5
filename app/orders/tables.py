"""Orders, their lines and their moves."""

from piccolo.columns import (
    JSONB,
    BigInt,
    Date,
    ForeignKey,
    Integer,
    Numeric,
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
from app.quotes.tables import Quote
from app.rates.tables import OfficialRate, SellingTerms


class Order(Table, tablename="purchase_order"):
    """A buyer's order: it copies the price, the rate and the terms it was placed at."""

    id: Serial
    number = Varchar(length=20, unique=True)
    state = Varchar(length=12, index=True)
    buyer = ForeignKey(Company, on_delete=OnDelete.restrict, null=False, index=True)
    placed_by = ForeignKey(Person, on_delete=OnDelete.restrict, null=False)
    placed_at = Timestamptz()
    language = Varchar(length=10)
    consignee_name = Varchar(length=200)
    consignee_address = Text()
    delivery_term = Varchar(length=3)
    delivery_place = Varchar(length=100)
    crossing = Varchar(length=20)
    broker = ForeignKey(Company, on_delete=OnDelete.restrict, null=True, index=True)
    currency = Varchar(length=3)
    rate_bank = Varchar(length=10)
    rate_nominal = Integer()
    rate_value = Numeric()
    rate_effective_on = Date()
    spread_percent = Numeric(digits=(6, 3))
    stages = JSONB(help_text="of all lines together, in order: stage and minor units")
    total_minor = BigInt()
    quote = ForeignKey(Quote, on_delete=OnDelete.restrict, null=True, unique=True)
    official_rate = ForeignKey(OfficialRate, on_delete=OnDelete.restrict, null=True)
    selling_terms = ForeignKey(SellingTerms, on_delete=OnDelete.restrict, null=True)

    order_stages_add_up = Check(
        "total_minor IS NOT DISTINCT FROM price_stages_total(stages)", name="order_stages_add_up"
    )


class OrderLine(Table):
    """One line, with every stage of its price."""

    id: Serial
    order = ForeignKey(Order, on_delete=OnDelete.cascade, null=False)
    position = SmallInt()
    product = ForeignKey(Product, on_delete=OnDelete.restrict, null=False, index=True)
    sku = Varchar(length=40)
    names = JSONB()
    codes = JSONB(help_text="by tariff, as the order was placed")
    sales_unit = Varchar(length=3)
    quantity = Integer()
    list_price_minor = BigInt(help_text="fen a unit")
    stages = JSONB(help_text="of a unit, in order: stage and minor units, buyer's currency")
    unit_price_minor = BigInt()
    total_minor = BigInt()
    price_list = ForeignKey(PriceList, on_delete=OnDelete.restrict, null=True)

    order_line_once = Unique([order, position], name="order_line_once")
    order_line_stages_add_up = Check(
        "unit_price_minor IS NOT DISTINCT FROM price_stages_total(stages)"
        " AND total_minor = unit_price_minor * quantity",
        name="order_line_stages_add_up",
    )


class OrderMove(Table):
    """One step of an order's life, for its timeline and for audit."""

    id: Serial
    order = ForeignKey(Order, on_delete=OnDelete.cascade, null=False, index=True)
    from_state = Varchar(length=12)
    to_state = Varchar(length=12)
    at = Timestamptz()
    by = ForeignKey(Person, on_delete=OnDelete.restrict, null=True)
    why = Text(default="")
