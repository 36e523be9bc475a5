"""Notices: which events concern whom, and what a letter about them says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from app.accounts.person import Role
from app.kit.i18n import N_
from app.orders.order import OrderState


class NoticeKind(StrEnum):
    """What a letter is about."""

    QUOTE_ENDING = "quote_ending"
    ORDER_PLACED = "order_placed"
    ORDER_PAID = "order_paid"
    ORDER_PACKED = "order_packed"
    PAPERS_DUE = "papers_due"
    RELEASED = "released"
    RELEASE_TAKEN_BACK = "release_taken_back"
    DEPARTED = "departed"
    CANCELLED = "cancelled"
    GOODS_ORDERED = "goods_ordered"


@dataclass(frozen=True, slots=True)
class NoticeText:
    """A kind's name on pages, and the subject and text of its letters."""

    name: str
    subject: str
    text: str


TEXTS: Final[Mapping[NoticeKind, NoticeText]] = {
    NoticeKind.QUOTE_ENDING: NoticeText(
        N_("A quote is about to end"),
        N_("Quote %(number)s ends soon"),
        N_(
            "Quote %(number)s holds its price and goods until %(until)s. Order before, or ask anew."
        ),
    ),
    NoticeKind.ORDER_PLACED: NoticeText(
        N_("An order is placed"),
        N_("Order %(number)s is placed"),
        N_("Order %(number)s is placed. Its page says what to pay, where, and by which day."),
    ),
    NoticeKind.ORDER_PAID: NoticeText(
        N_("A payment has come"),
        N_("Order %(number)s is paid"),
        N_("Your payment for order %(number)s has come. The warehouse picks the goods next."),
    ),
    NoticeKind.ORDER_PACKED: NoticeText(
        N_("An order is packed"),
        N_("Order %(number)s is packed"),
        N_("Order %(number)s is packed and weighed, and waits for its truck."),
    ),
    NoticeKind.PAPERS_DUE: NoticeText(
        N_("A load is frozen and its papers are made"),
        N_("Order %(number)s: papers"),
        N_(
            "Order %(number)s is aboard a load whose figures are fixed; its papers are ready within"
            " minutes. Papers of an earlier time are replaced by these."
        ),
    ),
    NoticeKind.RELEASED: NoticeText(
        N_("Customs released the goods"),
        N_("Order %(number)s is released"),
        N_("China customs released order %(number)s for export."),
    ),
    NoticeKind.RELEASE_TAKEN_BACK: NoticeText(
        N_("Customs took a release back"),
        N_("Order %(number)s: release taken back"),
        N_("China customs took the release of order %(number)s back. The goods wait."),
    ),
    NoticeKind.DEPARTED: NoticeText(
        N_("A truck left the gate"),
        N_("Order %(number)s has left"),
        N_("The truck with order %(number)s has left the warehouse for the border."),
    ),
    NoticeKind.CANCELLED: NoticeText(
        N_("An order is cancelled"),
        N_("Order %(number)s is cancelled"),
        N_("Order %(number)s is cancelled, and its goods are let go."),
    ),
    NoticeKind.GOODS_ORDERED: NoticeText(
        N_("Your goods are ordered"),
        N_("Your goods are in an order"),
        N_("An order holds goods of yours. Nothing is to be done yet."),
    ),
}

ALWAYS: Final = frozenset({NoticeKind.CANCELLED, NoticeKind.RELEASE_TAKEN_BACK})
"""What nobody does without: something was undone."""

_BUYERS: Final = tuple(kind for kind in NoticeKind if kind is not NoticeKind.GOODS_ORDERED)
_BROKERS: Final = (
    NoticeKind.PAPERS_DUE,
    NoticeKind.RELEASED,
    NoticeKind.RELEASE_TAKEN_BACK,
    NoticeKind.DEPARTED,
)
KINDS_OF: Final[Mapping[Role, Sequence[NoticeKind]]] = {
    Role.IMPORTER: _BUYERS,
    Role.BROKER: _BROKERS,
    Role.SELLER: (NoticeKind.GOODS_ORDERED,),
}
"""What each role gets letters about; a role that is not here gets none of these."""

_BY_STATE: Final = {
    OrderState.PLACED: NoticeKind.ORDER_PLACED,
    OrderState.PAID: NoticeKind.ORDER_PAID,
    OrderState.DEPARTED: NoticeKind.DEPARTED,
    OrderState.CANCELLED: NoticeKind.CANCELLED,
    OrderState.RELEASED: NoticeKind.RELEASED,
}


def kinds_of_move(was: OrderState | None, to: OrderState) -> tuple[NoticeKind, ...]:
    """Return what an order's move gives notice of; empty for a step inside the warehouse."""
    match was, to:
        case OrderState.PICKED, OrderState.PACKED:
            return (NoticeKind.ORDER_PACKED,)
        case OrderState.LOADED, OrderState.DECLARED:
            return (NoticeKind.PAPERS_DUE,)
        case OrderState.RELEASED, OrderState.DECLARED:
            return (NoticeKind.RELEASE_TAKEN_BACK,)
        case None, OrderState.PLACED:
            return NoticeKind.ORDER_PLACED, NoticeKind.GOODS_ORDERED
    kind = _BY_STATE.get(to)
    return (kind,) if kind else ()


def wanted_kinds(role: Role, declined: frozenset[NoticeKind]) -> frozenset[NoticeKind]:
    """Return what somebody of the role gets letters about."""
    return frozenset(KINDS_OF.get(role, ())) - (declined - ALWAYS)
