"""Single fruits, nuts and seeds, each lying about a point and some thirty units wide."""

from random import Random
from typing import Final

from app.demo.drawing.art import (
    Art,
    Point,
    line,
    oval,
    path,
    placed,
    poly,
    ring,
    shape,
    smooth,
    together,
)
from app.demo.drawing.light import ball, lit, plain
from app.demo.drawing.nuts import almond, cumin, sunflower_seed, walnut, walnut_half
from app.demo.drawing.palette import darker, lighter, mix
from app.demo.drawing.skin import Piece, furrows, gloss, lying, pebble, pits


def dried(wide: float, high: float, count: int, *, rough: float = 0.07) -> Piece:
    """Return the maker of a wrinkled berry: raisin, jujube, wolfberry."""

    def draw(hand: Random, colour: str) -> Art:
        outline = pebble(hand, wide, high, rough)
        body = shape(outline, ball(colour)) + furrows(hand, wide, high, colour, count)
        return lying(outline, body + gloss(-wide * 0.35, -high * 0.42, wide * 0.22, high * 0.13))

    return draw


def smooth_ball(wide: float, high: float, *, shine: bool) -> Piece:
    """Return the maker of a smooth or mealy ball: sea buckthorn, curd."""

    def draw(hand: Random, colour: str) -> Art:
        outline = pebble(hand, wide, high, 0.025 if shine else 0.045)
        body = shape(outline, ball(colour, 1 if shine else 0.75))
        if shine:
            tip = shape(oval(wide * 0.86, 1, 1.8, 1.8), plain(darker(colour, 0.6)), edge="none")
            return lying(
                outline, body + tip + gloss(-wide * 0.3, -high * 0.4, wide * 0.3, high * 0.2)
            )
        return lying(outline, body + pits(hand, wide * 0.7, high * 0.7, colour, 9))

    return draw


def jujube(wide: float, high: float) -> Piece:
    """Return the maker of a whole dried jujube, with the dent of its stalk."""

    def draw(hand: Random, colour: str) -> Art:
        outline = pebble(hand, wide, high, 0.05)
        dent = shape(oval(wide * 0.82, 0, wide * 0.09, high * 0.24), plain(darker(colour, 0.6)))
        stalk = line(f"M{wide * 0.82:.1f} 0l5 -2", "#8a6a3c", 1.8)
        body = shape(outline, ball(colour)) + furrows(hand, wide * 0.85, high, colour, 4)
        shine = gloss(-wide * 0.35, -high * 0.45, wide * 0.3, high * 0.12)
        return lying(outline, body + dent + stalk + shine)

    return draw


def ring_slice(flesh: str, core: str) -> Piece:
    """Return the maker of a slice with a hole, the skin around it; `colour` is the skin's."""

    def draw(hand: Random, colour: str) -> Art:
        outer = pebble(hand, 20, 16, 0.06)
        inner = pebble(hand, 17, 13.2, 0.05)
        hole = pebble(hand, 6, 4.6, 0.12)
        rays = together(
            line(f"M{x * 0.5:.1f} {y * 0.4:.1f}L{x:.1f} {y * 0.8:.1f}", darker(flesh, 0.25), 0.9)
            for x, y in ring(0, 0, 12.5, 10, first=hand.uniform(0, 36))
        )
        body = shape(outer, ball(colour)) + shape(inner, lit(flesh), edge="none") + rays
        return lying(outer, body + shape(hole, plain(core), edge=darker(flesh, 0.4)))

    return draw


def apricot(hand: Random, colour: str) -> Art:
    """Return a dried apricot half: a leathery disc, its rim turned up around the hollow."""
    outline = pebble(hand, 20, 16, 0.09)
    hollow = pebble(hand, 12.5, 9, 0.12)
    inside = shape(hollow, lit(darker(colour, 0.16)), edge=darker(colour, 0.38), width=1)
    creases = furrows(hand, 11, 8, darker(colour, 0.1), 3)
    return lying(outline, shape(outline, ball(colour)) + inside + creases + gloss(-10, -10, 5, 1.8))


def mulberry(hand: Random, colour: str) -> Art:
    """Return a dried mulberry: small beads about a stalk."""
    outline = pebble(hand, 18, 8.4, 0.1)
    tones = [ball(mix(colour, "#9a7444", share), 0.7) for share in (0, 0.18)]
    beads = []
    for row, count in ((-4, 4), (4.2, 4), (0.2, 5)):
        for place in range(count):
            x = (place - (count - 1) / 2) * 6.6 + hand.uniform(-1.6, 1.6)
            bead = oval(
                x, row + hand.uniform(-1.2, 1.2), hand.uniform(3.2, 4.6), hand.uniform(3, 3.8)
            )
            beads.append(shape(bead, hand.choice(tones), edge=darker(colour, 0.36), width=0.7))
    stalk = line("M17 0l6 -1.5", "#8a7a48", 1.6)
    return lying(outline, shape(outline, lit(darker(colour, 0.3))) + stalk + together(beads))


def fig(hand: Random, colour: str) -> Art:
    """Return a dried fig: a flattened drop, ribbed from its neck."""
    drop = [(-3, -19), (3, -19), (8, -9), (19, 1), (16, 13), (0, 17), (-16, 13), (-19, 1), (-8, -9)]
    outline = smooth([(x * hand.uniform(0.95, 1.05), y) for x, y in drop])
    ribs = together(
        line(path([(0, -15), (x * 0.5, -4), (x, 6), (x * 0.7, 14)]), darker(colour, 0.34), 1)
        for x in (-15, -9.5, -3.5, 3, 9, 14)
    )
    eye = shape(oval(2, 12.5, 2.6, 1.8), plain(darker(colour, 0.6)), edge="none")
    return lying(outline, shape(outline, ball(colour)) + ribs + eye + gloss(-8, -1, 4, 2.2))


def chilli(hand: Random, colour: str) -> Art:
    """Return a broad dried pod without its stalk, wrinkled, bent at the tip."""
    bend = hand.uniform(2, 9)
    top = [(-27, -5), (-18, -11), (-4, -10 + bend / 3), (12, -5 + bend), (29, 4 + bend)]
    under = [(27, 7 + bend), (12, 8 + bend), (-4, 9), (-18, 9), (-27, 4)]
    outline = smooth([*top, *under])
    folds = together(
        line(
            path([(-22, y), (-8, y + hand.uniform(-2, 2)), (6, y + bend * 0.6), (20, bend + 4)]),
            tone,
            1.3,
        )
        for y, tone in (
            (-5, lighter(colour, 0.42)),
            (-0.5, darker(colour, 0.5)),
            (4.5, darker(colour, 0.4)),
        )
    )
    cap = shape(oval(-26, -0.5, 3, 4.6), lit(darker(colour, 0.45)))
    return lying(outline, shape(outline, lit(colour)) + folds + cap + gloss(-12, -7, 8, 1.4, 4))


def sweet(hand: Random, colour: str) -> Art:
    """Return a cut bar of malt and honey, full of walnut."""
    front, top = (
        poly([(-20, -4), (20, -4), (20, 10), (-20, 10)]),
        poly([(-20, -4), (-13, -12), (27, -12), (20, -4)]),
    )
    side = poly([(20, -4), (27, -12), (27, 2), (20, 10)])
    nuts = together(
        placed(shape(pebble(hand, 5, 3.6, 0.16), lit("#e6c48d"), width=0.9), at)
        for at in _spread(hand)
    )
    body = shape(side, plain(darker(colour, 0.3))) + shape(top, lit(lighter(colour, 0.25)))
    outline = poly([(-20, 10), (-20, -4), (-13, -12), (27, -12), (27, 2), (20, 10)])
    return lying(outline, body + shape(front, lit(colour)) + nuts)


def _spread(hand: Random) -> list[Point]:
    return [
        (x + hand.uniform(-1.5, 1.5), y + hand.uniform(-1, 1))
        for x, y in ((-13, 3), (-3, 5), (6, 1), (14, 5), (-4, -8), (8, -8.5), (18, -8))
    ]


PIECES: Final[dict[str, Piece]] = {
    "raisin": dried(15, 7.6, 3),
    "round raisin": dried(15.5, 11, 4),
    "small raisin": dried(11, 7, 3, rough=0.14),
    "wolfberry": dried(14.5, 6, 3, rough=0.05),
    "jujube": jujube(19, 13.5),
    "large jujube": jujube(24, 18),
    "jujube ring": ring_slice("#d9a66a", "#5a2418"),
    "apple ring": ring_slice("#f1dfae", "#b08a52"),
    "apricot": apricot,
    "mulberry": mulberry,
    "fig": fig,
    "walnut": walnut,
    "walnut half": walnut_half,
    "almond": almond,
    "sunflower seed": sunflower_seed,
    "cumin": cumin,
    "chilli": chilli,
    "sea buckthorn": smooth_ball(10, 9, shine=True),
    "curd": smooth_ball(16, 15, shine=False),
    "sweet": sweet,
}
