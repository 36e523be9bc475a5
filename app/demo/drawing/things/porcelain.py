"""White porcelain for the table."""

from collections.abc import Sequence
from random import Random
from typing import Final

from app.demo.drawing.art import (
    Art,
    line,
    oval,
    path,
    placed,
    shape,
)
from app.demo.drawing.ground import shadow
from app.demo.drawing.light import lit, plain, turned
from app.demo.drawing.palette import darker, edge_of
from app.demo.drawing.turned import Profile, around, band, body, hoop, mouth

BOWL: Final[Profile] = ((60, 56), (58, 44), (46, 22), (28, 8), (26, 0))
_PIALA: Final[Profile] = ((38, 44), (35, 28), (27, 12), (17, 5), (17, 0))


def piala(hand: Random, colours: Sequence[str]) -> Art:
    """Return a tea bowl of white porcelain with an ornament of cobalt and gold."""
    del hand
    white, cobalt, gold = colours
    flower = shape("M0 -11C7 -5 8 5 0 11C-8 5 -7 -5 0 -11Z", plain(cobalt), edge="none") + shape(
        oval(0, 0, 2.2, 4), plain(white), edge="none"
    )
    belt = (
        band(_PIALA, 39, 35, plain(cobalt))
        + hoop(_PIALA, 43.5, gold, 2.4)
        + hoop(_PIALA, 8, gold, 1.8)
    )
    gleam = line(path([(-26, -26), (-22, -16), (-16, -9)]), "#ffffff", 3, strength=0.9)
    return (
        shadow(3, -1, 29, 8)
        + body(_PIALA, turned(white, 0.8))
        + belt
        + around(_PIALA, 23, 8, flower)
        + mouth(38, 44, white, darker(white, 0.08))
        + hoop(((38, 44), (38, 43)), 44, gold, 2)
        + gleam
    )


def plate(hand: Random, colours: Sequence[str]) -> Art:
    """Return a plate standing on its edge, its face turned to us, with a thin rim of colour."""
    del hand
    white, rim = colours
    face = shape(oval(0, -78, 76, 78), lit(white, 0.7)) + line(oval(0, -78, 71, 73), rim, 3)
    well = shape(
        oval(1, -77, 50, 51), lit(darker(white, 0.05), 0.6), edge=darker(white, 0.2), width=1
    )
    return (
        shadow(6, -2, 56, 10)
        + face
        + well
        + line(path([(-56, -106), (-42, -128), (-20, -142)]), "#ffffff", 4, strength=0.9)
    )


def plates(hand: Random, colours: Sequence[str]) -> Art:
    """Return a pile of plates."""
    del hand
    white, rim = colours
    pile = Art()
    for place in range(6):
        low = 7 * place
        profile: Profile = ((74, low + 13), (70, low + 10), (40, low + 1), (38, low))
        pile += body(profile, turned(white, 0.8)) + line(oval(0, -low - 13, 74, 14.8), rim, 2)
    top = shape(oval(0, -48, 74, 15), lit(white, 0.6)) + line(oval(0, -48, 71, 14), rim, 2.4)
    return (
        shadow(4, -2, 60, 12)
        + pile
        + top
        + shape(oval(1, -46, 48, 9), lit(darker(white, 0.07), 0.6), edge=darker(white, 0.2))
    )


def soup_bowl(hand: Random, colours: Sequence[str]) -> Art:
    """Return a bowl of plain porcelain with a thin rim of colour."""
    del hand
    white, rim = colours
    return (
        shadow(4, -1, 42, 10)
        + body(BOWL, turned(white, 0.8))
        + mouth(60, 56, white, darker(white, 0.1))
        + line(oval(0, -56, 58.5, 11.4), rim, 2.2)
        + line(path([(-42, -44), (-36, -28)]), "#ffffff", 4, strength=0.9)
    )


def cup(hand: Random, colours: Sequence[str]) -> Art:
    """Return a cup with a handle."""
    white, rim = colours
    ear = path([(30, -38), (50, -40), (50, -16), (24, -12)])
    handle = line(ear, edge_of(white), 8.6) + line(ear, darker(white, 0.08), 6)
    return handle + placed(soup_bowl(hand, (white, rim)), (0, 0), scale=0.62, flat=1.3)
