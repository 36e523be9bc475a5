"""Malls, products, their texts, codes and prices."""

from piccolo.columns import (
    JSONB,
    Array,
    BigInt,
    Date,
    ForeignKey,
    Integer,
    OnDelete,
    Serial,
    SmallInt,
    Text,
    Timestamptz,
    Varchar,
)
from piccolo.columns.indexes import IndexMethod
from piccolo.constraints import Check, Unique
from piccolo.table import Table

from app.accounts.tables import Company, Person
from app.pictures.tables import Picture


class Mall(Table):
    """A storefront of its own."""

    id: Serial
    code = Varchar(length=20, unique=True)
    position = SmallInt(default=0)
    accent = Varchar(length=7)
    picture = Varchar(length=80, default="")
    tint = SmallInt(default=0)
    retired_at = Timestamptz(null=True, default=None)
    version = Integer(default=1, help_text="counts changes, to see that a form is stale")


class MallChange(Table):
    """One change of a mall: who, when, from, to. Rows are only added."""

    id: Serial
    mall = ForeignKey(Mall, on_delete=OnDelete.restrict, null=False, index=True)
    at = Timestamptz()
    by = ForeignKey(Person, on_delete=OnDelete.restrict, null=True)
    before = JSONB(help_text="texts of the fields that changed, by field")
    after = JSONB()


class MallText(Table):
    """A mall's name and greeting in one language."""

    id: Serial
    mall = ForeignKey(Mall, on_delete=OnDelete.cascade, null=False)
    language = Varchar(length=10)
    name = Varchar(length=100)
    intro = Text()

    mall_text_once = Unique([mall, language], name="mall_text_once")


class Product(Table):
    """One thing a seller sells, by the sales unit, from one minimum in one multiple."""

    id: Serial
    sku = Varchar(length=40, unique=True)
    slug = Varchar(length=80, unique=True)
    seller = ForeignKey(Company, on_delete=OnDelete.restrict, null=False, index=True)
    picture = Varchar(length=80)
    tint = SmallInt(default=0)
    sales_unit = Varchar(length=3)
    unit_net_g = BigInt()
    units_per_carton = Integer()
    carton_tare_g = Integer()
    packing = Varchar(length=2)
    minimum = Integer()
    multiple = Integer()
    prefecture = Varchar(length=60)
    origin_district = Varchar(length=5, default="")
    shelf_life_days = Integer(default=0)
    name_zh_customs = Varchar(length=255, default="")
    elements = Array(base_column=Text())
    element_names = Array(base_column=Text())
    listed_at = Timestamptz()
    state = Varchar(length=8, default="listed")

    product_minimum_fits = Check(
        (minimum > 0) & (multiple > 0) & (unit_net_g > 0) & (units_per_carton > 0),
        name="product_minimum_fits",
    )


class ProductText(Table):
    """A product's name and description in one language."""

    id: Serial
    product = ForeignKey(Product, on_delete=OnDelete.cascade, null=False)
    language = Varchar(length=10)
    name = Varchar(length=200)
    description = Text()

    product_text_once = Unique([product, language], name="product_text_once")


class PriceList(Table):
    """The seller's prices of one product from an instant on. Rows are only added."""

    id: Serial
    product = ForeignKey(Product, on_delete=OnDelete.cascade, null=False, index=True)
    set_at = Timestamptz()


class LadderPrice(Table):
    """The seller's unit price in fen from so many units on. Rows are only added."""

    id: Serial
    price_list = ForeignKey(PriceList, on_delete=OnDelete.cascade, null=False)
    from_quantity = Integer()
    price_minor = BigInt()

    ladder_price_once = Unique([price_list, from_quantity], name="ladder_price_once")
    ladder_price_positive = Check(price_minor > 0, name="ladder_price_positive")


class PricePlan(Table):
    """Prices that a seller agreed to from a later day on; on that day they become a price list."""

    id: Serial
    product = ForeignKey(Product, on_delete=OnDelete.cascade, null=False, index=True)
    holds_from = Date()
    steps = JSONB(help_text="from quantity and fen, in their order")
    state = Varchar(length=10, index=True)
    planned_at = Timestamptz()
    planned_by = ForeignKey(Person, on_delete=OnDelete.restrict, null=False)


class ProductMove(Table):
    """A change between on sale, paused and retired. Rows are only added."""

    id: Serial
    product = ForeignKey(Product, on_delete=OnDelete.cascade, null=False, index=True)
    from_state = Varchar(length=8, default="")
    to_state = Varchar(length=8)
    at = Timestamptz()
    by = ForeignKey(Person, on_delete=OnDelete.restrict, null=True)
    why = Text(default="")


class ProductCode(Table):
    """A product's code in one tariff, as it was listed or as somebody proposes it.

    Which one stands says the view `standing_code`. One tariff's code never stands in for
    another's. Rows are only added.
    """

    id: Serial
    product = ForeignKey(Product, on_delete=OnDelete.cascade, null=False)
    tariff = Varchar(length=6)
    code = Varchar(length=10)
    status = Varchar(length=12)
    source = Text()
    set_at = Timestamptz()
    set_by = ForeignKey(Person, on_delete=OnDelete.restrict, null=True)
    reason = Text(default="", help_text="why it differs from the goods' HS heading")
    firm = ForeignKey(
        Company,
        on_delete=OnDelete.restrict,
        null=True,
        index=True,
        help_text="the broker's, for whose clients it counts at once",
    )

    product_code_dated = Unique([product, tariff, set_at], name="product_code_dated")


class CodeDecision(Table):
    """A code confirmed, refused or taken back. Rows are only added."""

    id: Serial
    named = ForeignKey(ProductCode, on_delete=OnDelete.restrict, null=False, index=True)
    from_state = Varchar(length=12)
    to_state = Varchar(length=12)
    at = Timestamptz()
    by = ForeignKey(Person, on_delete=OnDelete.restrict, null=True)
    why = Text(default="")

    code_decision_once = Unique([named, to_state], name="code_decision_once")


class MallProduct(Table):
    """A product shown in a mall."""

    id: Serial
    mall = ForeignKey(Mall, on_delete=OnDelete.cascade, null=False)
    product = ForeignKey(Product, on_delete=OnDelete.cascade, null=False, index=True)

    mall_product_once = Unique([mall, product], name="mall_product_once")


class ProductSearch(Table):
    """A product's search terms; see `app.catalog.folding`."""

    id: Serial
    product = ForeignKey(Product, on_delete=OnDelete.cascade, null=False, unique=True)
    words = Array(base_column=Text(), index=True, index_method=IndexMethod.gin)


class ProductPicture(Table):
    """A picture that hangs at a product, and what is said of it to those who do not see it."""

    id: Serial
    product = ForeignKey(Product, on_delete=OnDelete.cascade, null=False, index=True)
    picture = ForeignKey(Picture, on_delete=OnDelete.restrict, null=False, unique=True)
    position = SmallInt()
    """From 1; the first is the main one."""
    alts = JSONB()
    """By language; a language may lack."""
