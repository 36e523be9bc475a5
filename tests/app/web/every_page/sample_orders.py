"""Sample data of pages: an order at every stage, an open quote, a draft of terms."""

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from app.accounts import actions as accounts
from app.brokers import repository as brokers
from app.catalog.actions import codes
from app.declarations.actions import freezing
from app.declarations.actions.inbox import IncomingMessage, take_message
from app.declarations.repository import inbox
from app.documents import repository as papers
from app.documents.issuing import papers_due
from app.documents.repository import PaperFacts
from app.kit.db import transaction
from app.kit.refusal import Refusal
from app.listings import actions as listings
from app.orders import repository as orders
from app.payments import actions as payments
from app.rates.actions import terms
from tests.app.agreeing import proposal
from tests.app.catalog.coding import keep_lines, new_code, sku_of
from tests.app.imports.desk import send, workbook
from tests.app.listings.written import submitted
from tests.app.orders.market import NOON, Market, place, quoted, requested_terms
from tests.app.pictures.hung import hang
from tests.app.warehouse.walk import KHORGOS, LATER, loaded, pack_all, packed, paid, pick_all
from tests.app.warehouse.walk import picked as picked_order

FROZEN: Final = LATER + timedelta(minutes=10)
NOW: Final = LATER + timedelta(minutes=30)
WORKBOOK: Final = workbook(
    ("货号", "单价", "起订量"), ("RAISINS", 11.9, 10), ("WALNUTS", "33,33", 2), ("NEW-1", 5, 5)
)


@dataclass(frozen=True, slots=True)
class SampleOrders:
    """Numbers and ids of the sample at each stage."""

    market: Market
    quote: str
    draft: int
    placed: str
    paid: str
    picked: str
    packed: str
    loaded: str
    open_load: str
    frozen: str
    """The order of the broker's client aboard the frozen load."""
    frozen_load: str
    papers: tuple[str, ...]
    message: int
    link: str
    """The key of a link that sets a password."""
    goods_import: int
    """A workbook that waits for its seller's word."""
    picture: int
    """Of the raisins."""
    code: int
    """A code that the broker proposed."""
    begun: int
    """A listing that the seller has only begun."""
    submitted: int
    """A listing that waits for the office."""


async def build(market: Market) -> SampleOrders:
    """Create an order at each stage."""
    goods = (market.raisins, 10)
    placed = await place(market.kazakh, goods)
    await payments.issue_proformas(at=NOON)
    frozen = await packed_for_the_broker(market)
    frozen_load = await loaded(market, frozen, vehicle=replace(KHORGOS, truck_plate="新A00001"))
    await freezing.freeze_load(frozen_load.number, by=market.declarant, at=FROZEN, due=papers_due)
    names = await issue(market, frozen_load.number)
    aboard = await packed(market, market.kazakh, goods)
    open_load = await loaded(market, aboard.number)
    return SampleOrders(
        market=market,
        draft=(await terms.draft_terms(proposal("KZT", "3"), by=market.rates, at=LATER)).id,
        placed=placed.number,
        paid=(await paid(market, market.kazakh, goods)).number,
        picked=(await picked_order(market, market.kazakh, goods)).number,
        packed=(await packed(market, market.kazakh, goods)).number,
        loaded=aboard.number,
        open_load=open_load.number,
        frozen=frozen,
        frozen_load=frozen_load.number,
        papers=names,
        code=await proposed_code(market),
        begun=await listings.begin_draft(by=market.seller, at=LATER),
        submitted=await submitted(market.seller, at=LATER),
        message=await message_that_nobody_can_read(market),
        link=(await accounts.issue_link(market.operator.email, at=NOW)).key,
        goods_import=await send(WORKBOOK, market.seller),
        picture=await hang(market.raisins),
        # The last, and held still: another of the same buyer would withdraw it.
        quote=(await quoted(market.kazakh, goods, at=NOW)).number,
    )


async def proposed_code(market: Market) -> int:
    """Propose a code of the raisins as the broker does; return the proposal's id."""
    await keep_lines("0806209000")
    named = new_code(await sku_of(market.raisins), "0806209000")
    return await codes.propose_code(named, by=market.broker, at=NOW)


async def packed_for_the_broker(market: Market) -> str:
    """Pack an order whose papers the broker's firm gets."""
    terms_asked = replace(requested_terms(market.kazakh), broker_id=market.broker.company_id)
    order = await place(market.kazakh, (market.raisins, 20), terms=terms_asked)
    async with transaction():
        await orders.save_state(
            order.paid(), was=order.state, at=NOON, by_id=market.operator.person_id
        )
    await pick_all(market, order.number)
    await pack_all(market, order.number)
    return order.number


async def issue(market: Market, load: str) -> tuple[str, ...]:
    """Save substitutes of papers (printing is slow, and tested elsewhere); return their names."""
    names = []
    for declaration in (await brokers.get_load_for(market.broker, load)).declarations:
        for kind in ("declaration", "invoice", "packing_list"):
            name = f"{declaration.order_number}_{kind}_v1.pdf"
            facts = PaperFacts(kind, 1, name, "t")
            await papers.save_paper(declaration.id, facts, name.encode(), at=FROZEN)
            names.append(name)
    return tuple(names)


async def message_that_nobody_can_read(market: Market) -> int:
    """Save an unreadable message and return its id."""
    with suppress(Refusal):
        await take_message(
            IncomingMessage(body=b"<html/>", file_name="Receipt_0.xml", by=market.declarant, at=NOW)
        )
    (message,) = await inbox.unread_messages()
    return message.id
