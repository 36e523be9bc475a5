"""All papers of a load as one reproducible zip, with a manifest."""

import hashlib
import io
import json
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

MANIFEST: Final = "manifest.json"
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
"""Time of every entry: the earliest of the format, so that equal papers give equal bytes."""


@dataclass(frozen=True, slots=True)
class DossierPaper:
    file_name: str
    version: int
    body: bytes


def zip_dossier(papers: Iterable[DossierPaper]) -> bytes:
    """Return a zip of the papers by name, then the manifest."""
    packed = sorted(papers, key=lambda paper: paper.file_name)
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        for paper in packed:
            archive.writestr(_entry(paper.file_name), paper.body)
        archive.writestr(_entry(MANIFEST), manifest(packed))
    return output.getvalue()


def manifest(papers: Iterable[DossierPaper]) -> str:
    """Return name, SHA-256 and version of each paper as indented JSON."""
    listed = [
        {
            "name": paper.file_name,
            "sha256": hashlib.sha256(paper.body).hexdigest(),
            "version": paper.version,
        }
        for paper in papers
    ]
    return json.dumps({"papers": listed}, indent=2) + "\n"


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    return entry
