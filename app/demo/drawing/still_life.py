"""Things set beside each other, each where its plan puts it."""

from random import Random

from app.demo.drawing.art import Art, placed, together
from app.demo.drawing.plan import Drawing
from app.demo.drawing.things import THINGS


def still_life(plan: Drawing, hand: Random) -> Art:
    """Return the things in the order of the plan, the farthest first."""
    return together(
        placed(
            THINGS[item.thing](hand, item.colours),
            (item.x, item.y),
            scale=item.scale,
            turn=item.turn,
        )
        for item in plan.items
    )
