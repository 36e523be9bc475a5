"""Presenter of refunds, for the operator and the buyer."""

from collections.abc import Iterable

from app.countries.clocks import say_instant
from app.kit.formats import money, number
from app.kit.i18n import N_, say
from app.payments.refund import RefundEntry
from app.web.presenters.orders import Fact


def refund_cells(entry: RefundEntry) -> tuple[str, ...]:
    """Return the operator's row of a refund, with its FX difference."""
    refund = entry.refund
    return (
        say_instant(entry.at, None),
        refund.order_number,
        f"{refund.position} · {refund.sku}",
        number(refund.quantity),
        money(refund.amount),
        money(refund.fx_difference),
        entry.bank_reference,
        f"{entry.who}: {entry.why}",
    )


def refund_facts(entries: Iterable[RefundEntry]) -> list[Fact]:
    """Return the refunds of an order, for its buyer."""
    return [_fact(entry) for entry in entries]


def _fact(entry: RefundEntry) -> Fact:
    line = N_("Line %(position)s: %(quantity)s refunded")
    fields: dict[str, object] = {
        "position": entry.refund.position,
        "quantity": number(entry.refund.quantity),
    }
    return say(line, fields), money(entry.refund.amount), entry.why
