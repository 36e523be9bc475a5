"""Sky, mountains and fields, and what stands in them."""

from collections.abc import Sequence
from random import Random

from app.demo.drawing.art import (
    Art,
    Point,
    box,
    line,
    oval,
    poly,
    shape,
    smooth,
    stamp,
    together,
    used,
)
from app.demo.drawing.ground import HIGH, WIDE, shadow
from app.demo.drawing.light import across, ball, falling, haze, lit, plain, turned
from app.demo.drawing.palette import darker, lighter
from app.demo.drawing.things.fruit import apple


def sky(top: str, low: str, sun: Point) -> Art:
    whole = shape(box(0, 0, WIDE, HIGH, 0), falling(top, low), edge="none")
    disc = shape(oval(*sun, 19, 19), plain("#fff3cf"), edge="none")
    return whole + shape(oval(*sun, 96, 96), haze("#fff6e0", 0.85), edge="none") + disc


def ridge(points: Sequence[Point], colour: str, foot: float) -> Art:
    return shape(
        poly([(-4, foot), *points, (WIDE + 4, foot)]),
        falling(lighter(colour, 0.2), darker(colour, 0.12)),
        edge=darker(colour, 0.3),
    )


def snow(hand: Random, top: Point, wide: float, high: float) -> Art:
    """Return a peak with its snow, lit from the left."""
    x, y = top
    rock = shape(
        poly([(x - wide, y + high), top, (x + wide, y + high)]), across("#8fa3b8", "#5f748c")
    )
    edge = [
        (x - wide * 0.5 * k + hand.uniform(-3, 3), y + high * (0.5 if k % 0.5 else 0.36))
        for k in (0.9, 0.6, 0.3, 0, -0.3, -0.6, -0.9)
    ]
    cap = shape(poly([top, *edge]), across("#ffffff", "#d3deea"), edge="#8fa3b8")
    return rock + cap


def field(top: float, near: str, far: str) -> Art:
    return shape(
        f"M-4 {top}C120 {top - 14} 260 {top + 10} 404 {top - 6}V304H-4Z",
        falling(far, near),
        edge=darker(near, 0.3),
    )


def tower(x: float) -> Art:
    """Return a slender tower with a small dome."""
    shaft = shape(box(x - 12, 62, 24, 156, 3), turned("#dcb57c"))
    belts = together(line(f"M{x - 12} {y}h24", "#2f7f86", 5) for y in (78, 112, 150))
    return (
        shaft
        + belts
        + shape(
            smooth([(x - 12, 62), (x - 11, 48), (x, 34), (x + 11, 48), (x + 12, 62)]),
            turned("#3f9a94"),
        )
    )


def crate(hand: Random) -> Art:
    kinds = [stamp(apple(hand, ("#b8262b", "#e2b34a"))) for _ in range(2)]
    rows = together(
        used(
            kinds[k % 2], (-78 + 39 * k, -52 - 5 * (k % 2)), scale=0.72, turn=hand.uniform(-18, 18)
        )
        for k in range(5)
    ) + together(
        used(kinds[k % 2], (-58 + 39 * k, -36), scale=0.72, turn=hand.uniform(-18, 18))
        for k in range(4)
    )
    slats = together(
        shape(box(-108, -44 + 24 * k, 216, 20, 2), across("#dcb67c", "#b0834a")) for k in range(2)
    )
    posts = together(shape(box(x, -50, 14, 54, 2), lit("#b98a50")) for x in (-108, 94))
    return shadow(6, 4, 116, 14) + rows + slats + posts


def truck() -> Art:
    load = shape(box(-122, -126, 186, 98, 3), falling("#b8334a", "#8a1f34")) + together(
        line(f"M{-112 + 13 * k} -120V-34", "#6f1628", 2, strength=0.7) for k in range(14)
    )
    cab = shape(
        smooth([(70, -22), (70, -104), (84, -112), (120, -110), (140, -72), (144, -24)]),
        lit("#f4f1ea"),
    ) + shape(smooth([(92, -98), (118, -98), (132, -70), (92, -68)]), across("#cfe4f0", "#6f93ab"))
    frame = shape(box(-124, -30, 266, 12, 3), lit("#3b424b")) + shape(
        oval(138, -34, 5, 6), lit("#ffe9a6")
    )
    wheels = together(
        shape(oval(x, -12, 18, 18), ball("#33363c")) + shape(oval(x, -12, 8.4, 8.4), lit("#c3cad0"))
        for x in (-94, -54, 30, 108)
    )
    return shadow(8, 6, 138, 10) + load + frame + cab + wheels
