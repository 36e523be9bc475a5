"""Tools and fittings: steel, moulded cases, rubber grips."""

from collections.abc import Sequence
from random import Random
from typing import Final

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
    smooth,
    together,
)
from app.demo.drawing.ground import shadow
from app.demo.drawing.light import across, falling, lit, metal, plain
from app.demo.drawing.palette import BLACK, STEEL, darker, edge_of, lighter
from app.demo.drawing.things.drill import battery, charger, drill
from app.demo.drawing.things.fittings import hinge, screws
from app.demo.drawing.things.thing import Thing


def grinder(hand: Random, colours: Sequence[str]) -> Art:
    """Return an angle grinder: long body, guard, side handle, bare spindle (no disc)."""
    del hand
    shell = colours[0]
    lead = line(path([(-150, -66), (-176, -60), (-182, -20), (-150, -6), (-110, -2)]), "#1f2227", 6)
    spindle = shape(box(68, -40, 22, 12, 2), metal(STEEL)) + shape(
        box(73, -30, 12, 14, 2), metal(lighter(STEEL, 0.2))
    )
    handle = (
        shape(
            smooth([(66, -116), (58, -176), (62, -196), (84, -198), (92, -178), (84, -118)]),
            lit(BLACK),
        )
        + together(line(f"M{63 + k * 0.4} {-184 + 11 * k}h24", "#1f2227", 2) for k in range(5))
        + shape(box(62, -126, 26, 10, 3), metal(STEEL))
    )
    return shadow(0, -4, 150, 12) + lead + handle + spindle + _motor(shell) + _gear()


def _gear() -> Art:
    """Return the gear's head over its guard."""
    head = shape(
        smooth([(36, -112), (62, -122), (96, -112), (104, -86), (98, -54), (60, -46), (38, -50)]),
        falling("#d5dade", "#6f787f"),
    ) + together(
        shape(oval(x, y, 3.2, 3.2), lit("#8b949b")) for x, y in ((52, -104), (86, -100), (54, -64))
    )
    guard = shape(
        "M18 -44A62 20 0 0 1 142 -44L138 -22A58 16 0 0 0 22 -22Z", falling("#5c646c", "#2a2e33")
    )
    return head + guard


def _motor(shell: str) -> Art:
    """Return the motor's housing, where the hand lies."""
    barrel = shape(
        smooth(
            points(
                "-152,-88 -140,-104 -40,-104 10,-112 40,-112 44,-48 10,-46 -40,-52 -140,-50 "
                "-152,-64"
            )
        ),
        lit(shell),
    )
    grip = shape(
        smooth([(-150, -86), (-138, -102), (-62, -102), (-58, -54), (-138, -52), (-150, -66)]),
        lit(BLACK),
    ) + together(line(f"M{-136 + 10 * k} -98v42", "#1f2227", 2) for k in range(8))
    vents = together(line(f"M{-40 + 9 * k} -92v26", darker(shell, 0.55), 3) for k in range(4))
    switch = shape(box(-28, -116, 36, 12, 5), lit("#c43a2f"))
    dial = shape(oval(-104, -78, 12, 12), lit("#e6e9eb")) + together(
        line(f"M{x:.0f} {y:.0f}L{x * 1.0:.0f} {y + 3:.0f}", BLACK, 1.6)
        for x, y in ring(-104, -79, 8, 6)
    )
    return barrel + grip + vents + switch + dial


def tool_case(hand: Random, colours: Sequence[str]) -> Art:
    """Return an open case, each tool in its place."""
    del hand
    case, red = colours
    cover = shape(poly([(-142, -104), (142, -104), (132, -206), (-132, -206)]), lit(case)) + shape(
        poly([(-130, -110), (130, -110), (121, -198), (-121, -198)]), plain(darker(case, 0.4))
    )
    tray = shape(
        poly([(-142, -104), (142, -104), (168, -8), (-168, -8)]), lit(lighter(case, 0.1))
    ) + shape(poly([(-134, -98), (134, -98), (157, -15), (-157, -15)]), plain(darker(case, 0.5)))
    front = shape(
        poly([(-168, -8), (168, -8), (164, 14), (-164, 14)]),
        across(lighter(case, 0.14), darker(case, 0.3)),
    )
    clips = together(shape(box(x, -8, 34, 16, 4), lit(STEEL)) for x in (-102, 68))
    spanners = together(placed(_spanner(0.62 + 0.1 * k), (-96 + 27 * k, -120)) for k in range(5))
    drivers = together(placed(_driver(red), (48 + 24 * k, -118)) for k in range(3))
    return (
        shadow(6, 12, 164, 14) + cover + spanners + drivers + tray + _laid_in(red) + front + clips
    )


def _laid_in(red: str) -> Art:
    """Return what lies in the tray."""
    sockets = together(
        placed(_socket(), (-120 + 23 * k, -66 + 24 * row), scale=0.8 + 0.08 * row + 0.02 * k)
        for row in (0, 1)
        for k in range(6)
    )
    ratchet = (
        line("M34 -34L128 -74", edge_of(STEEL), 13)
        + line("M34 -34L128 -74", lighter(STEEL, 0.3), 9)
        + line("M34 -34L74 -51", edge_of(red), 18)
        + line("M34 -34L74 -51", red, 15)
        + shape(oval(130, -75, 17, 12), lit(STEEL))
        + shape(oval(130, -76, 8, 5.6), lit(darker(STEEL, 0.3)))
    )
    hammer = (
        line("M30 -84L100 -92", edge_of("#b98a52"), 9)
        + line("M30 -84L100 -92", "#b98a52", 6.4)
        + shape(poly([(18, -98), (32, -98), (36, -70), (20, -70)]), lit(darker(STEEL, 0.1)))
    )
    return sockets + hammer + ratchet


def _spanner(size: float) -> Art:
    head = shape(oval(0, -78, 12, 12), falling("#eef1f3", "#8b949b")) + shape(
        box(-4.4, -92, 8.8, 15, 2), plain("#2b333d"), edge="none"
    )
    eye = shape(oval(0, 0, 10, 10), falling("#eef1f3", "#8b949b")) + shape(
        oval(0, 0, 5, 5), plain("#2b333d"), edge="none"
    )
    return placed(
        shape(box(-4.6, -70, 9.2, 64, 3), across("#f4f6f7", "#8b949b")) + head + eye,
        (0, 0),
        scale=size * 0.94,
    )


def _driver(red: str) -> Art:
    return (
        shape(box(-2.4, -82, 4.8, 46, 1), across("#f4f6f7", "#8b949b"))
        + shape(box(-8, -40, 16, 42, 6), across(lighter(red, 0.3), darker(red, 0.3)))
        + line("M-3 -34V-4M3 -34V-4", darker(red, 0.5), 1.4)
    )


def _socket() -> Art:
    return (
        shape(poly([(-11, -10), (11, -10), (11, 6), (-11, 6)]), across("#f4f6f7", "#7d868d"))
        + shape(oval(0, -10, 11, 4.6), lit("#dfe4e7"))
        + shape(oval(0, -10, 6.6, 2.6), plain("#2b333d"), edge="none")
    )


TOOLS: Final[dict[str, Thing]] = {
    "drill": drill,
    "battery": battery,
    "charger": charger,
    "grinder": grinder,
    "tool case": tool_case,
    "hinge": hinge,
    "screws": screws,
}
