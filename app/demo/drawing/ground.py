"""What everything stands on: a calm sweep of paper, the shadow, and the picture closed."""

from typing import Final

from app.demo.drawing.art import Art, box, oval, shape
from app.demo.drawing.light import falling, haze

WIDE: Final = 400
HIGH: Final = 300
_GROUNDS: Final = {
    "sand": ("#f5ecdc", "#e0cfb2"),
    "rose": ("#f3e2da", "#dec0b2"),
    "sage": ("#e6ebdc", "#c3cfb4"),
    "sky": ("#e1eaf0", "#bdcfdb"),
    "lilac": ("#e9e4f0", "#cbc1da"),
    "teal": ("#7d9b9b", "#4f7073"),
    "slate": ("#7e8ba1", "#4d5b74"),
    "clay": ("#b98468", "#8f5a43"),
}
GROUNDS: Final = frozenset(_GROUNDS)


def ground(name: str) -> Art:
    """Return the sweep of paper, with the light that falls on it from the upper left."""
    top, bottom = _GROUNDS[name]
    whole = box(0, 0, WIDE, HIGH, 0)
    glow = shape(oval(110, 60, 260, 190), haze("#ffffff", 0.38), edge="none")
    return shape(whole, falling(top, bottom), edge="none") + glow


def shadow(x: float, y: float, wide: float, high: float = 0, strength: float = 0.5) -> Art:
    """Return the shadow on the ground of what stands there; it falls a little to the right."""
    deep = high or wide * 0.18
    soft = shape(oval(x + wide * 0.1, y, wide * 1.16, deep), haze("#2a1a1e", strength), edge="none")
    near = shape(
        oval(x + 3, y - 1, wide * 0.94, deep * 0.5), haze("#2a1a1e", strength), edge="none"
    )
    return soft + near


def close(art: Art, *, wide: float = WIDE, high: float = HIGH) -> str:
    """Return the picture as a file of its own."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:g} {high:g}"'
        f' width="{wide:g}" height="{high:g}" stroke-linejoin="round" stroke-linecap="round">'
        f"<defs>{''.join(art.defs.values())}</defs>{art.body}</svg>\n"
    )
