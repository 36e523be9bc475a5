"""Beaten and chased copper."""

from collections.abc import Sequence
from random import Random
from typing import Final

from app.demo.drawing.art import Art, line, oval, path, points, ring, shape, smooth, together
from app.demo.drawing.ground import shadow
from app.demo.drawing.light import ball, lit, metal, plain
from app.demo.drawing.palette import darker, edge_of, lighter
from app.demo.drawing.turned import Profile, around, body, hoop

_LEAF: Final = "M0 -7C5 -3 5 3 0 7C-5 3 -5 -3 0 -7Z"


_TEAPOT: Final[Profile] = (
    (20, 128),
    (22, 120),
    (46, 104),
    (68, 76),
    (72, 52),
    (58, 22),
    (40, 10),
    (44, 0),
)


_EWER: Final[Profile] = (
    (17, 190),
    (13, 176),
    (14, 150),
    (26, 130),
    (50, 100),
    (54, 72),
    (40, 38),
    (18, 18),
    (20, 10),
    (36, 0),
)


_BASIN: Final[Profile] = ((84, 40), (80, 34), (66, 24), (62, 8), (54, 0))


def teapot(hand: Random, colours: Sequence[str]) -> Art:
    """Return a beaten copper teapot, engraved about its shoulder."""
    del hand
    copper = colours[0]
    spout = smooth(points("56,-40 92,-62 98,-96 112,-122 122,-120 112,-88 106,-50 62,-22"))
    handle = line(path([(-52, -96), (-98, -104), (-106, -62), (-64, -30)]), edge_of(copper), 13)
    handle += line(
        path([(-52, -96), (-98, -104), (-106, -62), (-64, -30)]), lighter(copper, 0.14), 10
    )
    handle += line(path([(-60, -100), (-94, -102), (-101, -70)]), lighter(copper, 0.75), 2.4)
    cover: Profile = ((4, 150), (12, 146), (24, 134), (27, 126))
    knob = shape(oval(0, -157, 7, 8), ball(copper))
    leaf = shape(_LEAF, plain(darker(copper, 0.45)), edge="none")
    marks = (
        around(_TEAPOT, 66, 13, leaf)
        + hoop(_TEAPOT, 78, darker(copper, 0.5))
        + hoop(_TEAPOT, 54, darker(copper, 0.5))
    )
    marks += hoop(_TEAPOT, 98, darker(copper, 0.5), 1) + hoop(_TEAPOT, 24, darker(copper, 0.5), 1)
    return (
        shadow(10, -2, 78, 15)
        + handle
        + shape(spout, lit(copper))
        + body(_TEAPOT, metal(copper))
        + marks
        + body(cover, metal(copper))
        + knob
    )


def ewer(hand: Random, colours: Sequence[str]) -> Art:
    """Return a tall ewer with a swan's spout, chased in bands."""
    del hand
    copper = colours[0]
    spout = smooth(
        [(36, -70), (64, -92), (60, -136), (76, -172), (86, -170), (74, -132), (80, -86), (48, -50)]
    )
    curve = path([(-14, -172), (-52, -176), (-64, -128), (-48, -88)])
    handle = line(curve, edge_of(copper), 10) + line(curve, lighter(copper, 0.1), 7.4)
    handle += line(path([(-20, -175), (-48, -172), (-58, -134)]), lighter(copper, 0.75), 1.8)
    cover: Profile = ((2, 216), (6, 210), (16, 198), (19, 190))
    leaf = shape(_LEAF, plain(darker(copper, 0.5)), edge="none")
    marks = around(_EWER, 84, 11, leaf) + together(
        hoop(_EWER, high, darker(copper, 0.5), 1.1) for high in (98, 70, 128, 152, 44, 14)
    )
    return (
        shadow(4, -2, 50, 12)
        + handle
        + shape(spout, lit(copper))
        + body(_EWER, metal(copper))
        + marks
        + body(cover, metal(copper))
        + shape(oval(0, -220, 5, 6), ball(copper))
    )


def basin(hand: Random, colours: Sequence[str]) -> Art:
    """Return a basin with a pierced lid let into its rim."""
    del hand
    copper = colours[0]
    top = shape(oval(0, -40, 84, 20), lit(lighter(copper, 0.1))) + shape(
        oval(0, -39, 62, 14), lit(darker(copper, 0.14))
    )
    holes = together(
        shape(oval(x, -39 + (y + 39) * 0.22, 3.4, 1.3), plain(darker(copper, 0.7)), edge="none")
        for reach, count in ((20, 8), (34, 14), (49, 20))
        for x, y in ring(0, -39, reach, count)
    )
    marks = hoop(_BASIN, 20, darker(copper, 0.5)) + hoop(_BASIN, 12, darker(copper, 0.5))
    return shadow(4, -2, 76, 15) + body(_BASIN, metal(copper)) + marks + top + holes
