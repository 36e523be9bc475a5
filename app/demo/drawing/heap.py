"""Many of one thing: heaped in what they are packed in, with a few lying before it."""

import math
from collections.abc import Sequence
from random import Random

from app.demo.drawing.art import (
    Art,
    Point,
    clipped,
    oval,
    placed,
    shape,
    smooth,
    stamp,
    together,
    used,
)
from app.demo.drawing.light import haze
from app.demo.drawing.packing import VESSELS, Vessel
from app.demo.drawing.pieces import PIECES
from app.demo.drawing.plan import Drawing
from app.demo.drawing.retail import pouch, retail_box

_KINDS = 5


def heap_scene(plan: Drawing, hand: Random) -> Art:
    """Return the goods in their packing, or their retail packing with an open bowl beside it."""
    kinds = _stamps(plan, hand)
    if plan.packing in VESSELS:
        filled = _filled(VESSELS[plan.packing](), kinds, hand, plan)
        return filled + _scattered(kinds, hand, plan, 268)
    hero = placed(
        PIECES[plan.piece](hand, plan.colours[0]),
        _EMBLEM[plan.packing],
        scale=1.5 * plan.emblem,
        turn=-24,
    )
    packed = pouch(plan.band, hero) if plan.packing == "bag" else retail_box(plan.band, hero)
    return (
        packed + _filled(VESSELS["bowl"](), kinds, hand, plan) + _scattered(kinds, hand, plan, 270)
    )


_EMBLEM = {"box": (121, 145), "bag": (122, 160)}


def _stamps(plan: Drawing, hand: Random) -> Sequence[Art]:
    """Return some of the goods, no two quite alike."""
    draw = PIECES[plan.piece]
    return [stamp(draw(hand, plan.colours[kind % len(plan.colours)])) for kind in range(_KINDS)]


def _filled(vessel: Vessel, kinds: Sequence[Art], hand: Random, plan: Drawing) -> Art:
    x, y = vessel.middle
    lying = together(
        used(
            hand.choice(kinds),
            at,
            scale=plan.scale * hand.uniform(0.92, 1.08),
            turn=hand.uniform(-75, 75),
        )
        for at in _heaped(vessel, hand, plan)
    )
    shade = shape(
        oval(x + vessel.wide * 0.62, y - vessel.high * 0.1, vessel.wide * 0.75, vessel.high * 0.95),
        haze("#2a1a1e", 0.34),
        edge="none",
    )
    glow = shape(
        oval(x - vessel.wide * 0.36, y - vessel.high * 0.62, vessel.wide * 0.6, vessel.high * 0.6),
        haze("#fff6e0", 0.3),
        edge="none",
    )
    light = clipped(shade + glow, _dome(vessel))
    return vessel.back + lying + light + vessel.front


def _dome(vessel: Vessel) -> str:
    """Return the outline within which light and shade lie on the heap."""
    (x, y), wide, high = vessel.middle, vessel.wide, vessel.high
    left = [
        (x - wide * 1.02, y),
        (x - wide * 0.86, y - high * 0.42),
        (x - wide * 0.4, y - high * 0.92),
    ]
    right = [(2 * x - px, py) for px, py in reversed(left)]
    return smooth([*left, *right, (x, y + vessel.deep)])


def _heaped(vessel: Vessel, hand: Random, plan: Drawing) -> list[Point]:
    """Return places of a heap, the farthest first: rows that lie over each other like tiles."""
    x, y = vessel.middle
    scale = plan.scale
    step = 17 * scale * plan.spread
    rows = max(4, round((vessel.high + vessel.deep) / (step * 0.62)))
    found = []
    for row in range(rows + 1):
        share = row / rows
        low = y - vessel.high + (vessel.high + vessel.deep) * share
        half = vessel.wide * math.sin(math.pi / 2 * min(1, 0.3 + 0.75 * share)) - 8 * scale
        count = max(2, round(2 * half / step))
        for place in range(count):
            across = (place + 0.5 + 0.5 * (row % 2)) / count * 2 - 1
            sag = (across * half / vessel.wide) ** 2 * vessel.high * 0.5 * (1 - share)
            found.append(
                (
                    x + min(1, max(-1, across)) * half + hand.uniform(-3, 3) * scale,
                    low + sag + hand.uniform(-3, 3) * scale,
                )
            )
    return found


def _scattered(kinds: Sequence[Art], hand: Random, plan: Drawing, low: float) -> Art:
    """Return a few that fell before the packing, larger because they are nearer."""
    places = [(42, -6), (92, 6), (146, 4), (340, -2), (306, 9)][: plan.loose]
    return together(
        used(
            hand.choice(kinds),
            (x + hand.uniform(-3, 3), low + y),
            scale=1 + plan.scale * 0.28,
            turn=hand.uniform(-40, 40),
        )
        for x, y in places
    )
