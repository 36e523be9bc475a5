"""How much work waits in the warehouse."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WarehouseWork:
    """Counts of what waits at each step."""

    to_pick: int
    """Paid orders."""
    to_pack: int
    """Picked orders."""
    to_load: int
    """Packed orders that wait for a truck."""
    to_let_out: int
    """Released loads that wait at the gate."""
