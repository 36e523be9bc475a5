"""Cloth folded in piles."""

from collections.abc import Callable, Sequence
from random import Random
from typing import Final

from app.demo.drawing.art import (
    Art,
    box,
    clipped,
    line,
    oval,
    path,
    placed,
    poly,
    shape,
    skewed,
    smooth,
    together,
)
from app.demo.drawing.ground import shadow
from app.demo.drawing.light import across, ball, falling, lit
from app.demo.drawing.palette import darker, lighter
from app.demo.drawing.things.thing import Thing

_HALF: Final = 100
"""Half the width of a pile."""
_ALIKE: Final = 2
"""A pile of no more is of one colour."""


def layer(colour: str, low: float, high: float, half: float = _HALF) -> Art:
    """Return one folded cloth, its round fold to the front: two leaves about a shadow."""
    face = shape(
        box(-half, -low - high, 2 * half, high, high * 0.46),
        falling(lighter(colour, 0.22), darker(colour, 0.22)),
    )
    leaf = line(
        path(
            [
                (-half + 8, -low - high * 0.5),
                (0, -low - high * 0.46),
                (half - 5, -low - high * 0.52),
            ]
        ),
        darker(colour, 0.34),
        1.6,
        strength=0.8,
    )
    return face + leaf


def top_of(low: float, art: Art, half: float = _HALF, deep: float = 44) -> Art:
    """Return the upper side of a pile: a square of pattern (200 wide, 100 deep) laid down."""
    laid = skewed(art, ((2 * half - 4) / 200, 0, 0, -deep / 100, -half + 2, -low + 5))
    back, front = -low + 5 - deep, -low + 6
    outline = smooth_corners(half, back, front)
    edge = line(outline, "#5a463c")
    return clipped(laid, outline) + edge


def smooth_corners(half: float, back: float, front: float) -> str:
    """Return the outline of the upper side of a pile, narrower at the back."""
    return (
        f"M{-half + 4} {front}L{-half + 22} {back + 6}Q{-half + 26} {back} {-half + 34} {back}"
        f"H{half - 34}Q{half - 26} {back} {half - 22} {back + 6}L{half - 4} {front}Z"
    )


def face_of(colour: str, pattern: Art | None = None) -> Art:
    """Return the pattern square that is laid down, with the light on it."""
    sheet = box(0, 0, 200, 100, 8)
    return shape(sheet, falling(darker(colour, 0.04), lighter(colour, 0.24))) + clipped(
        pattern or Art(), sheet
    )


def pile(
    count: int,
    high: float,
    pattern: Callable[[Random, Sequence[str]], Art],
    *,
    belt: bool = False,
    checked: bool = False,
) -> Thing:
    """Return the maker of a pile of folded cloths."""

    def draw(hand: Random, colours: Sequence[str]) -> Art:
        tones = (
            [colours[place % len(colours)] for place in range(count)]
            if count > _ALIKE
            else [colours[0]] * count
        )
        layers = together(layer(tone, place * high, high) for place, tone in enumerate(tones))
        if checked:
            layers += clipped(
                _stripes(colours[-1], count * high),
                box(-_HALF, -count * high, 2 * _HALF, count * high, high * 0.46),
            )
        top = top_of(count * high, face_of(tones[-1], pattern(hand, [tones[-1], *colours])))
        strap = Art()
        if belt:
            strap = _paper_band(count * high)
        return shadow(8, 0, 112, 15) + top + layers + strap

    return draw


def _paper_band(high: float) -> Art:
    """Return the paper band about a pile, a boll of cotton on it."""
    strap = shape(box(-22, -high - 1, 44, high + 2, 2), across("#f3e6cb", "#d9c296"))
    strap += shape(
        poly(
            [
                (-22, -high),
                (22, -high),
                (19, -high - 39),
                (-19, -high - 39),
            ]
        ),
        lit("#f3e6cb"),
    )
    strap += placed(_boll(), (0, -high / 2), scale=0.8)
    return strap


def _stripes(colour: str, high: float) -> Art:
    """Return the stripes of a check where it bends over the fold."""
    wide = together(line(f"M{x} {-high}V0", colour, 9, strength=0.5) for x in (-78, -29, 20, 69))
    return wide + together(
        line(f"M{x} {-high}V0", "#fff6e0", 1.6, strength=0.6) for x in (-54, -5, 44)
    )


def _boll() -> Art:
    """Return a cotton boll."""
    leaves = together(
        shape(smooth([(0, 4), (x, 8), (x * 1.2, -4)]), lit("#8a6a42"), width=0.9) for x in (-13, 13)
    )
    return leaves + together(
        shape(oval(x, y, 8, 7.4), ball("#fbf8f0"), width=0.9)
        for x, y in ((-7, -3), (7, -3), (0, -10), (0, 3))
    )
