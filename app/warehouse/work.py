"""What waits for the warehouse's hands."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WarehouseWork:
    """How much waits at each step."""

    to_pick: int
    """Paid orders."""
    to_pack: int
    """Picked orders."""
    to_load: int
    """Packed orders that wait for a truck."""
    to_let_out: int
    """Released loads that wait at the gate."""
