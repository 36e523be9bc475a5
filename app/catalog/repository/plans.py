"""Prices planned for a later day: every query."""

from datetime import date, datetime
from typing import TypedDict

from moneyed import Money

from app.catalog.ladder import Ladder, LadderStep
from app.catalog.price_plan import DayPlanned, NoSuchPlan, PlanState, PricePlan
from app.catalog.tables import PricePlan as PlanRow
from app.kit.money import CNY, from_minor, to_minor
from app.kit.records import Record, read_all, read_column


class StoredStep(TypedDict):
    """A step of a ladder as it is saved."""

    from_quantity: int
    price_minor: int


class PlanRecord(Record):
    """A row of planned prices."""

    id: int
    product: int
    holds_from: date
    steps: list[StoredStep]
    state: PlanState
    planned_at: datetime


async def list_plans(product_id: int) -> list[PricePlan]:
    """List the prices of a product that wait for their day, the nearest first."""
    waits = PlanRow.state == PlanState.WAITING.value
    query = PlanRow.select().where((PlanRow.product == product_id) & waits)
    return [_plan(row) for row in await read_all(PlanRecord, query.order_by(PlanRow.holds_from))]


async def save_plan(
    product_id: int, ladder: Ladder, *, holds_from: date, by_id: int, at: datetime
) -> None:
    """Save prices for a later day; raises `DayPlanned`. The product's row must be locked."""
    if any(plan.holds_from == holds_from for plan in await list_plans(product_id)):
        raise DayPlanned(field="holds_from", day=holds_from)
    await PlanRow(
        product=product_id,
        holds_from=holds_from,
        steps=[
            StoredStep(from_quantity=step.minimum, price_minor=to_minor(step.unit_price))
            for step in ladder.steps
        ],
        state=PlanState.WAITING.value,
        planned_at=at,
        planned_by=by_id,
    ).save()


async def lock_plan(plan_id: int, *, product_id: int) -> PricePlan:
    """Return a product's planned prices, their row locked; raises `NoSuchPlan`."""
    query = (
        PlanRow.select()
        .where((PlanRow.id == plan_id) & (PlanRow.product == product_id))
        .order_by(PlanRow.id)
        .lock_rows("NO KEY UPDATE")
    )
    rows = await read_all(PlanRecord, query)
    if not rows:
        raise NoSuchPlan
    return _plan(rows[0])


async def lock_due_plans(*, on: date) -> list[PricePlan]:
    """Return the waiting prices whose day has come, in the order of their days, locked."""
    waits = PlanRow.state == PlanState.WAITING.value
    query = (
        PlanRow.select()
        .where(waits & (PlanRow.holds_from <= on))
        .order_by(PlanRow.holds_from)
        .order_by(PlanRow.id)
        .lock_rows("NO KEY UPDATE", skip_locked=True)
    )
    return [_plan(row) for row in await read_all(PlanRecord, query)]


async def save_plan_state(plan_id: int, state: PlanState) -> None:
    """Save that planned prices hold now, or were taken back."""
    await PlanRow.update({PlanRow.state: state.value}).where(PlanRow.id == plan_id)


async def count_plans(product_ids: list[int]) -> int:
    """Count the planned prices of these products that wait for their day."""
    ids = PlanRow.select(PlanRow.id).where(
        PlanRow.product.is_in([*product_ids, 0]) & (PlanRow.state == PlanState.WAITING.value)
    )
    return len(await read_column(int, ids))


def _plan(row: PlanRecord) -> PricePlan:
    steps = tuple(_step(each) for each in row.steps)
    return PricePlan(row.id, row.product, row.holds_from, Ladder(steps), row.planned_at, row.state)


def _step(stored: StoredStep) -> LadderStep:
    price: Money = from_minor(stored["price_minor"], CNY.code)
    return LadderStep(stored["from_quantity"], price)
