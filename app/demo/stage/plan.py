"""What happens on the stage, as `data/stage.toml` says it: read whole, or refused by msgspec."""

import tomllib
from typing import Literal

import msgspec

from app.demo.cast import DATA

Goods = tuple[tuple[str, int], ...]
"""Article number and quantity, line by line."""
OrderGoal = Literal["placed", "paid", "picked", "packed", "loaded", "cancelled", "unpaid"]


class _Plan(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A part of the plan. Days are counted back from the one the shop is made on: 80 days ago."""


class PlannedLoad(_Plan, frozen=True):
    """A truck, and how far it comes: a day that is not there does not happen."""

    name: str
    truck: str
    trailer: str
    driver: str
    crossing: str
    country: str
    opened: int
    frozen: int | None = None
    held: int | None = None
    """Customs orders an inspection, and the load waits."""
    released: int | None = None
    departed: int | None = None


class PlannedRefund(_Plan, frozen=True):
    """So many units of a line given back."""

    ago: int
    position: int
    quantity: int
    why: str


class PlannedOrder(_Plan, frozen=True):
    """An order, and how far it comes. One that names a load goes on with it."""

    by: str
    ago: int
    goods: Goods
    crossing: str = ""
    broker: str = ""
    state: OrderGoal = "loaded"
    load: str = ""
    picks: int = 0
    """Of a paid order: how many lines' goods lie ready."""
    cartons: int = 0
    """Of a picked order: how many cartons are packed."""
    refund: PlannedRefund | None = None
    why: str = ""


class PlannedQuote(_Plan, frozen=True):
    """A quote that becomes no order; one without a day is held now."""

    by: str
    goods: Goods
    state: Literal["expired", "withdrawn", "held"]
    ago: int = 0


class PlannedBasket(_Plan, frozen=True):
    """Somebody's basket, or a visitor's."""

    goods: Goods
    by: str = ""
    currency: str = ""


class PlannedTerms(_Plan, frozen=True):
    """A draft of selling terms: published, given up, or rehearsed and, without a day, waiting."""

    currency: str
    spread: str
    by: str
    why: str
    ago: int = 0
    published_by: str = ""
    withdrawn: str = ""


class PlannedStop(_Plan, frozen=True):
    """Selling stopped in a currency, and going on within the hour."""

    ago: int
    currency: str
    by: str
    why: str
    lifted_by: str
    lifted: str


class PlannedCode(_Plan, frozen=True):
    """A broker's word on a code of goods aboard."""

    by: str
    load: str
    ago: int
    sku: str
    code: str
    evidence: str


class Plan(_Plan, frozen=True):
    """The whole stage."""

    load: tuple[PlannedLoad, ...]
    order: tuple[PlannedOrder, ...]
    quote: tuple[PlannedQuote, ...]
    basket: tuple[PlannedBasket, ...]
    terms: tuple[PlannedTerms, ...]
    stop: tuple[PlannedStop, ...]
    code: tuple[PlannedCode, ...]


def read_plan() -> Plan:
    """Return the plan; raises `msgspec.ValidationError` for one that is not well written."""
    with (DATA / "stage.toml").open("rb") as file:
        return msgspec.convert(tomllib.load(file), Plan)
