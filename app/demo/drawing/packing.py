"""What goods come in and lie on: cartons, sacks, boxes, bags, bowls, boards."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from app.demo.drawing.art import (
    Art,
    faded,
    line,
    n,
    oval,
    path,
    points,
    poly,
    shape,
    smooth,
    together,
)
from app.demo.drawing.ground import shadow
from app.demo.drawing.light import across, lit, plain, turned
from app.demo.drawing.palette import KRAFT, WOOD, darker, edge_of, lighter


@dataclass(frozen=True, slots=True)
class Vessel:
    """Something open: what is behind the goods, what is before them, and where the heap lies."""

    back: Art
    front: Art
    middle: tuple[float, float]
    wide: float
    high: float
    """How far the heap reaches from its middle to each side, and up."""
    deep: float
    """How far the heap reaches down, behind the front."""


def carton() -> Vessel:
    """Return an open carton with a food bag folded over its rim."""
    inside = shape(poly([(92, 128), (308, 128), (322, 166), (78, 166)]), plain(darker(KRAFT, 0.55)))
    flaps = shape(poly([(92, 128), (308, 128), (292, 96), (108, 96)]), lit(darker(KRAFT, 0.12)))
    left = shape(poly([(92, 128), (78, 166), (38, 150), (62, 116)]), lit(lighter(KRAFT, 0.2)))
    right = shape(poly([(308, 128), (322, 166), (362, 150), (338, 116)]), lit(darker(KRAFT, 0.18)))
    face = shape(
        poly([(78, 166), (322, 166), (312, 264), (88, 264)]),
        across(lighter(KRAFT, 0.14), darker(KRAFT, 0.16)),
    )
    tape = shape(
        poly([(188, 166), (212, 166), (211, 264), (189, 264)]), plain("#dcb987"), edge="none"
    )
    ribs = together(
        line(f"M89 {y}L312 {y}", darker(KRAFT, 0.2), 0.7, strength=0.3) for y in (190, 215, 240)
    )
    bag = smooth(
        points(
            "72,163 120,158 200,157 280,158 328,163 326,174 286,183 246,175 198,184 "
            "152,175 112,182 74,174"
        )
    )
    film = faded(shape(bag, plain("#f4f7f6"), edge="#a9b3b3", width=1), 0.82)
    shine = line(
        path([(84, 168), (120, 172), (160, 166), (200, 173)]), "#ffffff", 2.2, strength=0.9
    )
    return Vessel(
        shadow(200, 262, 128, 22) + flaps + inside + left + right,
        face + ribs + tape + film + shine,
        (200, 160),
        114,
        74,
        10,
    )


def sack(*, woven: bool) -> Vessel:
    """Return an open sack with its rim rolled down: woven plastic or paper."""
    cloth = "#e9e2d0" if woven else "#cfa873"
    outline = smooth(
        points("104,160 88,205 90,250 112,268 200,273 288,268 310,250 312,205 296,160 200,176")
    )
    back = shape(oval(200, 156, 98, 26), plain(darker(cloth, 0.55)))
    rim = smooth(
        points("98,152 92,168 108,182 200,198 292,182 308,168 302,152 290,166 200,180 110,166")
    )
    folds = together(
        line(path(points), darker(cloth, 0.3), 1.4, strength=0.55)
        for points in (
            [(122, 196), (116, 220), (122, 246)],
            [(160, 204), (158, 224), (164, 236)],
            [(256, 202), (262, 226), (256, 250)],
            [(286, 192), (292, 214), (290, 240)],
        )
    )
    body = shape(outline, turned(cloth, 0.8)) + folds + (_weave(cloth) if woven else _seam(cloth))
    return Vessel(
        shadow(200, 268, 118, 20) + back,
        body + shape(rim, turned(lighter(cloth, 0.3), 0.8)),
        (200, 162),
        96,
        66,
        12,
    )


def _weave(cloth: str) -> Art:
    stripes = together(
        line(path([(96, y), (150, y + 9), (250, y + 9), (304, y)]), tone, wide, strength=0.5)
        for y, tone, wide in ((222, "#3f7a5a", 5), (232, "#3f7a5a", 2))
    )
    grain = together(
        line(
            path([(x, 200 + (200 - x) ** 2 / -900), (x * 0.98 + 4, 262)]),
            darker(cloth, 0.3),
            0.7,
            strength=0.3,
        )
        for x in range(112, 300, 13)
    )
    return grain + stripes


def _seam(cloth: str) -> Art:
    return together(
        line(path([(100, y), (150, y + 8), (250, y + 8), (300, y)]), tone, wide, strength=0.75)
        for y, tone, wide in ((214, "#8d4b2f", 7), (226, darker(cloth, 0.3), 1.2))
    )


def bowl(x: float = 252, y: float = 214, half: float = 92, colour: str = WOOD) -> Vessel:
    """Return a shallow wooden bowl."""
    back = shape(oval(x, y, half, half * 0.26), plain(darker(colour, 0.5)))
    down = half * 0.52
    low, flank = n(y + down), n(y + down * 0.9)
    front = (
        f"M{n(x - half)} {n(y)}C{n(x - half * 0.96)} {flank} {n(x - half * 0.5)} {low}"
        f" {n(x - half * 0.4)} {low}H{n(x + half * 0.4)}C{n(x + half * 0.5)} {low}"
        f" {n(x + half * 0.96)} {flank} {n(x + half)} {n(y)}"
        f"A{half} {n(half * 0.26)} 0 0 1 {n(x - half)} {n(y)}Z"
    )
    lip = f"M{x - half} {y}A{half} {half * 0.26} 0 0 0 {x + half} {y}"
    grain = together(
        line(
            path([(x - half * w, y + d), (x, y + d + half * 0.22), (x + half * w, y + d)]),
            darker(colour, 0.3),
            1,
            strength=0.4,
        )
        for w, d in ((0.86, 12), (0.74, 22))
    )
    wood = (
        shape(front, turned(colour))
        + grain
        + line(lip, lighter(colour, 0.45), 3)
        + line(lip, edge_of(colour), 0.8)
    )
    return Vessel(
        shadow(x, y + down, half * 0.72, 13) + back,
        wood,
        (x, y),
        half * 0.86,
        half * 0.52,
        half * 0.2,
    )


VESSELS: Final[dict[str, Callable[[], Vessel]]] = {
    "carton": carton,
    "woven sack": lambda: sack(woven=True),
    "paper sack": lambda: sack(woven=False),
    "bowl": bowl,
}
