"""Picks, cartons and loads: every query."""

from app.warehouse.repository.cartons import (
    cartons_of,
    count_cartons,
    packed_facts,
    picked_of,
    save_carton,
    save_pick,
    to_pack,
)
from app.warehouse.repository.loads import (
    count_work,
    find_load_of_truck,
    get_load,
    get_loads,
    list_loads,
    lock_load,
    lock_truck,
    orders_on,
    save_aboard,
    save_ashore,
    save_load_state,
    save_new_load,
    totals_of,
)

__all__ = [
    "cartons_of",
    "count_cartons",
    "count_work",
    "find_load_of_truck",
    "get_load",
    "get_loads",
    "list_loads",
    "lock_load",
    "lock_truck",
    "orders_on",
    "packed_facts",
    "picked_of",
    "save_aboard",
    "save_ashore",
    "save_carton",
    "save_load_state",
    "save_new_load",
    "save_pick",
    "to_pack",
    "totals_of",
]
