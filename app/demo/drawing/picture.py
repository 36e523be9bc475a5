"""The whole picture: the ground, and on it what the plan asks for."""

from collections.abc import Mapping
from random import Random

from app.demo.drawing.ground import close, ground
from app.demo.drawing.heap import heap_scene
from app.demo.drawing.plan import read_drawing
from app.demo.drawing.still_life import still_life


def draw_good(facts: Mapping[str, object], seed: str) -> str:
    """Return the SVG of a good's `drawing`; the same seed gives the same bytes."""
    plan = read_drawing(facts)
    hand = Random(seed)  # noqa: S311 -- the irregularity of a drawing, not a secret
    scene = heap_scene(plan, hand) if plan.piece else still_life(plan, hand)
    return close(ground(plan.ground) + scene)
