"""Fittings of furniture."""

from collections.abc import Sequence
from random import Random

from app.demo.drawing.art import Art, line, oval, placed, points, poly, shape, smooth, together
from app.demo.drawing.ground import shadow
from app.demo.drawing.light import falling, lit, metal, plain
from app.demo.drawing.palette import STEEL, darker, lighter


def hinge(hand: Random, colours: Sequence[str]) -> Art:
    """Return a cabinet hinge: the cup, its flange, the arm with its damper, the plate."""
    del hand
    steel = colours[0] if colours else STEEL
    plate = shape(
        smooth([(46, -36), (62, -56), (92, -56), (108, -36), (92, -12), (62, -12)]),
        lit(darker(steel, 0.1)),
    )
    arm = shape(
        smooth([(-14, -66), (20, -78), (112, -62), (124, -44), (112, -28), (20, -34), (-14, -40)]),
        falling(lighter(steel, 0.6), darker(steel, 0.2)),
    )
    slots = together(
        shape(oval(x, -50 + (x - 30) * 0.06, wide, 6), plain(darker(steel, 0.5)))
        for x, wide in ((40, 9), (74, 6), (102, 6))
    )
    screws = together(
        line(f"M{x - 4} -49h8M{x} -53v8", lighter(steel, 0.7), 1.6) for x in (74, 102)
    )
    flange = shape(
        smooth(
            points(
                "-104,-62 -92,-76 -76,-70 -40,-72 -22,-78 -8,-60 -22,-42 -44,-34 -76,-34 -94,-44"
            )
        ),
        lit(lighter(steel, 0.2)),
    )
    holes = together(shape(oval(x, -60, 4.6, 4), plain(darker(steel, 0.6))) for x in (-91, -21))
    cup = (
        shape("M-88 -54A32 18 0 0 1 -24 -54V-30A32 18 0 0 1 -88 -30Z", metal(steel))
        + shape(oval(-56, -54, 32, 18), lit(lighter(steel, 0.3)))
        + shape(oval(-56, -52, 26, 13.6), lit(darker(steel, 0.42)))
    )
    lever = shape(
        smooth([(-50, -60), (-14, -74), (2, -66), (0, -50), (-44, -48)]),
        falling(lighter(steel, 0.7), darker(steel, 0.1)),
    )
    return shadow(6, -10, 110, 12) + plate + arm + slots + screws + flange + holes + cup + lever


def screws(hand: Random, colours: Sequence[str]) -> Art:
    """Return some screws lying about."""
    steel = colours[0] if colours else STEEL
    one = (
        shape(
            poly([(-18, -3), (12, -3), (20, 0), (12, 3), (-18, 3)]),
            falling(lighter(steel, 0.7), darker(steel, 0.3)),
        )
        + together(line(f"M{-12 + 5 * k} -3l2.4 6", darker(steel, 0.5), 1.1) for k in range(6))
        + shape(oval(-20, 0, 4.4, 8), lit(steel))
    )
    return together(
        placed(one, (x, y), turn=hand.uniform(-50, 50))
        for x, y in ((0, 0), (34, -9), (62, 4), (24, 12), (-30, 8))
    )
