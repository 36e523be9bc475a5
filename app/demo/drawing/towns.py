"""Places where people build: the old town of Kashgar, the warehouse of Urumqi."""

from random import Random

from app.demo.drawing.art import (
    Art,
    box,
    line,
    placed,
    poly,
    shape,
    smooth,
    together,
)
from app.demo.drawing.ground import shadow
from app.demo.drawing.land import field, sky, snow, tower, truck
from app.demo.drawing.light import across, falling, lit, plain, turned
from app.demo.drawing.palette import KRAFT, darker, lighter
from app.demo.drawing.things.home import small_carton
from app.demo.drawing.things.toys import camel


def kashgar(hand: Random) -> Art:
    """Return the old town of Kashgar: earthen walls, arches, a dome; a camel before them."""
    above = sky("#9cc7de", "#f8e4c4", (64, 52))
    earth = "#d9ae76"
    dome = shape(
        smooth([(170, 74), (166, 52), (184, 32), (201, 16), (218, 32), (236, 52), (232, 74)]),
        turned("#3f9a94"),
    ) + line("M201 16V4", "#d9a441", 3)
    beast = placed(camel(hand, ("#cf9f60", "#8a5a30", "#a3243b")), (268, 282), scale=0.66)
    return (
        above
        + dome
        + _houses(earth)
        + _gate()
        + field(214, "#d8b27c", "#ecd0a0")
        + shadow(200, 220, 70, 8, 0.3)
        + beast
    )


def _gate() -> Art:
    """Return the tiled gate between its towers."""
    gate = (
        shape(box(140, 74, 122, 142, 2), across("#e9c58c", "#c0904f"))
        + shape(
            "M164 216V138C164 106 184 96 201 86C218 96 238 106 238 138V216Z",
            lit("#2f7f86"),
            edge="#f3e3c4",
            width=4,
        )
        + shape(
            "M178 216V148C178 124 192 116 201 108C210 116 224 124 224 148V216Z", plain("#3a2620")
        )
    )
    tiles = together(
        shape(poly([(x, 82 - 5), (x + 6, 82), (x, 87), (x - 6, 82)]), plain(tone), edge="none")
        for x, tone in zip(range(150, 256, 13), ("#2f7f86", "#f3e3c4") * 5, strict=False)
    )
    towers = together(tower(x) for x in (140, 262))
    return gate + tiles + towers


def _houses(earth: str) -> Art:
    """Return earthen houses, the ends of their beams, their windows."""
    walls = together(
        shape(box(x, y, wide, 214 - y, 2), across(lighter(tone, 0.2), darker(tone, 0.14)))
        for x, y, wide, tone in (
            (-6, 120, 84, earth),
            (64, 92, 70, darker(earth, 0.1)),
            (266, 104, 72, darker(earth, 0.08)),
            (326, 130, 84, earth),
        )
    )
    beams = together(
        line(f"M{x} {y}h7", "#6b4426", 4)
        for y, row in (
            (136, range(2, 70, 14)),
            (108, range(72, 130, 14)),
            (120, range(274, 336, 14)),
            (146, range(336, 400, 14)),
        )
        for x in row
    )
    windows = together(
        shape(f"M{x} {y}v-16a9 11 0 0 1 18 0v16Z", plain("#5b3a2a"), edge="#f3e3c4", width=2.6)
        for x, y in (
            (14, 178),
            (44, 178),
            (90, 150),
            (84, 192),
            (288, 162),
            (312, 162),
            (350, 182),
            (376, 182),
        )
    )
    return walls + beams + windows


def hub(hand: Random) -> Art:
    """Return the warehouse of Urumqi and a truck at its dock, under the Bogda."""
    above = sky("#93bfe0", "#f3e9d8", (74, 52))
    peaks = together(
        snow(hand, top, wide, high)
        for top, wide, high in (((290, 48), 110, 120), ((370, 74), 90, 96), ((206, 88), 90, 84))
    )
    hall = shape(
        poly([(-6, 96), (120, 74), (246, 96), (246, 226), (-6, 226)]), across("#dfe5ea", "#aab6c1")
    ) + shape(
        poly([(-6, 96), (120, 74), (246, 96), (246, 106), (120, 84), (-6, 106)]), lit("#1f5fa8")
    )
    ribs = together(line(f"M{x} 112V226", "#93a0ac", 1, strength=0.5) for x in range(4, 246, 14))
    doors = together(
        shape(box(x, 140, 62, 86, 2), falling("#4c5a68", "#2c3641"))
        + shape(box(x, 140, 62, 26, 2), lit("#c9d2da"))
        for x in (20, 100)
    )
    cartons = together(
        placed(small_carton(hand, (KRAFT, "#1f5fa8")), at, scale=0.42)
        for at in ((48, 228), (124, 228), (46, 192))
    )
    return (
        above
        + peaks
        + hall
        + ribs
        + doors
        + cartons
        + shape("M-4 224H404V304H-4Z", falling("#b9b3a6", "#8f8a80"), edge="#6d685f")
        + line("M-4 292H404", "#f3ead6", 3, strength=0.7)
        + placed(truck(), (236, 276))
    )
