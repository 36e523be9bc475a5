"""Fruit and what is sold in jars, bottles, packs and small bags."""

from collections.abc import Sequence
from random import Random
from typing import Final

from app.demo.drawing.art import (
    Art,
    clipped,
    line,
    oval,
    path,
    placed,
    points,
    poly,
    ring,
    shape,
    smooth,
    stamp,
    together,
    used,
    veil,
)
from app.demo.drawing.ground import shadow
from app.demo.drawing.light import across, ball, lit, metal, plain, turned
from app.demo.drawing.palette import darker, edge_of, lighter, mix
from app.demo.drawing.pieces import PIECES
from app.demo.drawing.things.fruit import (
    apple,
    cut_apple,
    cut_pomegranate,
    faded_over,
    fruit_carton,
    pear,
    pomegranate,
    tomato,
)
from app.demo.drawing.things.lavender import lavender, phial, sachet
from app.demo.drawing.things.thing import Thing
from app.demo.drawing.turned import Profile, band, body, hoop, lid, outline

_JAR: Final[Profile] = ((38, 112), (40, 106), (48, 94), (49, 80), (49, 8), (44, 0))


_LID: Final[Profile] = ((41, 132), (42, 128), (42, 110))


_BIG: Final[Profile] = (
    (11, 182),
    (12, 168),
    (22, 152),
    (44, 128),
    (48, 112),
    (45, 96),
    (48, 84),
    (48, 8),
    (43, 0),
)


def jar(hand: Random, colours: Sequence[str]) -> Art:
    """Return a glass jar, full, with a lid; a third colour lies in it as fruit."""
    filling, lid_tone = colours[:2]
    wall = outline(_JAR)
    full = band(_JAR, 100, 0, turned(filling))
    fruit = Art()
    if len(colours) > 2:  # noqa: PLR2004 -- the third is the fruit's
        kinds = [stamp(PIECES["fig"](hand, colours[2])) for _ in range(2)]
        fruit = clipped(
            together(
                used(kinds[place % 2], (x, y), scale=0.95, turn=hand.uniform(-60, 60))
                for place, (x, y) in enumerate(
                    points("-28,-18 6,-14 34,-22 -18,-48 18,-46 -34,-74 0,-76 32,-72")
                )
            ),
            wall,
        )
    glow = shape(oval(16, -36, 24, 34), ball(lighter(filling, 0.4), 0.2), edge="none")
    label = (
        band(_JAR, 70, 26, turned("#f6ecd8", 0.7), edge="#b59a6a")
        + hoop(_JAR, 66, filling, 2)
        + hoop(_JAR, 30, filling, 2)
    )
    mark = placed(flower(filling), (0, -38), scale=1.1)
    glass = veil(wall, "#ffffff", 0.14) + line(wall, edge_of(filling))
    gleam = line(path([(-38, -92), (-42, -60), (-40, -14)]), "#ffffff", 4.4, strength=0.65)
    top = body(_LID, metal(lid_tone)) + lid(41, 132, lit(lighter(lid_tone, 0.2)))
    plain_label = label + mark if len(colours) == 2 else Art()  # noqa: PLR2004 -- as above
    return (
        shadow(5, -1, 48, 11)
        + full
        + (Art() if fruit.body else faded_over(glow))
        + fruit
        + glass
        + plain_label
        + gleam
        + top
    )


def flower(colour: str) -> Art:
    """Return a small blossom, as labels carry it."""
    petals = together(
        shape(oval(x, y, 4.2, 4.2), lit(lighter(colour, 0.25)), width=0.9)
        for x, y in ring(0, 0, 6.4, 5, first=-90)
    )
    return petals + shape(oval(0, 0, 3.4, 3.4), plain("#f3cf63"), width=0.9)


def oil_bottle(hand: Random, colours: Sequence[str]) -> Art:
    """Return a five-litre bottle of oil with a grip and a sunflower on its label."""
    del hand
    oil, cap = colours
    ear = path([(34, -150), (62, -146), (60, -112), (44, -104)])
    handle = line(ear, edge_of(oil), 12) + line(ear, lighter(oil, 0.2), 9.4)
    shade = band(_BIG, 150, 0, turned(oil, 0.75))
    glass = body(_BIG, turned(lighter(oil, 0.35), 0.6))
    label = band(_BIG, 80, 22, turned("#f9f3e2", 0.6), edge="#c2a24a") + used(
        stamp(sunflower(0)), (0, -44), scale=0.62
    )
    top = body(((13, 196), (14, 178)), turned(cap)) + lid(13, 196, lit(lighter(cap, 0.3)))
    gleam = line(path([(-30, -134), (-40, -110), (-38, -98)]), "#ffffff", 4.4, strength=0.8) + line(
        path([(-40, -84), (-40, -14)]), "#ffffff", 3.4, strength=0.55
    )
    return shadow(6, -1, 48, 11) + handle + glass + shade + label + gleam + top


def sunflower(sway: float) -> Art:
    """Return the head of a sunflower, its petals turned by a few degrees."""
    petal = stamp(
        shape(smooth([(0, -18), (5.6, -27), (0, -40), (-5.6, -27)]), lit("#f0b323"), width=1)
    )
    rays = together(
        used(petal, (0, 0), turn=turn + sway * (turn % 5 - 2)) for turn in range(0, 360, 24)
    )
    seeds = together(
        shape(oval(x, y, 1.7, 1.7), plain("#2f1c12"), edge="none")
        for reach in (5, 10.5, 16)
        for x, y in ring(0, 0, reach, round(reach * 1.1))
    )
    return rays + shape(oval(0, 0, 21, 21), ball("#7a4a20")) + seeds


def sunflower_head(hand: Random, colours: Sequence[str]) -> Art:
    del colours
    return shadow(4, 2, 40, 8, 0.4) + placed(sunflower(hand.uniform(1, 2)), (0, -26), flat=0.8)


def juice_pack(hand: Random, colours: Sequence[str]) -> Art:
    """Return a one-litre paper pack with a pomegranate on its face."""
    red, cream = colours
    front = shape(
        poly([(-44, -150), (34, -150), (34, 0), (-44, 0)]), across(lighter(cream, 0.3), cream)
    )
    side = shape(poly([(34, -150), (60, -164), (60, -16), (34, 0)]), lit(darker(red, 0.3)))
    roof = shape(
        poly([(-44, -150), (34, -150), (60, -164), (46, -186), (-32, -186)]),
        lit(lighter(red, 0.12)),
    )
    fin = shape(poly([(-32, -196), (46, -196), (46, -184), (-32, -184)]), lit(red))
    cap = placed(
        body(((11, 14), (12, 0)), turned("#f5f1e8")) + lid(11, 14, lit("#ffffff")), (2, -166)
    )
    base = shape(
        poly([(-44, -38), (-10, -26), (34, -44), (34, 0), (-44, 0)]), lit(red), edge="none"
    )
    fruit = placed(pomegranate(hand, (red, "#f0d9a8")), (-5, -54), scale=0.86)
    return shadow(10, -4, 52, 11) + side + front + base + roof + fin + cap + fruit


def spice_bag(hand: Random, colours: Sequence[str]) -> Art:
    """Return a small flat bag of ground spice with a clear window."""
    paper, spice = colours
    face = shape(
        poly([(-34, -96), (34, -96), (37, 0), (-37, 0)]),
        across(lighter(paper, 0.2), darker(paper, 0.12)),
    )
    seal = shape(poly([(-34, -96), (34, -96), (34, -84), (-34, -84)]), lit(darker(paper, 0.14)))
    window = shape(oval(0, -38, 22, 24), lit(spice), edge=darker(paper, 0.4), width=2)
    grains = together(
        shape(
            oval(hand.gauss(0, 8), -38 + hand.gauss(0, 9), 1.3, 1.1),
            plain(darker(spice, hand.uniform(0.15, 0.5))),
            edge="none",
        )
        for _ in range(26)
    )
    return (
        shadow(3, 0, 38, 8)
        + face
        + seal
        + window
        + clipped(grains, oval(0, -38, 21, 23))
        + line("M-32 -76h64", lighter(paper, 0.7), 1.4)
    )


def spice_heap(hand: Random, colours: Sequence[str]) -> Art:
    """Return a cone of ground spice on a small dish."""
    dish: Profile = ((52, 18), (48, 12), (28, 2), (26, 0))
    spice = colours[0]
    cone = smooth([(-44, -17), (-20, -40), (-4, -58), (4, -58), (20, -40), (44, -17), (0, -8)])
    grains = together(
        shape(oval(x, y, 1.1, 0.9), plain(mix(spice, tone, 0.7)), edge="none")
        for tone in ("#3d2412", "#f2c66b", "#8a1f14")
        for x, y in [(hand.gauss(0, 16), -12 - abs(hand.gauss(0, 15))) for _ in range(24)]
    )
    return (
        shadow(4, -1, 42, 9)
        + shape(oval(0, -18, 52, 10.4), plain(darker("#6b8fa0", 0.4)))
        + shape(cone, ball(spice))
        + clipped(grains, cone)
        + body(dish, turned("#4e7d94"))
    )


PANTRY: Final[dict[str, Thing]] = {
    "apple": apple,
    "pear": pear,
    "carton of apples": fruit_carton(apple, 4, 62),
    "carton of pears": fruit_carton(pear, 5, 50),
    "cut apple": cut_apple,
    "jar": jar,
    "phial": phial,
    "lavender": lavender,
    "sachet": sachet,
    "oil bottle": oil_bottle,
    "sunflower": sunflower_head,
    "juice pack": juice_pack,
    "pomegranate": pomegranate,
    "cut pomegranate": cut_pomegranate,
    "spice bag": spice_bag,
    "spice heap": spice_heap,
    "tomato": tomato,
}
