"""Handiwork: wood carved and inlaid, willow, paper, leather, embroidery."""

from collections.abc import Sequence
from random import Random
from typing import Final

from app.demo.drawing.art import (
    Art,
    Point,
    box,
    clipped,
    line,
    oval,
    path,
    placed,
    poly,
    ring,
    shape,
    skewed,
    smooth,
    stamp,
    stitched,
    together,
    used,
)
from app.demo.drawing.ground import shadow
from app.demo.drawing.light import across, ball, lit, plain, turned
from app.demo.drawing.palette import darker, edge_of, lighter
from app.demo.drawing.things.thing import Thing
from app.demo.drawing.things.wood import carved_box, dutar
from app.demo.drawing.turned import Profile, body


def paper(hand: Random, colours: Sequence[str]) -> Art:
    """Return a pack of handmade sheets between boards, one sheet curling, and a mulberry twig."""
    tone, wood = colours
    low = shape(poly([(-118, -10), (98, -10), (98, 0), (-118, 0)]), lit(wood))
    sheets = together(
        shape(
            smooth(
                [
                    (-112 + hand.uniform(-3, 3), -14 - 3.4 * k),
                    (0, -13 - 3.4 * k),
                    (94 + hand.uniform(-3, 3), -14 - 3.4 * k),
                    (93, -10 - 3.4 * k),
                    (0, -9.6 - 3.4 * k),
                    (-111, -10 - 3.4 * k),
                ]
            ),
            plain(lighter(tone, 0.2 * (k % 3))),
            edge=darker(tone, 0.4),
            width=0.9,
        )
        for k in range(13)
    )
    face = poly([(-112, -56), (94, -56), (136, -116), (-66, -116)])
    curl = smooth([(20, -56), (94, -56), (118, -90), (96, -96), (60, -92)])
    fibres = together(_fibre(hand, tone) for _ in range(46))
    leafy = placed(_twig(), (-24, -72), scale=1.25, turn=-14)
    bulge = shape(curl, across(lighter(tone, 0.6), darker(tone, 0.16)))
    return (
        shadow(8, 0, 122, 15)
        + low
        + sheets
        + shape(face, lit(lighter(tone, 0.2)))
        + clipped(fibres, face)
        + bulge
        + leafy
    )


def _twig() -> Art:
    leaf = shape(smooth([(0, 0), (10, -13), (26, -15), (37, -2), (25, 9), (10, 9)]), lit("#7a9a50"))
    vein = line(path([(0, 0), (18, -3), (34, -2)]), "#4d6a34", 1)
    one = stamp(leaf + vein)
    return (
        line(path([(-44, 12), (0, 2), (44, -14)]), "#7a5433", 4.4)
        + used(one, (6, 0), turn=-26)
        + used(one, (-16, 6), turn=28)
        + used(one, (28, -8), turn=12, scale=0.8)
    )


def _fibre(hand: Random, tone: str) -> Art:
    """Return a fibre of bark in the sheet."""
    x, y = hand.uniform(-96, 100), hand.uniform(-112, -60)
    bend = [
        (x + hand.uniform(-26, 26) * step, y + hand.uniform(-6, 6) * step) for step in (0, 1, 2)
    ]
    return line(path(bend), darker(tone, 0.36), 1, strength=0.6)


def basket(hand: Random, colours: Sequence[str]) -> Art:
    """Return a round willow basket with warm flatbread in it."""
    willow = colours[0]
    wall: Profile = ((112, 74), (108, 60), (96, 24), (84, 0))
    inside = shape(oval(0, -74, 112, 27), plain(darker(willow, 0.5)))
    rim = line(oval(0, -74, 112, 27), edge_of(willow), 11) + line(
        oval(0, -74, 112, 27), lighter(willow, 0.15), 8.6
    )
    twist = stitched(oval(0, -74, 112, 27), darker(willow, 0.42), 8, "1.6 8")
    front = "M-112 -74A112 27 0 0 0 112 -74L112 40H-112Z"
    breads = placed(_bread(), (-26, -84), turn=-7) + placed(_bread(), (34, -94), turn=9)
    return (
        shadow(8, 12, 100, 15)
        + inside
        + rim
        + breads
        + body(wall, turned(darker(willow, 0.3)))
        + _woven(hand, willow)
        + clipped(rim + twist, front)
    )


def _woven(hand: Random, willow: str) -> Art:
    """Return the withes of the wall, row under row."""
    withes = [
        stamp(
            shape(
                oval(0, 0, 8.6, 4.7), lit(lighter(willow, share)), edge=darker(willow, 0.5), width=1
            )
        )
        for share in (0.02, 0.14, 0.26)
    ]
    weave = []
    for row in range(7):
        high = 66 - row * 9.4
        half = 110 - row * 3.7
        for place in range(15):
            x = half * (-1 + 2 * (place + 0.5 * (row % 2)) / 14.5)
            if abs(x) < half - 5:
                dip = 22 * (1 - (x / half) ** 2) ** 0.5
                weave.append(
                    used(
                        hand.choice(withes),
                        (x, -high + dip),
                        scale=max(0.6, 1 - 0.4 * abs(x / half) ** 3),
                    )
                )
    return together(weave)


def _bread() -> Art:
    """Return a round flatbread with a stamped middle."""
    tone = "#d59a4a"
    crust = shape(oval(0, 0, 68, 27), lit(tone)) + shape(
        oval(0, -3, 66, 24), ball(lighter(tone, 0.1)), edge="none"
    )
    middle = shape(oval(0, -2, 42, 13), lit(lighter(tone, 0.36)), edge=darker(tone, 0.3))
    dots = together(
        shape(oval(x * 1.0, -2 + (y + 2) * 0.32, 1.8, 1.2), plain(darker(tone, 0.55)), edge="none")
        for reach, count in ((12, 6), (24, 12), (34, 18))
        for x, y in ring(0, -2, reach, count)
    )
    seeds = together(
        shape(oval(x, -2 + (y + 2) * 0.38, 1.6, 1), plain("#fbf0d2"), edge="none")
        for x, y in ring(0, -2, 54, 22)
    )
    return crust + middle + dots + seeds


def doppa(hand: Random, colours: Sequence[str]) -> Art:
    """Return a four-sided cap, an almond embroidered on each side."""
    del hand
    return shadow(6, 2, 84, 13) + placed(_cap(colours), (0, 0), flat=0.86)


def _cap(colours: Sequence[str]) -> Art:
    cloth, thread, bright = colours
    left = smooth([(-84, -4), (-80, -60), (-58, -104), (-4, -122), (4, -60), (0, 14), (-44, 10)])
    right = smooth([(84, -4), (80, -60), (58, -104), (-4, -122), (-2, -60), (0, 14), (46, 10)])
    almond = smooth(
        [(2, 22), (-18, 12), (-22, -8), (-8, -26), (14, -34), (8, -18), (20, -2), (16, 16)]
    )
    spray = (
        shape(almond, lit(thread))
        + shape(oval(-2, 4, 9, 11), plain(bright), edge="none")
        + together(
            shape(oval(x, y, 2, 2), plain(thread), edge="none") for x, y in ring(-2, 0, 31, 12)
        )
    )
    hem = line(
        path([(-84, -8), (-44, 6), (0, 10), (46, 6), (84, -8)]), darker(cloth, 0.3), 13
    ) + stitched(path([(-82, -9), (-44, 5), (0, 9), (46, 5), (82, -9)]), thread, 5, "3 5")
    ridge = line(path([(-4, -122), (2, -60), (0, 8)]), lighter(cloth, 0.4), 3)
    return (
        shape(right, lit(darker(cloth, 0.24)))
        + shape(left, lit(lighter(cloth, 0.1)))
        + skewed(spray, (0.92, 0.16, -0.08, 1, -40, -48))
        + skewed(spray, (-0.92, 0.16, 0.08, 1, 42, -48))
        + ridge
        + hem
    )


def bridle(hand: Random, colours: Sequence[str]) -> Art:
    """Return a bridle as it hangs on a peg: crown, cheeks, noseband, bit and reins."""
    del hand
    leather, steel = colours
    peg = shape(oval(0, -232, 15, 11), lit("#a9713f"))
    crown = _strap(
        leather,
        [(-56, -92), (-60, -150), (-44, -208), (0, -226), (44, -208), (60, -150), (56, -92)],
        12,
    )
    brow = _strap(leather, [(-58, -166), (0, -146), (58, -166)])
    nose = _strap(leather, [(-57, -112), (-30, -92), (0, -86), (30, -92), (57, -112)], 12)
    snaffle = line("M-44 -62Q0 -46 44 -62", edge_of(steel), 9) + line(
        "M-44 -62Q0 -46 44 -62", lighter(steel, 0.35), 6
    )
    reins = _strap(leather, [(-60, -60), (-108, -18), (-40, 6), (40, 6), (108, -18), (60, -60)], 9)
    throat = _strap(leather, [(-58, -150), (-84, -98), (-40, -54)], 7)
    disc = together(shape(oval(x, -166, 9, 9), lit("#d9a441")) for x in (-58, 58))
    return (
        shadow(4, 8, 104, 10, 0.35)
        + peg
        + reins
        + throat
        + snaffle
        + crown
        + brow
        + nose
        + disc
        + _buckle(steel, -60, -132)
        + _buckle(steel, 60, -132)
        + _bit(steel, -54, -70)
        + _bit(steel, 54, -70)
    )


def _strap(leather: str, places: Sequence[Point], wide: float = 10) -> Art:
    curve = path(places)
    stitches = stitched(curve, lighter(leather, 0.6), 1, "3 3")
    return (
        line(curve, edge_of(leather), wide + 2.4)
        + line(curve, leather, wide)
        + line(curve, lighter(leather, 0.25), wide * 0.5)
        + stitches
    )


def _buckle(steel: str, x: float, y: float) -> Art:
    return line(box(x - 9, y - 8, 18, 16, 3), edge_of(steel), 5) + line(
        box(x - 9, y - 8, 18, 16, 3), lighter(steel, 0.5), 3
    )


def _bit(steel: str, x: float, y: float) -> Art:
    return line(oval(x, y, 17, 17), edge_of(steel), 7) + line(
        oval(x, y, 17, 17), lighter(steel, 0.4), 4.4
    )


CRAFT: Final[dict[str, Thing]] = {
    "carved box": carved_box,
    "paper": paper,
    "basket": basket,
    "dutar": dutar,
    "doppa": doppa,
    "bridle": bridle,
}
