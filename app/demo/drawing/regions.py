"""The land each mall's goods come from: one view for each, under the same light."""

from collections.abc import Callable
from random import Random
from typing import Final

from app.demo.drawing.art import (
    Art,
    line,
    oval,
    path,
    placed,
    points,
    poly,
    shape,
    smooth,
    stamp,
    together,
    used,
)
from app.demo.drawing.ground import close
from app.demo.drawing.heap import heap_scene
from app.demo.drawing.land import crate, field, ridge, sky, snow
from app.demo.drawing.light import across, ball, falling
from app.demo.drawing.palette import KRAFT, lighter
from app.demo.drawing.plan import Drawing
from app.demo.drawing.things.home import small_carton
from app.demo.drawing.things.lavender import sprig
from app.demo.drawing.towns import hub, kashgar

_CROWN: Final = points("0,-150 -40,-140 -66,-108 -60,-72 -30,-56 30,-56 60,-72 66,-108 40,-140")


def draw_region(code: str) -> str:
    """Return the SVG of a mall's land."""
    return close(REGIONS[code](Random(code)))  # noqa: S311 -- the irregularity of a drawing


def _bulk(hand: Random) -> Art:
    """Return the flaming mountains of Turpan, and a harvest packed before them."""
    above = sky("#a9cfe4", "#f6e2bd", (70, 58))
    folds = points(
        "0,150 36,104 70,138 112,88 150,132 196,82 240,130 286,92 330,136 372,100 404,140"
    )
    hills = ridge(folds, "#c8683f", 190)
    clefts = together(
        line(path([(x, y + 6), (x + 9, y + 34), (x + 4, 186)]), "#8f3f26", 2, strength=0.55)
        for x, y in folds[1::2]
    )
    boxes = together(
        placed(small_carton(hand, (KRAFT, tone)), at, scale=0.92)
        for at, tone in (
            ((66, 216), "#a33a2f"),
            ((62, 262), "#3f6b4a"),
            ((154, 232), "#3f6b4a"),
            ((64, 134 + 36), "#c98f2a"),
        )
    )
    sack = heap_scene(
        Drawing(
            piece="raisin", packing="woven sack", colours=("#a9ad43", "#b9b456"), loose=0, scale=1.2
        ),
        hand,
    )
    return (
        above
        + hills
        + clefts
        + field(186, "#e0bd83", "#edd3a2")
        + boxes
        + placed(sack, (136, 92), scale=0.7)
    )


def _ili(hand: Random) -> Art:
    """Return the valley of the Ili: snow, spruces, rows of lavender."""
    above = sky("#8fc1e3", "#eef3ea", (72, 54))
    peaks = together(
        snow(hand, top, wide, high)
        for top, wide, high in (
            ((300, 44), 120, 130),
            ((130, 66), 110, 110),
            ((224, 78), 96, 100),
            ((20, 92), 90, 80),
            ((386, 86), 80, 90),
        )
    )
    slope = ridge(
        [(0, 160), (70, 146), (150, 162), (230, 148), (320, 160), (404, 146)], "#6f9a58", 200
    )
    tree = stamp(
        shape(
            poly([(0, -34), (10, -14), (6, -14), (13, 0), (-13, 0), (-6, -14), (-10, -14)]),
            across("#3f7450", "#25503a"),
        )
    )
    woods = together(
        used(tree, (x, 168 + hand.uniform(-8, 8)), scale=hand.uniform(0.6, 1))
        for x in (8, 22, 38, 52, 250, 268, 290, 306, 330, 352, 374, 392)
    )
    return above + peaks + slope + woods + field(178, "#7fa758", "#9fbf72") + _lavender(hand)


def _lavender(hand: Random) -> Art:
    """Return rows of lavender, and sprigs close by."""
    rows = []
    for place in range(9):
        low, high = -150 + place * 87, 168 + place * 8
        tone = "#7f5cb8" if place % 2 else "#9373c6"
        rows.append(
            shape(
                poly([(high, 178), (high + 8, 178), (low + 70, 304), (low, 304)]),
                falling(lighter(tone, 0.16), tone),
                edge="#56408a",
            )
        )
    flowers = stamp(placed(sprig("#8a63c4"), (0, 0)))
    front = together(
        used(
            flowers,
            (x, 312 + hand.uniform(-4, 6)),
            scale=hand.uniform(0.85, 1.15),
            turn=hand.uniform(-12, 12),
        )
        for x in range(10, 400, 22)
    )
    return together(rows) + front


def _aksu(hand: Random) -> Art:
    """Return an orchard of Aksu under the white mountains, apples in a crate."""
    above = sky("#9ccbe8", "#f4efdb", (46, 52))
    peaks = together(
        snow(hand, top, wide, high)
        for top, wide, high in (((96, 60), 120, 120), ((214, 84), 100, 96), ((330, 92), 110, 90))
    )
    tree = _tree(hand)
    trees = together(
        used(tree, at, scale=scale)
        for at, scale in (
            ((150, 200), 0.5),
            ((236, 202), 0.5),
            ((320, 200), 0.52),
            ((60, 222), 0.86),
            ((384, 226), 0.9),
        )
    )
    apples = placed(crate(hand), (222, 280))
    return above + peaks + field(186, "#7fa54f", "#a9c670") + trees + apples


def _tree(hand: Random) -> Art:
    """Return an apple tree, to be set down often."""
    fruit = stamp(shape(oval(0, 0, 7, 7), ball("#c62d2d"), width=1))
    leaves = together(
        shape(oval(x + hand.uniform(-4, 4), y, 24, 19), ball(tone), edge="#3f6a35", width=0.8)
        for x, y, tone in (
            (-34, -84, "#5c8f45"),
            (34, -84, "#4c7d3b"),
            (-16, -118, "#74a655"),
            (24, -116, "#5c8f45"),
            (0, -88, "#669a4c"),
            (-48, -104, "#669a4c"),
            (50, -102, "#4c7d3b"),
        )
    )
    return stamp(
        shape(
            smooth([(-9, 0), (-7, -40), (-22, -74), (0, -66), (22, -74), (7, -40), (10, 0)]),
            across("#9a7048", "#5d3f28"),
        )
        + shape(smooth(_CROWN), ball("#5c8f45"), edge="#35592d")
        + leaves
        + together(
            used(fruit, (x, y))
            for x, y in (
                (-46, -88),
                (-24, -70),
                (6, -74),
                (34, -66),
                (52, -94),
                (-36, -120),
                (-4, -108),
                (26, -124),
                (44, -116),
                (-12, -136),
                (12, -92),
            )
        )
    )


REGIONS: Final[dict[str, Callable[[Random], Art]]] = {
    "bulk": _bulk,
    "kashgar": kashgar,
    "ili": _ili,
    "aksu": _aksu,
    "hub": hub,
}
