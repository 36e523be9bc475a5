"""Picks and cartons: every query."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from piccolo.custom_types import Combinable

from app.catalog.tables import Product as ProductRow
from app.kit.records import read_all, read_column
from app.stock import repository as stock
from app.warehouse.carton import (
    CartonItem,
    PackedCartonFacts,
    ToPack,
    Weighed,
    Weights,
)
from app.warehouse.repository.rows import (
    CartonItemRecord,
    CartonRecord,
    PackedRecord,
    WeightsRecord,
    to_facts,
    to_weights,
)
from app.warehouse.tables import Carton as CartonRow
from app.warehouse.tables import CartonItem as CartonItemRow
from app.warehouse.tables import Pick as PickRow

_PACKED = (
    "SELECT reservation, sum(quantity)::bigint AS packed FROM carton_item"
    " WHERE reservation = ANY({}) GROUP BY reservation"
)


async def picked_of(order_number: str) -> set[int]:
    """Return the ids of the order's reservations that are off the shelf."""
    query = PickRow.select(PickRow.reservation).where(
        PickRow.reservation.order_number == order_number
    )
    return set(await read_column(int, query))


async def save_pick(reservation_id: int, *, at: datetime, by_id: int) -> None:
    """Save by whom and when the pieces were taken from the shelf."""
    await PickRow(reservation=reservation_id, at=at, by=by_id).save()


async def to_pack(order_number: str) -> list[ToPack]:
    """List what is held for the order, how much of it is packed, and what it weighs."""
    held = await stock.reservations_of(order_number)
    weights = await _weights({each.product_id for each in held})
    packed = await _packed([each.id for each in held])
    return [ToPack(each, packed[each.id], weights[each.product_id]) for each in held]


async def _packed(reservation_ids: list[int]) -> Counter[int]:
    rows = await read_all(PackedRecord, CartonItemRow.raw(_PACKED, reservation_ids))
    return Counter({row.reservation: row.packed for row in rows})


async def _weights(product_ids: Iterable[int]) -> dict[int, Weights]:
    wanted = sorted(product_ids)
    if not wanted:
        return {}
    query = ProductRow.select().where(ProductRow.id.is_in(wanted))
    return {row.id: to_weights(row) for row in await read_all(WeightsRecord, query)}


async def count_cartons(order_id: int) -> int:
    """Count the order's cartons."""
    return int(await CartonRow.count().where(CartonRow.order == order_id))


async def save_carton(
    number: str,
    weighed: Weighed,
    items: Iterable[CartonItem],
    *,
    order_id: int,
    packed: tuple[int, datetime],
) -> None:
    """Save a carton with what lies in it; `packed` is by whom (a person's id) and when."""
    by_id, at = packed
    row = CartonRow(
        number=number,
        order=order_id,
        packing=weighed.packing,
        gross_g=weighed.gross_g,
        packed_by=by_id,
        packed_at=at,
    )
    await row.save()
    rows = [
        CartonItemRow(
            carton=row.id, reservation=item.reservation_id, quantity=item.quantity, net_g=item.net_g
        )
        for item in items
    ]
    await CartonItemRow.insert(*rows)


async def cartons_of(*order_numbers: str) -> list[PackedCartonFacts]:
    """List the orders' cartons, order by order, the first packed first."""
    wanted = list(order_numbers)
    return await _facts(CartonRow.order.number.is_in(wanted)) if wanted else []


async def packed_facts(load_number: str) -> list[PackedCartonFacts]:
    """List what is packed and aboard the load, order by order, carton by carton."""
    return await _facts(CartonRow.load.number == load_number)


async def _facts(which: Combinable) -> list[PackedCartonFacts]:
    query = (
        CartonRow.select(
            CartonRow.id,
            CartonRow.number,
            CartonRow.packing,
            CartonRow.gross_g,
            CartonRow.order.number.as_alias("order_number"),
        )
        .where(which)
        .order_by(CartonRow.order, CartonRow.id)
    )
    cartons = await read_all(CartonRecord, query)
    return to_facts(cartons, await _items([carton.id for carton in cartons]))


async def _items(carton_ids: list[int]) -> list[CartonItemRecord]:
    if not carton_ids:
        return []
    query = (
        CartonItemRow.select(
            CartonItemRow.carton,
            CartonItemRow.quantity,
            CartonItemRow.net_g,
            CartonItemRow.reservation.position.as_alias("position"),
            CartonItemRow.reservation._.lot._.batch.as_alias("batch"),
            CartonItemRow.reservation._.lot._.produced_on.as_alias("produced_on"),
            CartonItemRow.reservation._.lot._.best_before.as_alias("best_before"),
        )
        .where(CartonItemRow.carton.is_in(carton_ids))
        .order_by(CartonItemRow.reservation.position, CartonItemRow.id)
    )
    return await read_all(CartonItemRecord, query)
