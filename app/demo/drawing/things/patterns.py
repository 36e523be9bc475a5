"""What is woven into cloth or printed on it, drawn on a square of two hundred by one hundred."""

from collections.abc import Sequence
from random import Random

from app.demo.drawing.art import (
    Art,
    line,
    oval,
    poly,
    ring,
    shape,
    smooth,
    stamp,
    together,
    used,
)
from app.demo.drawing.light import plain
from app.demo.drawing.palette import darker, lighter


def _terry(hand: Random, colour: str, count: int, wide: float, high: float) -> Art:
    """Return the loops of a towel."""
    return together(
        line(
            f"M{hand.uniform(4, wide - 4):.0f} {hand.uniform(4, high - 4):.0f}q2 -4 4 0",
            darker(colour, 0.25),
            1,
            strength=0.55,
        )
        for _ in range(count)
    )


def terry(hand: Random, colours: Sequence[str]) -> Art:
    tone = colours[0]
    border = together(
        line(f"M0 {y}H200", darker(tone, 0.22), wide, strength=0.7)
        for y, wide in ((18, 6), (27, 1.6))
    )
    return _terry(hand, tone, 70, 200, 100) + border


def woollen(hand: Random, colours: Sequence[str]) -> Art:
    """Return a large check on wool."""
    tones = list(colours[1:]) or [colours[0]]
    checks = together(
        line(f"M{x} 0V100M0 {x / 2}H200", tones[-1], 9, strength=0.5) for x in (20, 70, 120, 170)
    )
    fine = together(
        line(f"M{x} 0V100M0 {x / 2}H200", lighter(tones[0], 0.7), 1.6, strength=0.7)
        for x in (45, 95, 145)
    )
    return checks + fine + _terry(hand, colours[0], 40, 200, 100)


def blossoms(hand: Random, colours: Sequence[str]) -> Art:
    """Return scattered flowers, as printed cloth has them."""
    tones = list(colours[2:]) or ["#c94f6d", "#e0a23a"]
    kinds = [stamp(_blossom(tone)) for tone in tones]
    return together(
        used(
            kinds[place % len(kinds)],
            (
                place % 7 * 32 + hand.uniform(-5, 5) + (place // 7 % 2) * 14,
                place // 7 * 27 + hand.uniform(4, 12),
            ),
            turn=hand.uniform(0, 72),
        )
        for place in range(26)
    )


def _blossom(colour: str) -> Art:
    petals = together(
        shape(oval(x, y, 5.4, 5.4), plain(colour), edge="none") for x, y in ring(0, 0, 6.4, 5)
    )
    leaf = shape(smooth([(8, 4), (18, 5), (13, 11)]), plain("#6f8f5a"), edge="none")
    return leaf + petals + shape(oval(0, 0, 3.6, 3.6), plain("#f5d77a"), edge="none")


def ikat(hand: Random, colours: Sequence[str]) -> Art:
    """Return the atlas pattern: tall drops whose edges run along the warp."""
    tones = list(colours[1:])
    kinds = [
        stamp(
            together(
                shape(drop(hand, size), plain(tone), edge="none")
                for size, tone in (
                    (1.0, tones[k]),
                    (0.62, tones[(k + 1) % len(tones)]),
                    (0.3, colours[0]),
                )
            )
        )
        for k in range(len(tones))
    ]
    return together(
        used(kinds[(place + row) % len(kinds)], (14 + place * 29, 22 + 56 * row))
        for place in range(7)
        for row in (0, 1)
    )


def drop(hand: Random, size: float) -> str:
    """Return a tall drop with the jagged edge that dyed warp has."""
    side = [
        (
            13 * size * (1 - abs(step / 6 - 1) ** 1.6) + hand.uniform(-1.2, 1.2),
            (step / 6 - 1) * 26 * size,
        )
        for step in range(13)
    ]
    return poly(side + [(-x, y) for x, y in reversed(side)])
