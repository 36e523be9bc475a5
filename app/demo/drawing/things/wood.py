"""Wood: carved, and inlaid as an instrument."""

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
    ring,
    shape,
    skewed,
    smooth,
    stamp,
    together,
    used,
)
from app.demo.drawing.ground import shadow
from app.demo.drawing.light import across, ball, haze, lit, plain
from app.demo.drawing.palette import SHADE, darker, lighter


def _vine(wide: float, colour: str) -> Art:
    """Return a carved vine, `wide` long and forty high, about its middle."""
    count = round(wide / 36)
    wave = [(-wide / 2 + wide * k / (2 * count), 9 if k % 2 else -9) for k in range(2 * count + 1)]
    stem = line(path(wave), darker(colour, 0.55), 3.4) + line(
        path([(x, y - 1.4) for x, y in wave]), lighter(colour, 0.45), 1.2
    )
    leaf = stamp(
        shape(
            smooth([(0, 0), (7, -9), (15, -6), (13, 3), (5, 7)]),
            lit(lighter(colour, 0.16)),
            edge=darker(colour, 0.6),
        )
    )
    grapes = stamp(
        together(
            shape(oval(x, y, 3, 3), ball(lighter(colour, 0.1)), edge=darker(colour, 0.6), width=0.9)
            for x, y in ((-3, 0), (3, 0), (0, 4.6))
        )
    )
    return stem + together(
        used(
            leaf if k % 3 else grapes,
            (x, y * 0.2 + (8 if y < 0 else -8)),
            turn=20 if y < 0 else 200,
        )
        for k, (x, y) in enumerate(wave[:-1])
    )


def carved_box(hand: Random, colours: Sequence[str]) -> Art:
    """Return a lidded box, a vine cut into every face."""
    del hand
    wood = colours[0]
    front = shape(
        poly([(-116, -84), (74, -84), (74, 0), (-116, 0)]),
        across(lighter(wood, 0.2), darker(wood, 0.08)),
    )
    side = shape(poly([(74, -84), (122, -118), (122, -32), (74, 0)]), lit(darker(wood, 0.36)))
    top = shape(
        poly([(-122, -104), (78, -104), (128, -140), (-66, -140)]), lit(lighter(wood, 0.22))
    )
    lid_front = shape(
        poly([(-122, -104), (78, -104), (78, -80), (-122, -80)]), across(lighter(wood, 0.26), wood)
    )
    lid_side = shape(
        poly([(78, -104), (128, -140), (128, -114), (78, -80)]), lit(darker(wood, 0.3))
    )
    vines = (
        placed(_vine(170, wood), (-21, -40))
        + skewed(_vine(150, wood), (1, 0, -1.05, 0.62, 2, -122))
        + skewed(_vine(64, darker(wood, 0.25)), (0.7, -0.5, 0, 1, 98, -56))
    )
    frames = line("M-106 -70H64V-10H-106Z", darker(wood, 0.5), 2) + line(
        "M-100 -107H72L110 -135H-62Z", darker(wood, 0.5), 1.6
    )
    clasp = shape(
        smooth([(-29, -92), (-13, -92), (-11, -74), (-21, -62), (-31, -74)]), lit("#d9a441")
    ) + shape(oval(-21, -76, 2.2, 3), plain("#4a3212"), edge="none")
    return (
        shadow(14, -4, 128, 17) + side + front + lid_side + lid_front + top + frames + vines + clasp
    )


def dutar(hand: Random, colours: Sequence[str]) -> Art:
    """Return a long-necked lute lying across the picture, two strings, inlaid."""
    del hand
    wood, dark, bone = colours
    bowl = smooth(points("0,8 -34,0 -52,-34 -46,-72 -18,-104 0,-118 18,-104 46,-72 52,-34 34,0"))
    strings = line("M-2 -388V-24M2 -384V-24", "#f8efd8", 0.9)
    bridge = shape(box(-12, -30, 24, 5, 2), lit(dark))
    whole = shape(bowl, ball(wood)) + _belly(dark, wood) + _neck(dark, bone) + bridge + strings
    fallen = placed(
        shape(oval(0, -180, 46, 220), haze(SHADE, 0.55), edge="none"),
        (-116, 26),
        turn=62,
        scale=0.8,
    )
    return fallen + placed(whole, (-126, 14), turn=62, scale=0.8)


def _neck(dark: str, bone: str) -> Art:
    """Return the fretted neck and its pegs."""
    neck = shape(
        poly([(-7, -100), (-5, -372), (5, -372), (7, -100)]), across(lighter(dark, 0.24), dark)
    )
    frets = together(
        line(f"M-6 {y}H6", bone, 1.6)
        for y in (-128, -148, -170, -194, -220, -248, -278, -310, -344)
    )
    inlay = together(
        shape(poly([(0, y - 6), (4, y), (0, y + 6), (-4, y)]), plain(bone), edge="none")
        for y in (-138, -182, -234, -294, -358)
    )
    pegs = (
        shape(box(-24, -392, 19, 6, 3), lit(dark))
        + shape(box(5, -382, 19, 6, 3), lit(dark))
        + shape(poly([(-6, -370), (-7, -400), (7, -400), (6, -370)]), lit(dark))
    )
    return neck + frets + inlay + pegs


def _belly(dark: str, wood: str) -> Art:
    """Return the face of the bowl and its ribs."""
    ribs = together(
        line(
            path([(x, 4), (x * 1.5, -40), (x * 0.9, -84), (x * 0.2, -112)]), dark, 1.6, strength=0.6
        )
        for x in (-28, -15, 15, 28)
    )
    face = shape(
        smooth(points("0,-4 -26,-9 -40,-36 -35,-68 -12,-98 0,-106 12,-98 35,-68 40,-36 26,-9")),
        lit(lighter(wood, 0.42)),
    )
    holes = together(
        shape(oval(x, y, 1.8, 1.8), plain(dark), edge="none") for x, y in ring(0, -62, 9, 7)
    )
    trim = together(
        shape(
            poly([(x, y - 3.4), (x + 3.4, y), (x, y + 3.4), (x - 3.4, y)]), plain(dark), edge="none"
        )
        for x, y in ((-30, -22), (-37, -44), (-31, -66), (30, -22), (37, -44), (31, -66))
    )
    return ribs + face + holes + trim
