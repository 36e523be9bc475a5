"""Fresh fruit, whole, cut and in cartons."""

from collections.abc import Sequence
from random import Random

from app.demo.drawing.art import (
    Art,
    box,
    clipped,
    line,
    oval,
    path,
    points,
    poly,
    ring,
    shape,
    smooth,
    stamp,
    together,
    used,
)
from app.demo.drawing.ground import shadow
from app.demo.drawing.light import across, ball, lit, plain
from app.demo.drawing.palette import KRAFT, LEAF, darker, lighter, mix
from app.demo.drawing.skin import gloss, lying
from app.demo.drawing.things.thing import Thing


def apple(hand: Random, colours: Sequence[str]) -> Art:
    """Return an apple, striped over its paler side."""
    red, pale = colours
    side = [(0, -48), (-16, -54), (-34, -46), (-39, -26), (-30, -6), (-14, 1), (0, -2)]
    edge = smooth([*side, *[(-x, y) for x, y in reversed(side[1:-1])]])
    streaks = together(
        line(
            path([(x * 0.35, -46), (x, -30), (x * 0.86, -12)]),
            mix(red, "#6a0f1c", hand.uniform(0.1, 0.5)),
            hand.uniform(1.5, 3.4),
            strength=0.45,
        )
        for x in range(-32, 34, 7)
    )
    blush = shape(oval(24, -12, 24, 20), plain(pale), edge="none")
    dent = shape(oval(0, -46, 11, 4), plain(darker(red, 0.45)), edge="none")
    stalk = line(path([(0, -46), (2, -56), (7, -62)]), "#5d3b22", 3.4)
    return lying(
        edge,
        shape(edge, ball(red))
        + clipped(faded_over(blush) + streaks, edge)
        + dent
        + stalk
        + gloss(-18, -36, 9, 5),
    )


def faded_over(art: Art) -> Art:
    """Return a colour that only tints what is under it."""
    return Art(f'<g opacity=".5">{art.body}</g>', art.defs)


def pear(hand: Random, colours: Sequence[str]) -> Art:
    """Return a small green pear, freckled, with a woody stalk."""
    green, blush_tone = colours
    side = [(0, -66), (-9, -62), (-15, -46), (-28, -30), (-31, -14), (-20, 0), (0, 2)]
    edge = smooth([*side, *[(-x, y) for x, y in reversed(side[1:-1])]])
    freckles = together(
        shape(
            oval(hand.uniform(-22, 22), hand.uniform(-40, -4), 0.9, 0.9),
            plain(darker(green, 0.35)),
            edge="none",
        )
        for _ in range(16)
    )
    blush = clipped(faded_over(shape(oval(20, -18, 16, 20), plain(blush_tone), edge="none")), edge)
    stalk = line(path([(0, -65), (2, -74), (8, -82)]), "#5d3b22", 3.6)
    return lying(
        edge, shape(edge, ball(green)) + blush + freckles + stalk + gloss(-12, -30, 5, 9, 20)
    )


def fruit_carton(fruit: Thing, count: int, step: float) -> Thing:
    """Return the maker of a low open carton with fruit in rows, some in nets."""

    def draw(hand: Random, colours: Sequence[str]) -> Art:
        kinds = [stamp(fruit(hand, colours)) for _ in range(3)]
        back = shape(
            poly([(-118, -92), (118, -92), (136, -52), (-136, -52)]), plain(darker(KRAFT, 0.5))
        )
        rows = together(
            used(
                hand.choice(kinds),
                (across_x + (row % 2) * step / 2 - step / 4, -58 + row * 21),
                turn=hand.uniform(-16, 16),
                scale=0.94,
            )
            for row in range(3)
            for across_x in [step * (place - (count - 1) / 2) for place in range(count)]
        )
        front = shape(
            poly([(-136, -46), (136, -46), (128, 4), (-128, 4)]),
            across(lighter(KRAFT, 0.16), darker(KRAFT, 0.14)),
        )
        grips = shape(box(-26, -32, 52, 13, 6), plain(darker(KRAFT, 0.6)))
        stripe = shape(
            poly([(-131, -16), (131, -16), (130, -6), (-130, -6)]), lit(colours[0]), edge="none"
        )
        ends = shape(
            poly([(-118, -92), (-136, -46), (-136, -62), (-118, -104)]), lit(KRAFT)
        ) + shape(poly([(118, -92), (136, -46), (136, -62), (118, -104)]), lit(darker(KRAFT, 0.2)))
        return shadow(4, 2, 134, 18) + back + ends + rows + front + stripe + grips

    return draw


def cut_apple(hand: Random, colours: Sequence[str]) -> Art:
    """Return half an apple, sugar gathered glassy about its core."""
    del hand
    red, _ = colours
    side = [(0, -46), (-16, -51), (-33, -43), (-37, -25), (-29, -6), (-14, 0), (0, -3)]
    edge = smooth([*side, *[(-x, y) for x, y in reversed(side[1:-1])]])
    inner = smooth(
        [
            (x * 0.9, -25 + (y + 25) * 0.9)
            for x, y in [*side, *[(-x, y) for x, y in reversed(side[1:-1])]]
        ]
    )
    sugar = shape(oval(0, -24, 16, 15), lit("#efcf7a"), edge="none")
    seeds = together(shape(oval(x, -24, 2.4, 4.6), plain("#5b3219")) for x in (-5, 5))
    star = line(path([(0, -40), (-7, -26), (0, -10), (7, -26), (0, -40)]), "#c69a4c", 1.4)
    return lying(
        edge,
        shape(edge, lit(red))
        + shape(inner, lit("#f8efcf"), edge="none")
        + faded_over(sugar)
        + sugar_ring()
        + star
        + seeds,
    )


def sugar_ring() -> Art:
    """Return the clear ring that sugar makes in the flesh."""
    return line(oval(0, -24, 19, 17), "#e2b65a", 2.4, strength=0.7)


def pomegranate(hand: Random, colours: Sequence[str]) -> Art:
    """Return a pomegranate with its crown."""
    del hand
    red = colours[0]
    edge = smooth(points("0,-58 -22,-54 -34,-34 -28,-10 -10,1 10,1 28,-10 34,-34 22,-54"))
    crown = shape(
        poly([(-11, -54), (-16, -72), (-6, -65), (0, -74), (6, -65), (16, -72), (11, -54)]),
        lit(darker(red, 0.12)),
    )
    return lying(edge, crown + shape(edge, ball(red)) + gloss(-14, -40, 8, 5))


def cut_pomegranate(hand: Random, colours: Sequence[str]) -> Art:
    """Return half a pomegranate, its seeds in their chambers."""
    red, pith = colours
    edge = smooth(ring(0, -32, 36, 12))
    seed = [
        stamp(shape(oval(0, 0, 4.8, 3.7), ball(tone), width=0.9))
        for tone in (darker(red, 0.05), mix(red, "#e0304a", 0.6))
    ]
    seeds = together(
        used(
            hand.choice(seed),
            (x + hand.uniform(-1, 1), y + hand.uniform(-1, 1)),
            turn=hand.uniform(0, 180),
        )
        for reach, count in ((8, 5), (16, 10), (25, 17))
        for x, y in ring(0, -32, reach, count)
    )
    walls = together(
        line(f"M0 -32L{x:.0f} {y:.0f}", pith, 4) for x, y in ring(0, -32, 28, 6, first=12)
    )
    return lying(
        edge,
        shape(edge, lit(red))
        + shape(smooth(ring(0, -32, 31, 12)), lit(pith), edge="none")
        + seeds
        + walls,
    )


def tomato(hand: Random, colours: Sequence[str]) -> Art:
    """Return a ripe field tomato."""
    del hand
    red = colours[0]
    edge = smooth(points("0,-44 -18,-48 -36,-36 -38,-18 -24,-2 0,1 24,-2 38,-18 36,-36 18,-48"))
    star = together(
        shape(smooth([(0, -45), (x * 0.6 - 2, y - 3), (x, y), (x * 0.6 + 2, y + 3)]), lit(LEAF))
        for x, y in ((-20, -44), (-11, -36), (4, -34), (17, -40), (10, -52))
    )
    return lying(edge, shape(edge, ball(red)) + star + gloss(-20, -32, 8, 5))
