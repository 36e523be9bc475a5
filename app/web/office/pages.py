"""Read model of the office's home."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from app.accounts.person import Role
from app.accounts.repository.register_lists import count_without_password
from app.declarations.repository import inbox
from app.kit.clock import day_at
from app.kit.i18n import N_
from app.orders.order import OrderState
from app.orders.repository.listing import count_in
from app.payments import repository as payments
from app.rates.repository import desk as rates
from app.warehouse import repository as warehouse
from app.warehouse.load import LoadState


@dataclass(frozen=True, slots=True)
class Waiting:
    """One sort of thing that waits, where it is done, and how pressing it is."""

    code: str
    label: str
    href: str
    tone: str = "warning"


WAITING: Final[Mapping[Role, tuple[Waiting, ...]]] = {
    Role.OPERATOR: (
        Waiting("overdue", N_("Payments overdue"), "/office/payments", "bad"),
        Waiting("placed", N_("Orders to be paid"), "/office/orders?state=placed"),
        Waiting("packed", N_("Orders waiting for a truck"), "/office/orders?state=packed"),
        Waiting("declared", N_("Orders at customs"), "/office/orders?state=declared", ""),
        Waiting("invited", N_("People without a password"), "/office/people?standing=invited"),
    ),
    Role.DECLARANT: (
        Waiting("unread", N_("Files that answer no declaration"), "/office/loads", "bad"),
        Waiting("open", N_("Loads to freeze"), "/office/loads?state=open"),
        Waiting("frozen", N_("Loads to declare"), "/office/loads?state=frozen"),
        Waiting("released", N_("Loads at the gate"), "/office/loads?state=released", "good"),
    ),
    Role.RATES: (
        Waiting("stopped", N_("Currencies stopped"), "/office/rates", "bad"),
        Waiting("held", N_("Rates to confirm"), "/office/rates"),
        Waiting("drafts", N_("Drafts to publish"), "/office/rates"),
    ),
}
"""What waits for each role, the most pressing first."""


async def read_home(role: Role, *, at: datetime) -> Mapping[str, int]:
    """Count what waits for people of the role, as far as lists are counted."""
    if role is Role.OPERATOR:
        orders = await count_in((OrderState.PLACED, OrderState.PACKED, OrderState.DECLARED))
        return {
            **{state.value: count for state, count in orders.items()},
            "overdue": await payments.count_overdue(on=day_at(at)),
            "invited": await count_without_password(),
        }
    if role is Role.DECLARANT:
        loads = await warehouse.count_loads((LoadState.OPEN, LoadState.FROZEN, LoadState.RELEASED))
        return {
            **{state.value: count for state, count in loads.items()},
            "unread": await inbox.count_unread(),
        }
    return await rates.count_waiting()
