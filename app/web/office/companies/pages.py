"""Read model of a company's page."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from app.accounts.register import KeptChange, ListedPerson
from app.accounts.repository import register
from app.accounts.repository.register import RegisteredCompany
from app.accounts.repository.register_lists import WantedPeople, list_persons
from app.catalog.repository.sellers import Offered, list_offered
from app.kit.listing import Asked, KeyPage
from app.orders.order_list import WantedOrders
from app.orders.repository.listing import OrderPage, list_orders

_GOODS_SHOWN: Final = 25


@dataclass(frozen=True, slots=True)
class CompanyPage:
    """A company with its people, its goods and orders, and what was changed of it."""

    registered: RegisteredCompany
    people: KeyPage[ListedPerson]
    count: int
    """Of its people."""
    orders: OrderPage
    """Those that it placed."""
    goods: Sequence[Offered]
    """The newest that it offers."""
    changes: Sequence[KeptChange]


async def read_company_page(company_id: int) -> CompanyPage:
    """Read a company; raises `NoSuchCompany`."""
    registered = await register.get_registered(company_id)
    people, count = await list_persons(WantedPeople(company_id=company_id), Asked())
    return CompanyPage(
        registered=registered,
        people=people,
        count=count,
        orders=await list_orders(WantedOrders(buyer_id=company_id), Asked()),
        goods=await list_offered(company_id, most=_GOODS_SHOWN),
        changes=await register.changes_of_company(company_id),
    )
