"""Things that stand alone, each about the middle of its foot and in the picture's own units."""

from app.demo.drawing.things.craft import CRAFT
from app.demo.drawing.things.home import HOME
from app.demo.drawing.things.pantry import PANTRY
from app.demo.drawing.things.textiles import TEXTILES
from app.demo.drawing.things.thing import Thing
from app.demo.drawing.things.tools import TOOLS
from app.demo.drawing.things.vessels import VESSELS

THINGS: dict[str, Thing] = {**VESSELS, **PANTRY, **TEXTILES, **CRAFT, **HOME, **TOOLS}
