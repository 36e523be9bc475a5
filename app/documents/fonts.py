"""The fonts of the papers: subset once from the pinned packages, under our own family names.

WeasyPrint prints three to eight times faster from a face that holds only what papers need, and
reads TrueType many times faster than CFF. The files are not committed: set-up makes them.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, Final

from app.documents.faces import BOLD, FACES, RARE, Face
from app.kit.i18n import N_
from app.kit.refusal import Refusal

RECIPE: Final = "2"
"""The version of the subsetting below; incrementing it makes the files anew."""

_STAMP: Final = "stamp.json"
_LETTERS: Final = "letters.json"
_DROPPED: Final = ("BASE", "DSIG", "GDEF", "GPOS", "GSUB", "MATH", "STAT", "vhea", "vmtx")
"""Tables that Chinese characters do not need; they take half of the subsetting's time."""


class FontPackageMissing(Refusal):
    code = "paper.font_package_missing"
    sentence = N_("%(path)s is missing. Run `make setup`.")


class FontsNotPrepared(Refusal):
    """The fonts of papers have not been made yet."""

    code = "paper.fonts_not_prepared"
    sentence = N_("The fonts for papers are not prepared. Run `make setup`.")


def prepare_fonts(source: Path, target: Path, *, report: Callable[[str], None]) -> None:
    """Subset the papers' fonts from the packages under `source` into `target`.

    Does nothing when they are up to date. The folder is replaced atomically.
    Raises `FontPackageMissing` when a package is not installed.
    """
    stamp = _stamp(source)
    if _stored_stamp(target) == stamp:
        return
    work = target.with_name(f".{target.name}-{os.getpid()}")
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    for face in (*FACES, RARE):
        report(f"{face.family} {face.weight}")
        _cut(face, source / face.source, work / face.file)
    letters = json.dumps(_found_letters(work), ensure_ascii=False)
    (work / _LETTERS).write_text(letters, encoding="utf-8")
    (work / _STAMP).write_text(stamp, encoding="utf-8")
    _put_in_place(work, target)


def missing_letters(text: str, fonts: Path) -> frozenset[str]:
    """Return the characters of `text` without a glyph in the papers' fonts."""
    return frozenset(text) - _letters(fonts)["all"] - _UNDRAWN


def rare_letters(text: str, fonts: Path) -> frozenset[str]:
    """Return the characters of `text` with a glyph in the large fallback font only."""
    letters = _letters(fonts)
    return (frozenset(text) & letters["all"]) - letters["core"]


_UNDRAWN: Final = frozenset("\t\n\r")
"""White space that the layout collapses, so that it needs no glyph."""


def _stamp(source: Path) -> str:
    facts: list[object] = [RECIPE]
    for face in (*FACES, RARE):
        path = source / face.source
        if not path.exists():
            raise FontPackageMissing(path=str(path))
        facts += [face.file, path.stat().st_size, path.stat().st_mtime_ns]
    return hashlib.sha256(json.dumps(facts).encode()).hexdigest()


def _stored_stamp(target: Path) -> str:
    path = target / _STAMP
    return path.read_text(encoding="utf-8") if path.exists() else ""


def _put_in_place(work: Path, target: Path) -> None:
    old = target.with_name(f".{target.name}-{os.getpid()}-old")
    if target.exists():
        target.rename(old)
    work.rename(target)
    shutil.rmtree(old, ignore_errors=True)


def _cut(face: Face, source: Path, target: Path) -> None:
    # Imported here: fontTools takes a third of a second to load, and is seldom needed.
    from fontTools import subset  # noqa: PLC0415

    options = subset.Options(
        layout_features=["ccmp", "kern", "locl", "mark", "mkmk"] if face.marks else [],
        hinting=False,
        notdef_outline=True,
        glyph_names=False,
        name_IDs=["*"],
        drop_tables=[*subset.Options().drop_tables, *(() if face.marks else _DROPPED)],
    )
    font = subset.load_font(str(source), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=face.letters or font.getBestCmap())
    subsetter.subset(font)
    _rename(font, face)
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    subset.save_font(font, str(target), options)


def _rename(font: Any, face: Face) -> None:  # noqa: ANN401 -- fontTools has no types
    """Set our own family name; copyright notices and licence stay (OFL 1.1)."""
    style = "Bold" if face.weight == BOLD else "Regular"
    plain = face.family.replace(" ", "")
    names = {1: face.family, 2: style, 3: f"{plain}-{style};{RECIPE}", 4: f"{face.family} {style}",
             6: f"{plain}-{style}"}  # fmt: skip
    legal = [name for name in font["name"].names if name.nameID in {0, 5, 8, 9, 11, 13, 14}]
    font["name"].names = legal
    for number, text in names.items():
        font["name"].setName(text, number, 3, 1, 0x409)


def _found_letters(folder: Path) -> dict[str, str]:
    core = _drawn(folder, *FACES[::2]) & _drawn(folder, *FACES[1::2])
    return {"core": "".join(sorted(core)), "all": "".join(sorted(core | _drawn(folder, RARE)))}


def _drawn(folder: Path, *faces: Face) -> set[str]:
    from fontTools.ttLib import TTFont  # noqa: PLC0415 -- as in `_cut`

    found: set[str] = set()
    for face in faces:
        with TTFont(folder / face.file, lazy=True) as font:
            found |= set(map(chr, font.getBestCmap()))
    return found


@cache
def _letters(fonts: Path) -> dict[str, frozenset[str]]:
    path = fonts / _LETTERS
    if not path.exists():
        raise FontsNotPrepared
    return {
        name: frozenset(text) for name, text in json.loads(path.read_text(encoding="utf-8")).items()
    }
