"""Baskets."""

from piccolo.columns import UUID, ForeignKey, Integer, OnDelete, Serial, Timestamptz
from piccolo.columns.defaults.uuid import UUID4
from piccolo.constraints import Check, Unique
from piccolo.table import Table

from app.accounts.tables import Person
from app.catalog.tables import Product


class Basket(Table):
    """What a visitor means to order. `key` is in the data of the visitor's session."""

    id: Serial
    key = UUID(default=UUID4(), unique=True)
    person = ForeignKey(Person, on_delete=OnDelete.cascade, null=True, unique=True)
    changed_at = Timestamptz()


class BasketLine(Table):
    """Some units of one product."""

    id: Serial
    basket = ForeignKey(Basket, on_delete=OnDelete.cascade, null=False)
    product = ForeignKey(Product, on_delete=OnDelete.cascade, null=False)
    quantity = Integer()

    basket_line_once = Unique([basket, product], name="basket_line_once")
    basket_line_positive = Check(quantity > 0, name="basket_line_positive")
