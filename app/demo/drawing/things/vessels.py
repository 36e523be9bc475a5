"""Vessels of clay, copper, wood, porcelain and steel."""

from collections.abc import Sequence
from random import Random
from typing import Final

from app.demo.drawing.art import (
    Art,
    box,
    clipped,
    line,
    oval,
    path,
    shape,
    smooth,
    together,
)
from app.demo.drawing.ground import shadow
from app.demo.drawing.light import ball, lit, metal, plain, turned
from app.demo.drawing.palette import darker, edge_of, lighter, mix
from app.demo.drawing.things.copper import basin, ewer, teapot
from app.demo.drawing.things.porcelain import BOWL, cup, piala, plate, plates, soup_bowl
from app.demo.drawing.things.thing import Thing
from app.demo.drawing.turned import Profile, around, band, body, hoop, lid, mouth, outline

_JUG: Final[Profile] = (
    (32, 186),
    (27, 172),
    (30, 150),
    (56, 118),
    (70, 82),
    (62, 40),
    (42, 10),
    (42, 0),
)


_DISH: Final[Profile] = ((96, 66), (92, 48), (70, 22), (40, 8), (38, 0))


_FLASK: Final[Profile] = ((36, 152), (38, 146), (38, 6), (35, 0))


_SHOULDER: Final[Profile] = ((25, 178), (27, 172), (35, 158), (37, 150))


_CUP: Final[Profile] = ((24, 214), (28, 208), (29, 180), (27, 176))


def jug(hand: Random, colours: Sequence[str]) -> Art:
    """Return a clay jug, its glaze run down over the bare foot."""
    clay, glaze, honey = colours
    curve = path([(28, -176), (72, -178), (84, -132), (60, -100)])
    handle = (
        line(curve, edge_of(glaze), 15)
        + line(curve, glaze, 12)
        + line(path([(34, -179), (66, -176), (76, -150)]), lighter(glaze, 0.6), 2.6)
    )
    drops = [(x, -34 + hand.uniform(-13, 11)) for x in range(-62, 63, 9)]
    run = smooth([(-80, -110), (-40, -196), (40, -196), (80, -110), *reversed(drops)])
    lip = band(_JUG, 186, 168, turned(honey), edge=edge_of(honey))
    belt = band(_JUG, 120, 92, turned(honey))
    waves = around(_JUG, 106, 12, line(path([(-7, 4), (0, -5), (7, 4)]), darker(glaze, 0.5), 2.4))
    wall = outline(_JUG)
    glazed = clipped(shape(run, turned(glaze), edge=edge_of(glaze)), wall)
    gleam = line(path([(-40, -112), (-50, -84), (-44, -54)]), "#ffffff", 5, strength=0.5)
    return (
        shadow(6, -2, 60, 13)
        + handle
        + body(_JUG, turned(clay))
        + glazed
        + belt
        + waves
        + lip
        + body(_JUG, plain("none"), edge=edge_of(clay))
        + mouth(32, 186, honey)
        + gleam
    )


def glazed_bowl(hand: Random, colours: Sequence[str]) -> Art:
    """Return a foot-thrown bowl with a dripping glaze outside."""
    clay, glaze = colours[:2]
    drops = [(x, -22 + hand.uniform(-9, 9)) for x in range(-54, 55, 9)]
    run = smooth([(-70, -70), (70, -70), *reversed(drops)])
    glazed = clipped(shape(run, turned(glaze), edge=edge_of(glaze)), outline(BOWL))
    gleam = line(path([(-40, -46), (-34, -30), (-26, -20)]), "#ffffff", 3.6, strength=0.5)
    return (
        shadow(4, -1, 44, 10)
        + body(BOWL, turned(clay))
        + glazed
        + mouth(60, 56, glaze, mix(glaze, "#f0c75e", 0.55))
        + gleam
    )


def wooden_bowl(hand: Random, colours: Sequence[str]) -> Art:
    """Return a turned bowl with the rings of its wood, seen into."""
    del hand
    wood = colours[0]
    rings = together(
        hoop(_DISH, high, darker(wood, 0.36), 1.4, strength=0.5)
        for high in (56, 46, 36, 27, 18, 10)
    )
    inside = shape(oval(0, -66, 96, 27), lit(lighter(wood, 0.2))) + shape(
        oval(0, -63, 87, 22), lit(darker(wood, 0.2)), edge="none"
    )
    grain = together(
        line(
            oval(-8 + 3 * turn, -60 + turn, 70 - 14 * turn, 16 - 3.2 * turn),
            darker(wood, 0.42),
            1.2,
            strength=0.6,
        )
        for turn in range(5)
    )
    gleam = line(path([(-76, -48), (-66, -32), (-48, -18)]), lighter(wood, 0.85), 4, strength=0.6)
    return shadow(6, -2, 70, 15) + body(_DISH, turned(wood)) + rings + inside + grain + gleam


def thermos(hand: Random, colours: Sequence[str]) -> Art:
    """Return a steel vacuum bottle with its cup for a lid."""
    del hand
    steel, lacquer = colours
    shoulders = body(_SHOULDER, metal(steel)) + body(_FLASK, metal(lacquer))
    cap = (
        body(_CUP, metal(steel))
        + lid(24, 214, lit(lighter(steel, 0.4)))
        + hoop(_CUP, 204, darker(steel, 0.4), 1)
    )
    bands = band(_FLASK, 16, 4, metal(steel)) + hoop(_FLASK, 17, darker(lacquer, 0.5), 1)
    strap = shape(box(33, -140, 14, 84, 7), lit("#2d3138")) + shape(
        box(37, -132, 6, 68, 3), plain("#565d66"), edge="none"
    )
    return shadow(6, -1, 42, 11) + strap + shoulders + bands + cap


def drum(hand: Random, colours: Sequence[str]) -> Art:
    """Return a steel drum with two rolling hoops and a closed bung."""
    del hand
    steel = colours[0]
    wall: Profile = ((66, 190), (66, 0))
    hoops = together(
        band(wall, high + 5, high - 5, metal(lighter(steel, 0.12)), edge=edge_of(steel))
        for high in (64, 126)
    )
    top = shape(oval(0, -190, 66, 14), lit(lighter(steel, 0.2))) + line(
        oval(0, -188.5, 60, 11.6), darker(steel, 0.45), 1.2
    )
    bung = shape(oval(-26, -191, 9, 3), lit("#d8d8d2"))
    mark = shape(oval(0, -86, 30, 28), lit("#f6ead6"), edge="none")
    return (
        shadow(8, -2, 70, 14)
        + body(wall, metal(steel))
        + hoops
        + band(wall, 190, 183, metal(darker(steel, 0.1)), edge=edge_of(steel))
        + top
        + bung
        + (mark if len(colours) > 1 else Art())
    )


def paste(hand: Random, colours: Sequence[str]) -> Art:
    """Return a white bowl of thick paste, a swirl on it."""
    del hand
    red = colours[0]
    heap = shape(
        smooth([(-52, -57), (-30, -66), (0, -76), (30, -66), (52, -57), (0, -49)]), ball(red)
    )
    swirl = line(
        path([(-36, -58), (-8, -54), (26, -59), (10, -66), (-12, -64)]), lighter(red, 0.3), 2.6
    )
    return (
        shadow(4, -1, 44, 10)
        + body(BOWL, turned("#f6f3ec", 0.8))
        + mouth(60, 56, "#f6f3ec", darker(red, 0.3))
        + heap
        + swirl
    )


def lamp(hand: Random, colours: Sequence[str]) -> Art:
    """Return a lamp of the pear shape, its screw base up or down by how it is placed."""
    del hand
    glass, metal_tone = colours
    globe: Profile = ((8, 150), (30, 146), (50, 126), (54, 102), (44, 74), (31, 52), (28, 44))
    housing: Profile = ((28, 46), (26, 30), (19, 22))
    screw: Profile = ((17, 24), (17, 4), (11, 0), (6, -3))
    threads = together(hoop(screw, high, darker(metal_tone, 0.5), 2) for high in (19, 14, 9, 4))
    glow = shape(oval(-8, -104, 44, 44), ball("#fffdf2", 0.25), edge="none")
    ribs = around(housing, 34, 9, line("M0 -9V7", darker("#e8e6df", 0.2), 1))
    return (
        body(screw, metal(metal_tone))
        + threads
        + body(globe, turned(glass, 0.55))
        + glow
        + body(housing, turned("#eceae3", 0.9))
        + ribs
    )


def cone(hand: Random, colours: Sequence[str]) -> Art:
    """Return a cone of yarn, wound crosswise on its paper core."""
    del hand
    yarn, paper = colours
    wound: Profile = ((30, 118), (33, 112), (56, 14), (50, 6), (46, 4))
    core: Profile = ((13, 134), (16, 118))
    winding = together(
        hoop(wound, high, darker(yarn, 0.24), 1, strength=0.55) for high in range(18, 114, 5)
    )
    cross = together(
        line(
            path([(-52 + 17 * place, -16), (-30 + 13 * place, -64), (-30 + 11 * place, -110)]),
            lighter(yarn, 0.7),
            1.1,
            strength=0.8,
        )
        for place in range(6)
    )
    foot: Profile = ((40, 6), (42, 0))
    return (
        shadow(6, -1, 50, 12)
        + body(foot, turned(paper))
        + body(core, turned(paper))
        + mouth(13, 134, paper)
        + body(wound, turned(yarn))
        + winding
        + cross
        + shape(oval(0, -118, 30, 6), lit(yarn))
        + body(core, turned(paper))
        + mouth(13, 134, paper)
    )


VESSELS: Final[dict[str, Thing]] = {
    "teapot": teapot,
    "ewer": ewer,
    "basin": basin,
    "jug": jug,
    "glazed bowl": glazed_bowl,
    "wooden bowl": wooden_bowl,
    "piala": piala,
    "plate": plate,
    "plates": plates,
    "soup bowl": soup_bowl,
    "cup": cup,
    "thermos": thermos,
    "drum": drum,
    "bowl of paste": paste,
    "lamp": lamp,
    "cone": cone,
}
