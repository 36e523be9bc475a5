"""The fonts of papers: their characters, and the pinned packages they are subset from."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

REGULAR: Final = 400
BOLD: Final = 700

_SANS: Final = "@expo-google-fonts/noto-sans"
_CHINESE: Final = "@expo-google-fonts/noto-sans-sc"

# Latin with diacritics, Cyrillic with the Kazakh, Kyrgyz and Tajik letters, symbols.
_LATIN_AND_CYRILLIC: Final = (
    (0x20, 0x24F), (0x2B0, 0x36F), (0x400, 0x52F), (0x1E00, 0x1EFF), (0x2010, 0x205F),
    (0x2070, 0x20C0), (0x2100, 0x214F), (0x2190, 0x22FF), (0x25A0, 0x25FF),
)  # fmt: skip
# A space after a Chinese character is taken from the Chinese face.
_CHINESE_SIGNS: Final = (
    (0x20, 0x20), (0xA0, 0xA0), (0x202F, 0x202F), (0x2010, 0x2027), (0x2190, 0x22FF),
    (0x25A0, 0x25FF), (0x3000, 0x303F), (0xFF00, 0xFFEF),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Face:
    """One font file of the papers: its source, and its characters."""

    file: str
    family: str
    weight: int
    source: str
    letters: tuple[int, ...]
    """Code points to include; empty includes all of the package."""
    marks: bool
    """Whether letters join or have combining marks, so that the layout tables are needed."""


def _points(ranges: Iterable[tuple[int, int]]) -> Iterator[int]:
    for first, last in ranges:
        yield from range(first, last + 1)


def _gb_2312() -> Iterator[int]:
    """Yield every code point of GB 2312: 6,763 hanzi and the symbols."""
    for high in range(0xA1, 0xF8):
        for low in range(0xA1, 0xFF):
            yield from map(ord, bytes((high, low)).decode("gb2312", errors="ignore"))


_WIDE: Final = tuple(_points(_LATIN_AND_CYRILLIC))
_HANZI: Final = tuple(sorted({*_gb_2312(), *_points(_CHINESE_SIGNS)}))

FACES: Final = (
    Face("DocSans-400.ttf", "Doc Sans", REGULAR, f"{_SANS}/400Regular/NotoSans_400Regular.ttf",
         _WIDE, marks=True),
    Face("DocSans-700.ttf", "Doc Sans", BOLD, f"{_SANS}/700Bold/NotoSans_700Bold.ttf",
         _WIDE, marks=True),
    Face("DocSansSC-400.ttf", "Doc Sans SC", REGULAR,
         f"{_CHINESE}/400Regular/NotoSansSC_400Regular.ttf", _HANZI, marks=False),
    Face("DocSansSC-700.ttf", "Doc Sans SC", BOLD,
         f"{_CHINESE}/700Bold/NotoSansSC_700Bold.ttf", _HANZI, marks=False),
)  # fmt: skip

RARE: Final = Face(
    file="DocSansSCRare-400.ttf",
    family="Doc Sans SC Rare",
    weight=REGULAR,
    source=f"{_CHINESE}/400Regular/NotoSansSC_400Regular.ttf",
    letters=(),
    marks=False,
)
"""Every character of the Chinese package, for names of people and places beyond GB 2312. It is
large, so a paper loads it only when it has such a character."""
