"""Presenter of orders, their lines, terms and history."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from app.countries.clocks import say_instant
from app.countries.repository import crossing_label
from app.kit.formats import day, money
from app.kit.i18n import N_, say, text_of, translate, translate_plural
from app.orders.actions import last_day_to_pay
from app.orders.order import ORDER_STATES, Order, OrderLine, OrderState
from app.orders.timeline import Milestone, OrderStep, milestones
from app.pricing.stages import shown
from app.web.presenters.prices import Sum, price_sums, rate_line
from app.web.presenters.units import say_units

Fact = tuple[str, str, str]
"""A term, its text, and a note."""
TimelineStep = tuple[str, str, str, bool]
"""(state, when, who, is_done)."""

TONES: Final = {
    OrderState.PLACED: "waiting",
    OrderState.PAID: "busy",
    OrderState.PICKED: "busy",
    OrderState.PACKED: "busy",
    OrderState.LOADED: "busy",
    OrderState.DECLARED: "busy",
    OrderState.RELEASED: "good",
    OrderState.DEPARTED: "good",
    OrderState.CANCELLED: "plain",
}

NEXT: Final = {
    OrderState.PLACED: N_("Pay the proforma invoice by %(day)s. We hold the goods until then."),
    OrderState.PAID: N_("Your payment has come. The warehouse picks the goods next."),
    OrderState.PICKED: N_("The goods are off the shelf. They are packed and weighed next."),
    OrderState.PACKED: N_("The cartons are packed and weighed. They wait for a truck."),
    OrderState.LOADED: N_("The cartons are on the truck. The declaration is drafted next."),
    OrderState.DECLARED: N_("The export declaration is drafted. Customs looks at it next."),
    OrderState.RELEASED: N_("Customs has released the goods. The truck leaves next."),
    OrderState.DEPARTED: N_("The truck has left our gate for the border."),
    OrderState.CANCELLED: N_("This order was cancelled. Nothing is owed for it."),
}


@dataclass(frozen=True, slots=True)
class OrderView:
    """An order's head, or its row in a list."""

    number: str
    href: str
    placed: str
    goods: str
    total: str
    state: str
    tone: str
    next: str


@dataclass(frozen=True, slots=True)
class LineView:
    """A line of an order; the note names every stage of a unit's price."""

    name: str
    href: str
    code: str
    note: str
    quantity: str
    unit_price: str
    sum: str
    why: str = ""
    """The address of the price's reasons; empty where there is none."""


def order_view(order: Order, *, href: str, country: str | None) -> OrderView:
    """Present an order's head; instants in the country's time zone, or the warehouse's for None."""
    last_day = day(last_day_to_pay(order))
    return OrderView(
        number=order.number,
        href=href,
        placed=say_instant(order.placed_at, country),
        goods=_goods(order.lines),
        total=money(order.total),
        state=translate(ORDER_STATES.names[order.state]),
        tone=TONES[order.state],
        next=say(NEXT[order.state], {"day": last_day}),
    )


def name_in(names: dict[str, str]) -> str:
    """Return the product's name in the reader's language, as it was at placing."""
    return text_of(names)


def _goods(lines: Sequence[OrderLine]) -> str:
    first, more = name_in(lines[0].names), len(lines) - 1
    if not more:
        return first
    sentence = translate_plural("%(name)s and %(num)s more", "%(name)s and %(num)s more", more)
    return sentence % {"name": first, "num": more}


def line_view(line: OrderLine, *, href: str, code: str = "", why: str = "") -> LineView:
    """Present a line; `why` is the address of its price's reasons."""
    return LineView(
        name=name_in(line.names),
        href=href,
        code=code,
        note=price_note(line),
        quantity=say_units(line.quantity, line.sales_unit),
        unit_price=money(line.unit_price),
        sum=money(line.total),
        why=why,
    )


def price_note(line: OrderLine) -> str:
    """Return the list price and the stages of a unit's price as text."""
    stages = [(translate(kind.label), amount) for kind, amount in shown(line.unit)]
    named = [(translate("List price"), line.list_price), *stages]
    return " · ".join(f"{label} {money(amount)}" for label, amount in named)


def order_sums(order: Order) -> list[Sum]:
    """Return the stages from the goods to the total, each with its reason."""
    rate = rate_line(order.rate, currency=order.currency)
    return price_sums(order.breakdown, by=order.rate, rate=rate)


def terms_facts(order: Order, *, broker: str) -> list[Fact]:
    """Return the terms; `broker` is the firm's name, or empty."""
    terms = order.terms
    return [
        (translate("Consignee"), terms.consignee_name, terms.consignee_address),
        (translate("Delivery"), f"{terms.delivery_term} {terms.delivery_place}", "Incoterms 2020"),
        (translate("Border crossing"), crossing_label(terms.crossing), ""),
        (translate("Customs broker"), broker or translate("None named yet"), ""),
    ]


def timeline_steps(steps: Iterable[OrderStep], *, country: str) -> list[TimelineStep]:
    """Return the timeline: states reached, with who and when, then those ahead."""
    return [_milestone(each, country) for each in milestones(steps)]


def _milestone(milestone: Milestone, country: str) -> TimelineStep:
    name = translate(ORDER_STATES.names[milestone.state])
    step = milestone.step
    if step is None:
        return name, "", "", False
    return name, say_instant(step.at, country), step.who or "Keruen", True


def move_rows(steps: Iterable[OrderStep], *, country: str) -> list[tuple[str, str, str, str]]:
    """Return every move as (state, when, who, reason), for the staff."""
    return [
        (
            translate(ORDER_STATES.names[step.state]),
            say_instant(step.at, country),
            step.who or "Keruen",
            translate(step.why) if step.why else "",
        )
        for step in steps
    ]
