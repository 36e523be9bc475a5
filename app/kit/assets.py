"""Front-end files: our own, the pinned packages', and drawn pictures, gathered under one version.

The version in the address is the hash of everything in it: a file never changes under its
address, so browsers cache it for good, and files may point at each other by relative path.
"""

import hashlib
import os
import shutil
from collections.abc import Mapping
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


class PackageMissing(Refusal):
    """A pinned npm package is not installed."""

    code = "asset.package_missing"
    sentence = N_("%(path)s is missing. Run `make setup`.")


def gather(target: Path, pictures: Mapping[str, str]) -> str:
    """Put all front-end files under `target/<version>` and return the version.

    `pictures` are SVG by the name `set:name`.
    """
    version = _version(pictures)
    if not (target / version).exists():
        work = target / f".{version}-{os.getpid()}"
        shutil.rmtree(work, ignore_errors=True)
        shutil.copytree(OWN, work)
        _copy_vendor(work / "vendor")
        _write_pictures(work / "pictures", pictures)
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


def _version(pictures: Mapping[str, str]) -> str:
    digest = hashlib.sha256((ROOT / "package-lock.json").read_bytes())
    drawn = [text for pair in sorted(pictures.items()) for text in pair]
    digest.update("\n".join([*drawn, *VENDOR.values()]).encode())
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


def _write_pictures(target: Path, pictures: Mapping[str, str]) -> None:
    """Write each picture `set:name` as an SVG file of its own."""
    for name, drawn in pictures.items():
        path = target / f"{name.replace(':', '/')}.svg"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(drawn, encoding="utf-8")
