"""Bags to carry on the back."""

from collections.abc import Sequence
from random import Random

from app.demo.drawing.art import Art, box, line, path, points, poly, shape, smooth, together
from app.demo.drawing.ground import shadow
from app.demo.drawing.light import lit
from app.demo.drawing.palette import darker, edge_of, lighter


def backpack(hand: Random, colours: Sequence[str]) -> Art:
    """Return a school backpack with two pockets and reflecting strips."""
    del hand
    cloth, trim = colours
    return shadow(8, 0, 92, 14) + _sack(cloth) + _trim(trim, cloth)


def _trim(trim: str, cloth: str) -> Art:
    """Return the front pocket, the zips, the strips that reflect."""
    zip_line = line(path([(-66, -132), (-62, -178), (0, -204), (62, -178), (66, -132)]), trim, 3.4)
    pocket = shape(
        smooth(points("-54,-10 -58,-60 -48,-94 0,-100 48,-94 58,-60 54,-10 0,-2")),
        lit(lighter(cloth, 0.2)),
    )
    zip_low = line(path([(-48, -84), (0, -92), (48, -84)]), trim, 3.4) + shape(
        box(36, -86, 7, 18, 3), lit(trim)
    )
    glow = (
        shape(box(-56, -52, 112, 11, 2), lit("#e6ecee"), edge="none")
        + shape(box(-74, -116, 20, 8, 2), lit("#e6ecee"), edge="none")
        + shape(box(54, -116, 20, 8, 2), lit("#e6ecee"), edge="none")
    )
    star = shape(
        poly(
            points("0,-182 6,-168 21,-167 9,-157 13,-143 0,-151 -13,-143 -9,-157 -21,-167 -6,-168")
        ),
        lit(trim),
    )
    return zip_line + star + pocket + glow + zip_low


def _sack(cloth: str) -> Art:
    """Return the bag itself, its straps and its grip."""
    handle = line(
        path([(-22, -214), (-18, -238), (18, -238), (22, -214)]), edge_of(cloth), 9
    ) + line(path([(-22, -214), (-18, -238), (18, -238), (22, -214)]), darker(cloth, 0.2), 6)
    straps = together(
        line(path([(s * 66, -180), (s * 96, -110), (s * 84, -20)]), edge_of(cloth), 15)
        + line(path([(s * 66, -180), (s * 96, -110), (s * 84, -20)]), darker(cloth, 0.3), 12)
        for s in (-1, 1)
    )
    main = shape(
        smooth(
            points(
                "-70,-10 -78,-100 -70,-180 -40,-214 0,-220 40,-214 70,-180 78,-100 70,-10 "
                "40,2 -40,2"
            )
        ),
        lit(cloth),
    )
    flap = shape(
        smooth(points("-70,-130 -64,-182 -36,-208 0,-212 36,-208 64,-182 70,-130 0,-116")),
        lit(lighter(cloth, 0.12)),
    )
    return straps + handle + main + flap
