"""Goods of the house and of children."""

from collections.abc import Sequence
from random import Random
from typing import Final

from app.demo.drawing.art import Art, box, line, oval, poly, shape, smooth, together, veil
from app.demo.drawing.ground import shadow
from app.demo.drawing.light import across, ball, falling, lit, plain
from app.demo.drawing.palette import KRAFT, darker, lighter
from app.demo.drawing.things.bags import backpack
from app.demo.drawing.things.thing import Thing
from app.demo.drawing.things.toys import bricks, camel, loose_bricks, toy_box


def solar_lamp(hand: Random, colours: Sequence[str]) -> Art:
    """Return a wall lamp with its panel above and its light on below."""
    del hand
    shell, cell = colours
    panel = shape(poly([(-84, -190), (64, -214), (96, -160), (-56, -132)]), lit("#3b4048"))
    cells = together(
        shape(
            poly([_on(a, b), _on(a + 0.235, b), _on(a + 0.235, b + 0.44), _on(a, b + 0.44)]),
            lit(cell),
            edge="#b9c8d8",
            width=0.9,
        )
        for a in (0.03, 0.27, 0.51, 0.75)
        for b in (0.05, 0.51)
    )
    gleam = veil(poly([_on(0.1, 0), _on(0.3, 0), _on(0.52, 1), _on(0.3, 1)]), "#ffffff", 0.24)
    arm = shape(smooth([(-10, -146), (22, -152), (26, -112), (-6, -108)]), lit("#555b64"))
    head = shape(
        smooth([(-72, -112), (-60, -124), (72, -124), (84, -112), (72, -40), (-60, -40)]),
        across(lighter(shell, 0.3), darker(shell, 0.2)),
    )
    glass = shape(box(-52, -108, 116, 56, 10), falling("#fffdf0", "#ffe9a6"), edge="#a58a3c")
    rays = together(
        shape(
            box(-44 + 18.4 * k, -101 + 22 * r, 11, 14, 3), lit("#fff3b8"), edge="#d6b65a", width=0.9
        )
        for k in range(6)
        for r in (0, 1)
    )
    eye = (
        shape(oval(6, -30, 20, 17), lit(shell))
        + shape(oval(6, -27, 13, 12), ball("#f6f8f8", 0.8), edge="#7c868c")
        + shape(oval(6, -25, 4, 4), plain("#5b6269"), edge="none")
    )
    foot = shape(box(-26, -12, 64, 12, 4), lit(darker(shell, 0.3)))
    return shadow(8, 0, 60, 12) + arm + panel + cells + gleam + foot + head + glass + rays + eye


def _on(a: float, b: float) -> tuple[float, float]:
    """Return a place on the panel, by shares of its width and depth."""
    return (-84 + 148 * a + 28 * b + 4 * a * b, -190 - 24 * a + 58 * b - 4 * a * b)


def remote(hand: Random, colours: Sequence[str]) -> Art:
    """Return a small remote control lying down."""
    del hand
    keys = together(
        shape(oval(x, y, 4.4, 3), plain(tone), edge="none")
        for x, y, tone in (
            (-7, -40, "#c8423a"),
            (7, -40, "#4f9a5b"),
            (-7, -30, "#cfd5d9"),
            (7, -30, "#cfd5d9"),
            (-7, -20, "#cfd5d9"),
            (7, -20, "#cfd5d9"),
        )
    )
    return shadow(2, -2, 20, 6) + shape(box(-17, -52, 34, 50, 7), lit(colours[0])) + keys


def gift_box(hand: Random, colours: Sequence[str]) -> Art:
    """Return an open flat gift box, its cells lined."""
    del hand
    card, lining = colours
    cover = shape(
        poly([(-126, -70), (126, -70), (112, -150), (-112, -150)]), lit(lighter(card, 0.1))
    )
    inside = shape(poly([(-126, -70), (126, -70), (142, -6), (-142, -6)]), lit(lining))
    front = shape(
        poly([(-142, -6), (142, -6), (140, 22), (-140, 22)]),
        across(lighter(card, 0.1), darker(card, 0.2)),
    )
    star = line(poly([(-100, -80), (100, -80), (90, -140), (-90, -140)]), "#d9a441", 2)
    return shadow(4, 22, 140, 14) + cover + star + inside + front


def small_carton(hand: Random, colours: Sequence[str]) -> Art:
    """Return a closed box of card with a band of colour."""
    del hand
    tone = colours[0] if colours else KRAFT
    front = shape(
        poly([(-60, -90), (40, -90), (40, 0), (-60, 0)]), across(lighter(tone, 0.2), tone)
    )
    side = shape(poly([(40, -90), (72, -108), (72, -20), (40, 0)]), plain(darker(tone, 0.3)))
    top = shape(poly([(-60, -90), (-28, -108), (72, -108), (40, -90)]), lit(lighter(tone, 0.35)))
    belt = shape(
        poly([(-60, -58), (40, -58), (40, -28), (-60, -28)]), lit(colours[-1]), edge="none"
    ) + shape(
        poly([(40, -58), (72, -76), (72, -47), (40, -28)]),
        plain(darker(colours[-1], 0.34)),
        edge="none",
    )
    return shadow(12, -2, 66, 11) + side + top + front + belt


HOME: Final[dict[str, Thing]] = {
    "backpack": backpack,
    "camel": camel,
    "bricks": bricks,
    "loose bricks": loose_bricks,
    "toy box": toy_box,
    "solar lamp": solar_lamp,
    "remote": remote,
    "gift box": gift_box,
    "small carton": small_carton,
}
