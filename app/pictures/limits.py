"""What a picture may be, and the sizes that are made of it."""

from typing import Final

AT_ONCE: Final = 8
"""Pictures of one form."""
BYTES_MAX: Final = 10_000_000
BODY_BYTES_MAX: Final = AT_ONCE * BYTES_MAX + 100_000
"""Bytes of a whole form, with its fields."""
SIDE_MIN: Final = 320
"""Pixels of the shorter side."""
PIXELS_MAX: Final = 50_000_000
"""A phone's camera gives 12 to 50 million."""
ACCEPTED: Final = "image/jpeg,image/png,image/webp"
"""The kinds that a form offers to choose; what is in the file decides."""

MASTER_SIDE: Final = 2560
"""Pixels of the longer side of what we keep, of which sizes are made."""
WIDTHS: Final = (320, 640, 1280)
"""Widths of the sizes; one that is wider than the picture is not made."""


def widths_of(width: int) -> tuple[int, ...]:
    """Return the widths to make of a picture, narrowest first."""
    below = tuple(each for each in WIDTHS if each < width)
    return below if len(below) == len(WIDTHS) else (*below, width)
