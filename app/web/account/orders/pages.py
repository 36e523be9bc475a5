"""Read models of a buyer's pages of an order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.accounts import repository as accounts
from app.accounts.company import Company
from app.accounts.person import Reader
from app.catalog import repository as catalog
from app.catalog.product import Product
from app.declarations import repository as declarations
from app.declarations.due import Audience
from app.documents import repository as papers
from app.documents.repository import IssuedPaper
from app.orders import repository
from app.orders.order import Order, OrderLine, OrderState
from app.orders.timeline import OrderStep
from app.payments import repository as payments
from app.payments.proforma import Proforma
from app.payments.refund import RefundEntry
from app.pricing.repository import get_why
from app.pricing.why import Why


@dataclass(frozen=True, slots=True)
class BuyerOrderPage:
    """An order of the reader's company, its progress and its payments."""

    order: Order
    products: Mapping[int, Product]
    """The goods of the lines by id, as they are now."""
    broker: str
    """The firm's name; empty when none is named."""
    steps: Sequence[OrderStep]
    proforma: Proforma | None
    """None when it was not issued yet."""
    payee: Company | None
    """Who is to be paid; None when nothing is due."""
    refunds: Sequence[RefundEntry]


@dataclass(frozen=True, slots=True)
class ProformaPage:
    """An order with its seller, its buyer and its proforma."""

    order: Order
    products: Mapping[int, Product]
    broker: str
    seller: Company
    buyer: Company
    proforma: Proforma | None
    """None when it was not issued yet."""


async def read_order_page(reader: Reader, number: str) -> BuyerOrderPage:
    """Read an order of the reader's company; raises `NoSuchOrder`."""
    order = await repository.get_order_for(reader, number)
    return BuyerOrderPage(
        order=order,
        products=await _products(order),
        broker=await repository.broker_name(order.id),
        steps=await repository.timeline(order.id),
        proforma=await payments.find_proforma(order.id),
        payee=await accounts.get_operator() if order.state is OrderState.PLACED else None,
        refunds=await payments.list_refunds(order.id),
    )


async def read_proforma_page(reader: Reader, number: str) -> ProformaPage:
    """Read an order of the reader's company with its proforma; raises `NoSuchOrder`."""
    order = await repository.get_order_for(reader, number)
    return ProformaPage(
        order=order,
        products=await _products(order),
        broker=await repository.broker_name(order.id),
        seller=await accounts.get_operator(),
        buyer=await accounts.get_company(order.buyer_id),
        proforma=await payments.find_proforma(order.id),
    )


async def _products(order: Order) -> Mapping[int, Product]:
    return await catalog.get_products_for_pricing([line.product_id for line in order.lines])


async def read_papers(reader: Reader, number: str) -> list[IssuedPaper]:
    """List the buyer's papers of an order of the reader's company; raises `NoSuchOrder`."""
    return await papers.papers_of(await _declared(reader, number), audience=Audience.BUYER)


async def read_paper(reader: Reader, number: str, file_name: str) -> IssuedPaper:
    """Return one paper with its bytes; raises `NoSuchOrder` or `NoSuchPaper`."""
    declared = await _declared(reader, number)
    return await papers.get_paper(declared, file_name, audience=Audience.BUYER)


async def _declared(reader: Reader, number: str) -> list[int]:
    order = await repository.get_order_for(reader, number)
    found = await declarations.latest_declaration_of(order.id)
    return [found.id] if found else []


async def read_line_why(reader: Reader, number: str, position: int) -> tuple[OrderLine, Why]:
    """Read a line of the reader's order with the reasons of its price.

    Raises `NoSuchOrder`, `NoSuchLine` or `NoReasons`.
    """
    order = await repository.get_order_for(reader, number)
    line = order.line(position)
    return line, await get_why(await repository.price_of(order, line))
