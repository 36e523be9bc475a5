"""Lavender: its sprigs, bags of its flowers, phials of its oil."""

from collections.abc import Sequence
from random import Random
from typing import Final

from app.demo.drawing.art import (
    Art,
    box,
    line,
    oval,
    path,
    placed,
    points,
    shape,
    smooth,
    stamp,
    together,
    used,
)
from app.demo.drawing.ground import shadow
from app.demo.drawing.light import ball, lit, metal, plain, turned
from app.demo.drawing.palette import LEAF, darker, edge_of, lighter, mix
from app.demo.drawing.turned import Profile, band, body

_PHIAL: Final[Profile] = ((9, 84), (9, 72), (22, 62), (24, 54), (24, 4), (21, 0))


_DROPPER: Final[Profile] = ((5, 112), (6, 100), (11, 96), (11, 76))


def phial(hand: Random, colours: Sequence[str]) -> Art:
    """Return a small bottle of dark glass with a dropper."""
    del hand
    glass, tone = colours
    label = band(_PHIAL, 44, 14, turned("#f4eef8", 0.7), edge=edge_of(tone)) + placed(
        sprig(tone), (0, -18), scale=0.36
    )
    gleam = line(path([(-18, -54), (-19, -30), (-18, -8)]), "#ffffff", 2.6, strength=0.6)
    bulb = body(_DROPPER, turned("#2c2a2f")) + band(
        _DROPPER, 96, 76, metal("#33323a"), edge="#17161a"
    )
    return shadow(3, -1, 23, 7) + body(_PHIAL, turned(glass)) + label + gleam + bulb


def sprig(colour: str) -> Art:
    """Return a sprig of lavender."""
    stalk = line(path([(0, 4), (1, -30), (-1, -62)]), LEAF, 2.6)
    leaves = together(
        line(path([(0, -8 * k), (s * 8, -8 * k - 10), (s * 10, -8 * k - 18)]), LEAF, 2.4)
        for k, s in ((0, 1), (1, -1), (2, 1))
    )
    buds = together(
        shape(
            oval(side * (5.4 - level * 0.5), -38 - level * 7, 4.6, 5.2),
            ball(mix(colour, "#ffffff", 0.08 * (level % 3))),
            width=0.8,
        )
        for level in range(6)
        for side in (-1, 1, 0)
    )
    return stalk + leaves + buds


def lavender(hand: Random, colours: Sequence[str]) -> Art:
    """Return a bunch of lavender lying down, tied."""
    stem = stamp(sprig(colours[0]))
    bunch = together(
        used(
            stem,
            (hand.uniform(-4, 4), hand.uniform(-3, 3)),
            turn=62 + turn,
            scale=1.15 + hand.uniform(-0.1, 0.12),
        )
        for turn in range(-24, 26, 6)
    )
    tie = shape(box(2, -9, 10, 18, 4), lit("#caa66a"))
    return shadow(40, 4, 62, 9, 0.35) + bunch + tie


def sachet(hand: Random, colours: Sequence[str]) -> Art:
    """Return a filled cotton bag with a loop, tied with a ribbon, lavender embroidered on it."""
    cloth, tone = colours
    outline_ = smooth(
        points("-20,-74 -30,-60 -42,-30 -40,-6 -24,1 24,1 40,-6 42,-30 30,-60 20,-74")
    )
    ruff = smooth(
        [(-24, -98), (-14, -92), (0, -97), (14, -92), (24, -98), (19, -76), (0, -72), (-19, -76)]
    )
    loop = line(
        path([(-2, -94), (-12, -116), (2, -126), (14, -114), (3, -94)]), edge_of(tone), 3
    ) + line(path([(-2, -94), (-12, -116), (2, -126), (14, -114), (3, -94)]), tone, 1.8)
    folds = together(
        line(
            path([(x, -70), (x * 1.5, -46), (x * 1.7, -22)]), darker(cloth, 0.24), 1.1, strength=0.7
        )
        for x in (-15, -8, 8, 15)
    )
    specks = together(
        shape(
            oval(hand.uniform(-30, 30), hand.uniform(-40, -4), 1, 1),
            plain(darker(cloth, 0.2)),
            edge="none",
        )
        for _ in range(14)
    )
    return (
        shadow(4, 0, 42, 10)
        + loop
        + shape(outline_, lit(cloth))
        + specks
        + folds
        + shape(ruff, lit(lighter(cloth, 0.3)))
        + placed(sprig(tone), (0, -4), scale=0.78)
        + _bow(tone)
    )


def _bow(tone: str) -> Art:
    """Return the ribbon's knot."""
    ribbon = shape(box(-22, -80, 44, 9, 4), lit(tone))
    bow = shape(smooth([(0, -76), (-20, -88), (-24, -70)]), lit(tone)) + shape(
        smooth([(0, -76), (20, -88), (24, -70)]), lit(tone)
    )
    return bow + ribbon
