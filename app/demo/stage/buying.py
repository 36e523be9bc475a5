"""Buyers on the stage: quotes, orders, payments, refunds and baskets."""

from datetime import datetime, timedelta
from functools import partial
from typing import Final

from app.accounts import actions as accounts
from app.accounts.person import Role
from app.demo.stage.plan import Plan, PlannedBasket, PlannedOrder, PlannedQuote, PlannedRefund
from app.demo.stage.scene import Scene
from app.kit.clock import day_at
from app.orders import actions as orders
from app.orders.placing import Placing
from app.orders.terms import TermsRequest
from app.payments import actions as payments
from app.payments.proforma import Received
from app.quotes import actions as quotes
from app.quotes.actions import holding_span
from app.shop import actions as shop
from app.shop import currency
from app.shop.basket import VISIT_KEY, Owner, owner_of

_DELIVERIES: Final = {"khorgos": "fca-khorgos"}
"""The delivery term by crossing; any other crossing has that of the city."""
_MINUTE: Final = timedelta(minutes=1)
_DAY: Final = timedelta(days=1)
_PAY_DAYS_OVER: Final = 6
_UNPAID: Final = frozenset({"placed", "cancelled", "unpaid"})


def plan_buying(scene: Scene, plan: Plan) -> None:
    """Put the buyers' part of the plan on the timeline."""
    crossings = {load.name: load.crossing for load in plan.load}
    for place, order in enumerate(plan.order):
        crossing = order.crossing or crossings[order.load]
        _plan_order(scene, place, order, crossing=crossing)
    for quote in plan.quote:
        _plan_quote(scene, quote)
    for basket in plan.basket:
        scene.timeline.add(scene.timeline.when(1, 20), partial(_fill, scene, basket))


def paid_ago(scene: Scene, order: PlannedOrder) -> int:
    """Return how many days ago an order was paid: the banking day after it was placed."""
    return scene.timeline.banking_day(order.ago - 1)


def _plan_order(scene: Scene, place: int, order: PlannedOrder, *, crossing: str) -> None:
    timeline = scene.timeline
    placed = timeline.when(order.ago, 10, place % 50)
    timeline.add(placed, partial(_order, scene, place, order, crossing))
    timeline.add(placed + _MINUTE, partial(_ask_payment, scene, place))
    if order.state == "cancelled":
        timeline.add(placed + _DAY, partial(_cancel, scene, place, order))
    if order.state == "unpaid":
        timeline.add(placed + _PAY_DAYS_OVER * _DAY, _expire_unpaid)
    if order.state not in _UNPAID:
        paid = timeline.when(paid_ago(scene, order), 15, place % 50)
        timeline.add(paid, partial(_pay, scene, place))
    if order.refund:
        refunded = timeline.when(order.refund.ago, 16, place % 50)
        timeline.add(refunded, partial(_refund, scene, place, order.refund))


async def _order(
    scene: Scene, place: int, order: PlannedOrder, crossing: str, at: datetime
) -> None:
    reader = scene.people[order.by]
    company = scene.company_of(reader)
    quote = await quotes.open_quote(
        scene.wanted(order.goods), reader=reader, at=at - 5 * _MINUTE, language=reader.language
    )
    terms = TermsRequest(
        consignee_name=company.name_latin,
        consignee_address=company.address,
        delivery=_DELIVERIES.get(crossing, "fca-urumqi"),
        crossing=crossing,
        broker_id=scene.companies[order.broker].id if order.broker else None,
    )
    placed = await orders.place_order(Placing(quote.number, terms), reader=reader, at=at)
    scene.orders[place] = placed.number


async def _ask_payment(scene: Scene, place: int, at: datetime) -> None:
    await payments.issue_proforma(scene.orders[place], at=at)


async def _pay(scene: Scene, place: int, at: datetime) -> None:
    proforma = await payments.issue_proforma(scene.orders[place], at=at)
    received = Received(
        reference=proforma.reference,
        amount=proforma.amount.amount,
        currency=proforma.amount.currency.code,
        received_on=day_at(at),
        bank_reference=f"{proforma.amount.currency.code}-{day_at(at):%y%m%d}-{place:04d}",
    )
    await payments.enter_payment(received, by=scene.one_of(Role.OPERATOR), at=at)


async def _refund(scene: Scene, place: int, planned: PlannedRefund, at: datetime) -> None:
    request = payments.RefundRequest(
        order_number=scene.orders[place],
        position=planned.position,
        quantity=planned.quantity,
        bank_reference=f"OUT-{day_at(at):%y%m%d}-{place:04d}",
        why=planned.why,
    )
    await payments.refund(request, by=scene.one_of(Role.OPERATOR), at=at)


async def _cancel(scene: Scene, place: int, order: PlannedOrder, at: datetime) -> None:
    reader = scene.people[order.by]
    await orders.cancel_order(scene.orders[place], reader=reader, at=at, why=order.why)


async def _expire_unpaid(at: datetime) -> None:
    await orders.expire_unpaid(at=at)


def _plan_quote(scene: Scene, quote: PlannedQuote) -> None:
    timeline = scene.timeline
    if quote.state == "held":
        timeline.add(timeline.now - 5 * _MINUTE, partial(_ask_price, scene, quote))
        return
    opened = timeline.when(quote.ago, 17)
    timeline.add(opened, partial(_ask_price, scene, quote))
    if quote.state == "expired":
        timeline.add(opened + holding_span(opened) + _MINUTE, _expire_quotes)


async def _ask_price(scene: Scene, quote: PlannedQuote, at: datetime) -> None:
    reader = scene.people[quote.by]
    opened = await quotes.open_quote(
        scene.wanted(quote.goods), reader=reader, at=at, language=reader.language
    )
    if quote.state == "withdrawn":
        await quotes.withdraw_quote(opened.number, reader=reader, at=at + 20 * _MINUTE)


async def _expire_quotes(at: datetime) -> None:
    await quotes.expire_quotes(at=at)


async def _fill(scene: Scene, basket: PlannedBasket, at: datetime) -> None:
    """Fill a basket; a visitor's belongs to a new visit, with the currency they chose."""
    owner = owner_of(scene.people[basket.by]) if basket.by else Owner()
    for sku, quantity in basket.goods:
        key = await shop.put_in_basket(owner, scene.products[sku].slug, quantity=quantity, at=at)
        owner = owner if basket.by else Owner(key=key)
    if not basket.by:
        chosen = {currency.VISIT_KEY: basket.currency} if basket.currency else {}
        await accounts.open_visit(None, data={VISIT_KEY: owner.key, **chosen}, old_key="", at=at)
