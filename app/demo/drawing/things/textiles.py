"""Cloth: folded in piles, rolled up, laid out with its pattern."""

from collections.abc import Sequence
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
    points,
    poly,
    shape,
    skewed,
    smooth,
    stamp,
    together,
)
from app.demo.drawing.ground import shadow
from app.demo.drawing.light import across, ball, falling, lit, plain
from app.demo.drawing.palette import KRAFT, darker, edge_of, lighter
from app.demo.drawing.things.carpets import carpet, pomegranates, ram_horns
from app.demo.drawing.things.patterns import blossoms, drop, ikat, terry, woollen
from app.demo.drawing.things.piles import pile
from app.demo.drawing.things.thing import Thing


def scarf(hand: Random, colours: Sequence[str]) -> Art:
    """Return a long silk scarf folded to a strip, in its paper sleeve."""
    cloth = box(-42, -212, 84, 212, 9)
    pattern = clipped(
        together(placed(ikat(hand, colours), (-43, -214 + 56 * row), scale=0.98) for row in (0, 2)),
        cloth,
    )
    folds = together(
        line(path([(x, -206), (x + 2, -110), (x, -3)]), tone, wide, strength=0.3)
        for x, tone, wide in (
            (-30, "#ffffff", 8),
            (-4, "#2a1a1e", 3),
            (24, "#2a1a1e", 8),
            (10, "#ffffff", 6),
        )
    )
    hem = line("M-36 -7H36M-36 -204H36", lighter(colours[0], 0.4), 3)
    sleeve = shape(box(-47, -92, 94, 58, 2), across("#f6ecd6", "#d8c39a")) + line(
        "M-47 -84H47M-47 -42H47", colours[1], 2
    )
    mark = placed(stamp(shape(drop(hand, 0.7), plain(colours[1]), edge="none")), (0, -63))
    rim = line(cloth, edge_of(colours[1]), 1.3)
    fallen = Art(f'<path d="{cloth}" fill="#2a1a1e" opacity=".2" transform="translate(5 6)"/>')
    return (
        fallen
        + shape(cloth, lit(colours[0]))
        + pattern
        + clipped(folds, cloth)
        + hem
        + rim
        + sleeve
        + mark
    )


def kerchief(hand: Random, colours: Sequence[str]) -> Art:
    """Return a square scarf folded to a triangle, its flowered corner towards us."""
    edge = smooth(
        [(-128, -112), (-60, -122), (60, -122), (128, -112), (70, -52), (8, 2), (-4, 2), (-66, -52)]
    )
    corner = placed(blossoms(hand, colours), (-126, -120), scale=1.26)
    hem = line(
        path([(-122, -106), (-64, -50), (2, -4), (68, -50), (122, -106)]),
        colours[1],
        9,
        strength=0.95,
    )
    fine = line(path([(-106, -104), (-58, -58), (2, -18), (62, -58), (106, -104)]), colours[1], 2)
    folds = together(
        line(path([(x, -120), (x * 0.7, -70), (x * 0.3, -24)]), tone, wide, strength=0.3)
        for x, tone, wide in (
            (-60, "#ffffff", 7),
            (-20, "#2a1a1e", 6),
            (30, "#ffffff", 6),
            (70, "#2a1a1e", 8),
        )
    )
    return (
        shadow(4, 0, 96, 14)
        + shape(edge, lit(colours[0]))
        + clipped(corner + hem + fine + folds, edge)
        + line(edge, edge_of(colours[0]), 1.5)
    )


def bolt(hand: Random, colours: Sequence[str]) -> Art:
    """Return silk rolled on a tube, its end drawn out towards us."""
    pattern = ikat(hand, colours)
    sheet = poly([(-120, -58), (80, -58), (58, 2), (-142, 2)])
    laid = clipped(skewed(pattern, (1.02, 0, -0.36, 0.62, -120, -60)), sheet)
    roll = box(-122, -128, 204, 78, 30)
    rolled = clipped(placed(pattern, (-122, -138), scale=1.04), roll)
    light = Art(
        f'<path d="{roll}" fill="{falling("#ffffff", "#2a1a1e").value}" opacity=".28"/>',
        falling("#ffffff", "#2a1a1e").defs,
    )
    end = (
        shape(oval(74, -89, 17, 39), lit(darker(colours[0], 0.14)))
        + together(
            line(oval(74, -89, 17 - 3.6 * turn, 39 - 8 * turn), tone, 1.6)
            for turn, tone in enumerate((colours[1], colours[2], colours[1]))
        )
        + shape(oval(74, -89, 6.4, 14), lit(KRAFT))
        + shape(oval(75, -89, 3.8, 9), plain("#4d3521"), edge="none")
    )
    return (
        shadow(-20, 0, 130, 15)
        + shape(sheet, lit(colours[0]))
        + laid
        + line(sheet, edge_of(colours[1]), 1.3)
        + shape(roll, lit(colours[0]))
        + rolled
        + light
        + line(roll, edge_of(colours[1]), 1.3)
        + end
    )


def socks(hand: Random, colours: Sequence[str]) -> Art:
    """Return two pairs of thick ribbed socks, tied with a string."""
    del hand
    return (
        shadow(6, 0, 96, 14)
        + together(
            placed(_sock(tone), (x, y), turn=turn)
            for tone, x, y, turn in zip(
                (*colours, *colours),
                (-44, -14, 18, 48),
                (-10, -6, -3, 0),
                (-6, -3, 0, 3),
                strict=False,
            )
        )
        + line(path([(-82, -134), (-20, -128), (70, -126)]), "#a3243b", 3.4)
        + line(path([(-6, -130), (-20, -112), (-12, -104)]), "#a3243b", 3)
        + line(path([(-6, -130), (10, -114), (4, -104)]), "#a3243b", 3)
    )


def _sock(colour: str) -> Art:
    edge = smooth(
        points("-30,-190 24,-190 24,-120 26,-64 60,-38 74,-16 62,0 14,2 -20,-8 -34,-34 -30,-110")
    )
    ribs = together(line(f"M{x} -188v48", darker(colour, 0.32), 1.6) for x in range(-24, 24, 7))
    knit = together(
        line(path([(-28, y), (-2, y + 3), (24, y)]), darker(colour, 0.22), 1, strength=0.7)
        for y in range(-134, -40, 8)
    )
    heel = shape(
        smooth([(-33, -52), (-12, -44), (-8, -16), (-22, -10), (-35, -34)]),
        lit(darker(colour, 0.2)),
    )
    toe = shape(
        smooth([(50, -44), (70, -26), (74, -12), (60, 0), (46, 1), (44, -22)]),
        lit(darker(colour, 0.2)),
    )
    return (
        shape(edge, lit(colour))
        + clipped(ribs + knit + heel + toe, edge)
        + line(edge, edge_of(colour), 1.3)
    )


def pillows(hand: Random, colours: Sequence[str]) -> Art:
    """Return two plump pillows leaning one on the other."""
    edge = smooth(
        [(-70, -112), (0, -104), (70, -112), (64, -56), (72, 0), (0, -8), (-72, 0), (-64, -56)]
    )
    one = (
        shape(edge, ball(colours[0], 0.6))
        + clipped(placed(blossoms(hand, colours), (-80, -112), scale=0.84), edge)
        + line(edge, edge_of(colours[0]), 1.4)
    )
    return shadow(6, 0, 104, 13) + placed(one, (44, 0), turn=7) + placed(one, (-34, 2), turn=-5)


TEXTILES: Final[dict[str, Thing]] = {
    "towels": pile(2, 34, terry),
    "face towels": pile(4, 25, terry, belt=True),
    "blanket": pile(2, 40, woollen, checked=True),
    "bed linen": pile(3, 26, blossoms),
    "scarf": scarf,
    "kerchief": kerchief,
    "kerchiefs": pile(4, 12, blossoms),
    "bolt of silk": bolt,
    "carpet": carpet(pomegranates, fringe=True),
    "felt rug": carpet(ram_horns, fringe=False),
    "socks": socks,
    "pillows": pillows,
}
