"""Nuts and seeds, each lying about a point and some thirty units wide."""

from random import Random

from app.demo.drawing.art import (
    Art,
    line,
    path,
    shape,
    smooth,
    together,
)
from app.demo.drawing.light import ball, lit
from app.demo.drawing.palette import darker, edge_of, lighter
from app.demo.drawing.skin import gloss, lying, pebble, pits


def walnut(hand: Random, colour: str) -> Art:
    """Return a walnut in its shell: the seam, and the veins of the shell."""
    outline = pebble(hand, 18, 16.5, 0.03)
    seam = path([(-16, -7), (-6, -1.5), (6, 0.5), (17.4, -3)])
    veins = []
    for x in (-12, -6.5, -1, 5, 11):
        lift = hand.uniform(-1.5, 1.5)
        up = path([(x, -2 + lift), (x * 0.9 + 1, -7), (x * 0.62, -12.5)])
        down = path([(x, 1.5 + lift), (x + hand.uniform(-2, 2), 6), (x * 0.7, 12.5)])
        veins += [line(up, darker(colour, 0.36), 1.1), line(down, darker(colour, 0.42), 1.1)]
    body = shape(outline, ball(colour)) + together(veins)
    ridge = line(seam, edge_of(colour), 2.4) + line(
        path([(-15, -8.6), (-6, -3.2), (6, -1.2)]), lighter(colour, 0.6), 1.2
    )
    return lying(outline, body + ridge + gloss(-8, -9.5, 4, 2.2))


def walnut_half(hand: Random, colour: str) -> Art:
    """Return half a kernel: two lobes of folds about a groove."""
    wing = [(-1, -13), (-9, -16), (-17, -10), (-15, -3), (-19, 3), (-14, 11), (-6, 14), (-1, 10)]
    left = [(x * hand.uniform(0.93, 1.05), y) for x, y in wing]
    right = [(-x * hand.uniform(0.93, 1.05), y) for x, y in reversed(wing)]
    outline = smooth([*left, *right])
    folds = []
    for side in (-1, 1):
        for y, reach in ((-9, 12), (-2.5, 10), (4, 13), (9.5, 9)):
            curl = [(side * 2.5, y), (side * reach * 0.5, y - 3), (side * reach, y + 1)]
            folds.append(line(path(curl), darker(colour, 0.42), 1.4))
            light = [(x, py - 1.7) for x, py in curl]
            folds.append(line(path(light), lighter(colour, 0.65), 1.2, strength=0.8))
    groove = line(path([(0, -12), (1, -4), (-1, 4), (0, 11)]), edge_of(colour), 2.6)
    return lying(outline, shape(outline, ball(colour, 0.8)) + together(folds) + groove)


def almond(hand: Random, colour: str) -> Art:
    """Return an almond in its thin shell: a pitted drop with a pale keel."""
    drop = [(21, 0), (12, -8.5), (0, -11), (-12, -9), (-18, 0), (-12, 8.5), (0, 10), (12, 7)]
    outline = smooth([(x, y * hand.uniform(0.94, 1.05)) for x, y in drop])
    keel = line(path([(20, 0), (10, 6.5), (-2, 8.5), (-14, 6)]), lighter(colour, 0.5), 1.4)
    pocks = pits(hand, 15, 7, colour, 16)
    return lying(outline, shape(outline, ball(colour)) + pocks + keel + gloss(-5, -5.5, 5, 1.5, -8))


def sunflower_seed(hand: Random, colour: str) -> Art:
    """Return a long seed with light stripes."""
    drop = [(19, 0), (8, -5.4), (-6, -7.2), (-16, -4), (-18, 0), (-16, 4), (-6, 7.2), (8, 5.4)]
    outline = smooth([(x, y * hand.uniform(0.94, 1.06)) for x, y in drop])
    pale = "#efe9dc"
    stripes = together(
        line(path([(-15, y * 0.6), (-4, y), (15, y * 0.12)]), pale, wide)
        for y, wide in ((-4.6, 2.2), (0.2, 1.6), (4.8, 2.2))
    )
    return lying(outline, shape(outline, lit(colour)) + stripes)


def cumin(hand: Random, colour: str) -> Art:
    """Return a cumin seed: a slender bow with light ribs and a tail."""
    bend = hand.uniform(1.5, 3.5)
    bow = [(-13, 0), (-6, -4 - bend), (5, -4 - bend), (13, 0), (5, 3.6 - bend), (-6, 3.6 - bend)]
    outline = smooth([*bow])
    ribs = together(
        line(path([(-11, 0), (0, y - bend), (11, 0)]), lighter(colour, 0.62), 1)
        for y in (-2.4, 1.4)
    )
    return lying(outline, shape(outline, lit(colour)) + ribs + line("M13 0l4 2", edge_of(colour)))
