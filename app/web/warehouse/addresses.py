"""What the warehouse's screens share."""

from typing import Final

HOME: Final = "/warehouse"
