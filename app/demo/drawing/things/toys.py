"""What children carry and play with."""

from collections.abc import Sequence
from random import Random

from app.demo.drawing.art import (
    Art,
    box,
    line,
    oval,
    path,
    placed,
    points,
    poly,
    shape,
    smooth,
    stamp,
    stitched,
    together,
    used,
)
from app.demo.drawing.ground import shadow
from app.demo.drawing.light import across, ball, lit, plain
from app.demo.drawing.palette import darker, edge_of, lighter


def camel(hand: Random, colours: Sequence[str]) -> Art:
    """Return a soft two-humped camel with embroidered eyes."""
    tone, mane, cloth = colours
    tail = (
        line(path([(-98, -104), (-118, -84), (-114, -60)]), edge_of(tone), 7)
        + line(path([(-98, -104), (-118, -84), (-114, -60)]), tone, 4.6)
        + shape(oval(-114, -52, 7, 11), lit(mane))
    )
    return (
        shadow(10, 2, 116, 15)
        + tail
        + _far_legs(tone)
        + _neck(tone, mane)
        + _trunk(tone, mane)
        + _back(cloth, tone, hand)
        + _near_legs(tone, mane)
        + _head(tone, mane)
    )


def _trunk(tone: str, mane: str) -> Art:
    """Return the body with its two humps."""
    trunk = shape(
        smooth(
            points(
                "-100,-92 -84,-132 -56,-150 -44,-194 -26,-204 -10,-188 -2,-156 10,-156 "
                "22,-190 40,-204 58,-188 66,-144 94,-118 98,-80 60,-62 0,-56 -70,-60"
            )
        ),
        ball(tone, 0.8),
    )
    tufts = together(
        shape(
            smooth(
                [(x - 14, -186), (x - 8, -208), (x, -213), (x + 8, -208), (x + 14, -188), (x, -180)]
            ),
            lit(mane),
        )
        for x in (-28, 40)
    )
    return trunk + tufts


def _near_legs(tone: str, mane: str) -> Art:
    """Return the legs before."""
    return together(
        shape(
            smooth(
                [
                    (x - 18, -84),
                    (x - 17, -10),
                    (x - 14, 4),
                    (x + 13, 4),
                    (x + 17, -10),
                    (x + 18, -84),
                ]
            ),
            lit(tone),
        )
        + shape(smooth([(x - 16, -10), (x - 14, 4), (x + 13, 4), (x + 16, -10)]), lit(mane))
        for x in (-76, 70)
    )


def _far_legs(tone: str) -> Art:
    """Return the legs behind."""
    return together(
        shape(
            smooth([(x - 14, -78), (x - 12, -8), (x - 2, 0), (x + 10, -8), (x + 14, -78)]),
            lit(darker(tone, 0.28)),
        )
        for x in (-52, 44)
    )


def _back(cloth: str, tone: str, hand: Random) -> Art:
    """Return the saddle cloth, the fur, the seam."""
    rug = shape(
        smooth([(-14, -164), (6, -158), (18, -164), (30, -100), (8, -92), (-22, -100)]), lit(cloth)
    ) + line(path([(-19, -110), (5, -102), (28, -110)]), "#f2cf6a", 4)
    seam = stitched(path([(-90, -84), (-30, -72), (50, -76)]), darker(tone, 0.4))
    fur = together(
        line(
            f"M{hand.uniform(-84, 84):.0f} {hand.uniform(-130, -74):.0f}q3 -4 7 -2",
            darker(tone, 0.24),
            1.1,
            strength=0.7,
        )
        for _ in range(46)
    )
    return rug + fur + seam


def _neck(tone: str, mane: str) -> Art:
    """Return the neck and the wool under it."""
    neck = shape(
        smooth(points("70,-84 104,-70 134,-110 140,-168 122,-190 100,-168 98,-128 76,-122")),
        lit(tone),
    )
    beard = shape(
        smooth(
            [(92, -80), (104, -66), (120, -80), (135, -116), (139, -150), (126, -124), (108, -94)]
        ),
        lit(mane),
    )
    return neck + beard


def _head(tone: str, mane: str) -> Art:
    """Return the head, its eyes embroidered."""
    head = shape(
        smooth(points("100,-178 106,-206 130,-212 158,-202 180,-184 182,-168 164,-158 130,-160")),
        ball(tone, 0.8),
    )
    muzzle = shape(
        smooth([(156, -198), (178, -186), (184, -172), (170, -158), (152, -164)]),
        lit(lighter(tone, 0.4)),
    )
    face = (
        shape(oval(138, -190, 6, 7), plain("#33201a"))
        + shape(oval(136, -193, 2, 2.2), plain("#ffffff"), edge="none")
        + line(path([(160, -168), (170, -166), (178, -172)]), "#33201a", 2.2)
    )
    ear = shape(smooth([(106, -200), (98, -222), (112, -222), (120, -206)]), lit(tone)) + shape(
        smooth([(112, -206), (118, -226), (132, -220), (130, -208)]), lit(mane)
    )
    return ear + head + muzzle + face


def brick(colour: str, studs: int, high: float = 26) -> Art:
    """Return a building brick seen from a little above, its left foot at the origin."""
    wide = 24 * studs
    front = shape(
        poly([(0, -high), (wide, -high), (wide, 0), (0, 0)]), across(lighter(colour, 0.16), colour)
    )
    side = shape(
        poly([(wide, -high), (wide + 22, -high - 18), (wide + 22, -18), (wide, 0)]),
        plain(darker(colour, 0.34)),
    )
    top = shape(
        poly([(0, -high), (22, -high - 18), (wide + 22, -high - 18), (wide, -high)]),
        lit(lighter(colour, 0.2)),
    )
    pegs = together(
        shape(f"M{x - 7} {y}v-6a7 3 0 0 1 14 0v6a7 3 0 0 1 -14 0Z", lit(colour))
        + shape(oval(x, y - 6, 7, 3), plain(lighter(colour, 0.35)), width=1)
        for row in (1, 0)
        for x, y in [(12 + 24 * k + 6 + 10 * row, -high - 4.5 - 9 * row) for k in range(studs)]
    )
    return stamp(side + top + front + pegs)


def bricks(hand: Random, colours: Sequence[str]) -> Art:
    """Return a small house of bricks and loose ones before it."""
    del hand
    red, yellow, blue, green, white = colours
    wall = [
        (green, 7, -96, 0, 14),
        (red, 2, -84, -14, 26),
        (white, 2, -36, -14, 26),
        (red, 2, 12, -14, 26),
        (red, 1, -84, -40, 26),
        (blue, 1, -60, -40, 26),
        (white, 1, -36, -40, 26),
        (yellow, 1, -12, -40, 26),
        (red, 2, 12, -40, 26),
        (red, 3, -84, -66, 26),
        (red, 3, -12, -66, 26),
        (blue, 6, -84, -92, 18),
        (blue, 4, -60, -110, 18),
        (yellow, 2, -36, -128, 18),
    ]
    return shadow(8, 2, 110, 16) + together(
        used(brick(tone, studs, high), (x, y)) for tone, studs, x, y, high in wall
    )


def loose_bricks(hand: Random, colours: Sequence[str]) -> Art:
    del hand
    return (
        shadow(20, 0, 60, 9)
        + placed(brick(colours[1], 3), (-30, 0), turn=-8)
        + placed(brick(colours[2], 2), (62, 6), turn=10)
    )


def toy_box(hand: Random, colours: Sequence[str]) -> Art:
    """Return the box of the bricks with its handle and a house on its face."""
    front = shape(
        box(-66, -150, 132, 150, 3), across(lighter(colours[2], 0.12), darker(colours[2], 0.1))
    )
    side = shape(poly([(66, -148), (96, -166), (96, -16), (66, 0)]), plain(darker(colours[2], 0.4)))
    top = shape(
        poly([(-66, -150), (-36, -168), (96, -168), (66, -150)]), lit(lighter(colours[2], 0.3))
    )
    grip = line(
        path([(-12, -160), (-6, -186), (40, -186), (44, -160)]), edge_of(colours[0]), 10
    ) + line(path([(-12, -160), (-6, -186), (40, -186), (44, -160)]), colours[0], 7)
    plate = shape(box(-56, -130, 112, 110, 8), lit("#fdf3d8"), edge="none")
    return (
        shadow(16, -2, 92, 13)
        + grip
        + side
        + top
        + front
        + plate
        + placed(bricks(hand, colours), (-8, -34), scale=0.46)
    )
