"""Carpets and felt rugs, laid out, their far end still rolled."""

from collections.abc import Callable, Sequence
from random import Random

from app.demo.drawing.art import (
    Art,
    box,
    line,
    oval,
    path,
    poly,
    shape,
    skewed,
    stamp,
    stitched,
    together,
    used,
)
from app.demo.drawing.ground import shadow
from app.demo.drawing.light import falling, lit, plain
from app.demo.drawing.palette import LIGHT, darker, lighter
from app.demo.drawing.things.thing import Thing


def carpet(pattern: Callable[[Sequence[str]], Art], *, fringe: bool) -> Thing:
    """Return the maker of a carpet laid out, its far end still rolled."""

    def draw(hand: Random, colours: Sequence[str]) -> Art:
        del hand
        laid = skewed(pattern(colours), (1.22, 0, -0.3, 0.66, -98, -160))
        threads = together(
            line(f"M{-140 + 7.9 * place:.0f} -1l-4 11", "#efe4cc", 2.2) for place in range(32)
        )
        roll = box(-100, -196, 214, 44, 21)
        back = shape(roll, falling(lighter(colours[0], 0.14), darker(colours[0], 0.4)))
        knots = together(
            line(f"M{-88 + 8 * place} -188v28", darker(colours[0], 0.35), 0.8, strength=0.6)
            for place in range(24)
        )
        end = shape(oval(103, -174, 13, 22), lit(colours[1])) + together(
            line(oval(103, -174, 13 - 4 * k, 22 - 6 * k), darker(colours[0], 0.4), 1.5)
            for k in (0, 1, 2)
        )
        return shadow(-6, -2, 142, 13) + (threads if fringe else Art()) + laid + back + knots + end

    return draw


def pomegranates(colours: Sequence[str]) -> Art:
    """Return the pomegranate pattern of Hotan: a tree in the field, borders about it."""
    red, blue, gold, cream = colours
    field = shape(box(0, 0, 200, 240, 0), lit(red))
    frames = together(
        line(box(inset, inset, 200 - 2 * inset, 240 - 2 * inset, 0), tone, wide)
        for inset, tone, wide in ((4, blue, 8), (12, gold, 4), (20, cream, 9), (28, blue, 4))
    )
    dots = together(
        shape(poly([(x, y - 4), (x + 4, y), (x, y + 4), (x - 4, y)]), plain(red), edge="none")
        for x, y in [
            *((x, y) for y in (20, 220) for x in range(20, 190, 16)),
            *((x, y) for x in (20, 180) for y in range(36, 215, 16)),
        ]
    )
    stem = together(
        line(path([(100, 214), (100 + bend, 150), (100 - bend, 90), (100, 34)]), cream, 3.4)
        for bend in (-34, 34)
    )
    fruits = together(
        shape(oval(x, y, 15, 16), plain(tone), edge=cream, width=2)
        + shape(
            poly([(x - 5, y - 15), (x, y - 25), (x + 5, y - 15)]),
            plain(tone),
            edge=cream,
            width=1.6,
        )
        + shape(oval(x, y, 6, 7), plain(gold), edge="none")
        for x, y, tone in (
            (100, 64, blue),
            (62, 98, gold),
            (138, 98, gold),
            (100, 132, blue),
            (60, 170, blue),
            (140, 170, blue),
            (100, 192, gold),
        )
    )
    return field + frames + dots + stem + fruits


def ram_horns(colours: Sequence[str]) -> Art:
    """Return the ram's horn cut in felt, dark in light, quilted along its edge."""
    ground_tone, horn, rim, _ = colours
    field = shape(box(0, 0, 200, 240, 6), lit(ground_tone)) + line(box(7, 7, 186, 226, 3), rim, 13)
    curl = path(
        [(0, 0), (3, -18), (12, -33), (28, -36), (36, -24), (29, -14), (20, -18), (23, -25)]
    )
    half = line(curl, horn, 6.4)
    horns = stamp(
        together(
            Art(f'<g transform="rotate({turn}) scale({side} 1)">{half.body}</g>')
            for turn in (0, 90, 180, 270)
            for side in (1, -1)
        )
        + shape(poly([(0, -13), (13, 0), (0, 13), (-13, 0)]), plain(horn), edge="none")
        + shape(poly([(0, -6), (6, 0), (0, 6), (-6, 0)]), plain(ground_tone), edge="none")
    )
    placed_horns = together(
        used(horns, at, scale=scale)
        for at, scale in (
            ((100, 70), 1.3),
            ((100, 170), 1.3),
            ((38, 120), 0.62),
            ((162, 120), 0.62),
        )
    )
    seams = together(
        stitched(box(inset, inset, 200 - 2 * inset, 240 - 2 * inset, 3), LIGHT, 1.2)
        for inset in (7, 20)
    )
    return field + placed_horns + seams
