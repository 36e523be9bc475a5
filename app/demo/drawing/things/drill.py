"""A cordless drill and what comes with it."""

from collections.abc import Sequence
from random import Random

from app.demo.drawing.art import Art, box, line, oval, path, points, poly, shape, smooth, together
from app.demo.drawing.ground import shadow
from app.demo.drawing.light import falling, lit, plain
from app.demo.drawing.palette import BLACK, darker, lighter


def drill(hand: Random, colours: Sequence[str]) -> Art:
    """Return a cordless drill standing on its battery."""
    del hand
    shell = colours[0]
    hull = shape(
        smooth(
            points("-84,-164 -76,-190 -40,-200 40,-198 64,-188 66,-134 40,-120 -30,-118 -76,-126")
        ),
        lit(shell),
    )
    belly = shape(
        smooth([(-40, -132), (30, -134), (40, -118), (20, -106), (-28, -112)]), lit(BLACK)
    )
    vents = together(line(f"M{-66 + 9 * k} -172v24", darker(shell, 0.5), 3) for k in range(4))
    collar = shape(box(62, -190, 22, 60, 5), falling(lighter(BLACK, 0.4), "#15171a")) + together(
        line(f"M{66 + 5 * k} -188v56", "#15171a", 1.2) for k in range(4)
    )
    badge = shape(
        smooth([(-30, -176), (34, -176), (26, -150), (-36, -150)]),
        lit(lighter(shell, 0.55)),
        edge="none",
    ) + line("M-22 -163H18", darker(shell, 0.4), 3)
    return shadow(0, -1, 74, 12) + _handle(shell) + _nose() + hull + belly + vents + badge + collar


def _nose() -> Art:
    """Return the chuck and the bit in it."""
    chuck = shape(
        poly([(84, -184), (112, -178), (124, -168), (124, -152), (112, -142), (84, -136)]),
        falling("#70777f", "#23262b"),
    )
    bit = shape(
        poly([(124, -164), (172, -163), (182, -160), (172, -157), (124, -156)]),
        falling("#f1f4f6", "#6c757c"),
    ) + together(line(f"M{130 + 9 * k} -156l5 -8", "#596168", 1.2) for k in range(5))
    return bit + chuck


def _handle(shell: str) -> Art:
    """Return the grip on its battery."""
    grip = shape(
        smooth([(-26, -120), (-40, -60), (-44, -30), (6, -30), (8, -70), (20, -112)]), lit(BLACK)
    ) + together(line(f"M{-34 - k} {-86 + 9 * k}h30", "#1f2227", 2) for k in range(6))
    battery = (
        shape(box(-70, -36, 104, 34, 7), lit(shell))
        + shape(box(-70, -14, 104, 14, 5), lit(BLACK))
        + together(
            shape(oval(-52 + 10 * k, -25, 3, 3), plain("#bfe07a"), edge="none") for k in range(3)
        )
    )
    trigger = shape(smooth([(16, -112), (30, -108), (26, -84), (12, -86)]), lit("#c43a2f"))
    return trigger + grip + battery


def battery(hand: Random, colours: Sequence[str]) -> Art:
    """Return a spare battery."""
    del hand
    return (
        shadow(4, -1, 46, 9)
        + shape(box(-30, -62, 58, 18, 4), lit(BLACK))
        + shape(box(-46, -48, 92, 34, 7), lit(colours[0]))
        + shape(box(-46, -20, 92, 20, 6), lit(BLACK))
        + together(
            shape(oval(-26 + 11 * k, -34, 3.4, 3.4), plain("#bfe07a"), edge="none")
            for k in range(3)
        )
    )


def charger(hand: Random, colours: Sequence[str]) -> Art:
    """Return a charger with its lead."""
    del hand, colours
    lead = path([(40, -8), (74, 2), (84, -20), (104, -14)])
    return (
        shadow(4, 0, 50, 9)
        + line(lead, "#1f2227", 4)
        + shape(poly([(-46, -34), (36, -34), (48, 0), (-52, 0)]), lit(BLACK))
        + shape(poly([(-38, -34), (28, -34), (24, -44), (-34, -44)]), lit("#50565f"))
        + shape(oval(-28, -14, 4, 4), plain("#6fd06a"), edge="none")
    )
