"""The plan of the stage, parsed from `data/stage.toml` and validated by msgspec."""

import tomllib
from typing import Literal

import msgspec

from app.demo.cast import DATA

Goods = tuple[tuple[str, int], ...]
"""(article number, quantity) of each line."""
OrderGoal = Literal["placed", "paid", "picked", "packed", "loaded", "cancelled", "unpaid"]


class _Plan(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A part of the plan. Days are counted back from the day the shop is made."""


class PlannedLoad(_Plan, frozen=True):
    """A load, and its progress: a step without a day does not happen."""

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
    ago: int
    position: int
    quantity: int
    why: str


class PlannedOrder(_Plan, frozen=True):
    """An order, and its progress. One that names a load goes on with the load."""

    by: str
    ago: int
    goods: Goods
    crossing: str = ""
    broker: str = ""
    state: OrderGoal = "loaded"
    load: str = ""
    picks: int = 0
    """Of a paid order: how many lines are picked."""
    cartons: int = 0
    """Of a picked order: how many cartons are packed."""
    refund: PlannedRefund | None = None
    why: str = ""


class PlannedQuote(_Plan, frozen=True):
    """A quote that becomes no order; one without a day is open now."""

    by: str
    goods: Goods
    state: Literal["expired", "withdrawn", "held"]
    ago: int = 0


class PlannedBasket(_Plan, frozen=True):
    """A person's basket, or a visitor's without a person."""

    goods: Goods
    by: str = ""
    currency: str = ""


class PlannedTerms(_Plan, frozen=True):
    """A draft of selling terms: published, withdrawn, or rehearsed and, without a day, open."""

    currency: str
    spread: str
    by: str
    why: str
    ago: int = 0
    published_by: str = ""
    withdrawn: str = ""


class PlannedStop(_Plan, frozen=True):
    """An emergency stop of a currency, lifted within the hour."""

    ago: int
    currency: str
    by: str
    why: str
    lifted_by: str
    lifted: str


class PlannedCode(_Plan, frozen=True):
    """A code of goods aboard that a broker confirms."""

    by: str
    load: str
    ago: int
    sku: str
    code: str
    evidence: str


class Plan(_Plan, frozen=True):
    load: tuple[PlannedLoad, ...]
    order: tuple[PlannedOrder, ...]
    quote: tuple[PlannedQuote, ...]
    basket: tuple[PlannedBasket, ...]
    terms: tuple[PlannedTerms, ...]
    stop: tuple[PlannedStop, ...]
    code: tuple[PlannedCode, ...]


def read_plan() -> Plan:
    """Return the plan; raises `msgspec.ValidationError`."""
    with (DATA / "stage.toml").open("rb") as file:
        return msgspec.convert(tomllib.load(file), Plan)
