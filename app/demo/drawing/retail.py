"""Packing of a shop's shelf, closed, with the goods drawn on it."""

from app.demo.drawing.art import Art, box, line, oval, path, points, poly, shape, smooth, together
from app.demo.drawing.ground import shadow
from app.demo.drawing.light import across, lit, plain, turned
from app.demo.drawing.palette import KRAFT, darker, lighter


def retail_box(colour: str, emblem: Art) -> Art:
    """Return a closed gift box of card, standing: a band of colour and the goods drawn on it."""
    plate = shape(oval(121, 145, 43, 43), lit("#f8efdc"), edge=lighter(colour, 0.5), width=2.5)
    return shadow(133, 236, 84, 16) + _card() + _belt(colour) + plate + emblem


def _card() -> Art:
    """Return the three faces of card."""
    front = shape(box(62, 62, 118, 176, 2), across(lighter(KRAFT, 0.5), lighter(KRAFT, 0.2)))
    right = shape(poly(points("180,62 204,50 204,222 180,238")), plain(darker(KRAFT, 0.16)))
    top = shape(poly(points("62,62 86,50 204,50 180,62")), plain(lighter(KRAFT, 0.6)))
    return right + top + front


def _belt(colour: str) -> Art:
    """Return the band of colour about the box."""
    band = shape(poly(points("62,92 180,92 180,198 62,198")), lit(colour), edge="none")
    turn = poly(points("180,92 204,79 204,183 180,198"))
    rules = line("M62 98h118M62 192h118", lighter(colour, 0.5), 1.4)
    return shape(turn, plain(darker(colour, 0.34)), edge="none") + band + rules


def pouch(colour: str, emblem: Art) -> Art:
    """Return a filled bag that stands, sealed across its top, with a picture of the goods."""
    outline = smooth(
        points("64,56 180,56 182,92 190,162 188,234 176,242 122,245 68,242 56,234 54,162 62,92")
    )
    seal = shape(box(62, 50, 120, 22, 3), across(lighter(colour, 0.3), darker(colour, 0.2)))
    crimps = together(line(f"M{68 + 9 * i} 53v16", darker(colour, 0.25), 1) for i in range(13))
    plate = shape(oval(122, 160, 48, 48), lit("#f8efdc"), edge=lighter(colour, 0.5), width=2.5)
    bag = shape(outline, turned(colour, 0.8)) + _creases(colour) + seal + crimps
    return shadow(122, 242, 68, 14) + bag + plate + emblem


def _creases(colour: str) -> Art:
    """Return where the bag bends."""
    return together(
        line(path(points(bend)), tone, 2, strength=0.5)
        for bend, tone in (
            ("72,82 68,132 64,192", lighter(colour, 0.7)),
            ("172,80 178,132 179,202", darker(colour, 0.5)),
            ("82,230 122,236 162,230", darker(colour, 0.4)),
        )
    )
