"""Front-end files: our own, the pinned packages', and the pictures, gathered under one version.

The version in the address is the hash of everything in it: a file never changes under its
address, so browsers cache it for good, and files may point at each other by relative path.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from app.kit.i18n import N_
from app.kit.refusal import Refusal
from app.kit.settings import ROOT

OWN: Final = ROOT / "templates" / "assets"
PACKAGES: Final = ROOT / "node_modules"
VENDOR: Final = {
    "htmx.js": "htmx.org/dist/htmx.min.js",
    "uplot.js": "uplot/dist/uPlot.iife.min.js",
    "uplot.css": "uplot/dist/uPlot.min.css",
}
_INK: Final = "#2a2f6b"
"""The colour of icons that have none of their own."""


class PackageMissing(Refusal):
    """A pinned npm package is not installed."""

    code = "asset.package_missing"
    sentence = N_("%(path)s is missing. Run `make setup`.")


class NoSuchPicture(Refusal):
    """An icon set has no picture of this name."""

    code = "asset.picture_not_found"
    sentence = N_("There is no picture %(name)s in the icon sets.")


def gather(target: Path, pictures: Iterable[str]) -> str:
    """Put all front-end files under `target/<version>` and return the version."""
    names = sorted(set(pictures))
    version = _version(names)
    if not (target / version).exists():
        work = target / f".{version}-{os.getpid()}"
        shutil.rmtree(work, ignore_errors=True)
        shutil.copytree(OWN, work)
        _copy_vendor(work / "vendor")
        _draw_pictures(work / "pictures", names)
        _put_in_place(work, target / version)
    stamp = target / f".version-{os.getpid()}"
    stamp.write_text(version, encoding="utf-8")
    stamp.rename(target / "version")
    return version


def _put_in_place(work: Path, made: Path) -> None:
    """Rename the folder, unless another process has made the same one meanwhile."""
    try:
        work.rename(made)
    except OSError:
        if not made.exists():
            raise
        shutil.rmtree(work)


def current_version(target: Path) -> str:
    """Return the version gathered last; raises `PackageMissing` when none was."""
    stamp = target / "version"
    if not stamp.exists():
        raise PackageMissing(path=str(stamp))
    return stamp.read_text(encoding="utf-8")


def _version(pictures: list[str]) -> str:
    digest = hashlib.sha256((ROOT / "package-lock.json").read_bytes())
    digest.update("\n".join([_INK, *pictures, *VENDOR.values()]).encode())
    for path in sorted(OWN.rglob("*")):
        if path.is_file():
            digest.update(str(path.relative_to(OWN)).encode() + path.read_bytes())
    return digest.hexdigest()[:12]


def _copy_vendor(target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    for name, source in VENDOR.items():
        if not (PACKAGES / source).exists():
            raise PackageMissing(path=f"node_modules/{source}")
        shutil.copyfile(PACKAGES / source, target / name)


def _draw_pictures(target: Path, names: list[str]) -> None:
    """Write each `set:name` as an SVG file of its own."""
    sets: dict[str, dict[str, object]] = {}
    for name in names:
        folder, icon = name.split(":")
        if folder not in sets:
            sets[folder] = _read_set(folder)
        path = target / folder / f"{icon}.svg"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_svg(sets[folder], name), encoding="utf-8")


def _read_set(folder: str) -> dict[str, object]:
    path = PACKAGES / "@iconify-json" / folder / "icons.json"
    if not path.exists():
        raise PackageMissing(path=str(path.relative_to(ROOT)))
    found: dict[str, object] = json.loads(path.read_text(encoding="utf-8"))
    return found


def _svg(icons: dict[str, object], name: str) -> str:
    drawn: dict[str, dict[str, str]] = icons["icons"]  # type: ignore[assignment] # their format
    icon = drawn.get(name.split(":")[1])
    if icon is None:
        raise NoSuchPicture(name=name)
    width = icon.get("width", icons.get("width", 24))
    height = icon.get("height", icons.get("height", 24))
    body = icon["body"].replace("currentColor", _INK)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">{body}</svg>'
