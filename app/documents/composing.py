"""Rendering a paper's template to plain HTML with its style inline."""

import hashlib
from functools import cache
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from app.documents import fonts as papers_fonts
from app.kit.i18n import N_
from app.kit.refusal import Refusal
from app.kit.settings import ROOT

TEMPLATES: Final = ROOT / "templates" / "documents"


class MissingGlyphs(Refusal):
    """A paper has characters without a glyph in our fonts; it is not printed with boxes."""

    code = "paper.missing_glyphs"
    sentence = N_("The fonts for papers have no letters for: %(letters)s.")


def compose(name: str, paper: object, *, templates: Path = TEMPLATES) -> str:
    """Render `<name>.html` with the paper; an undefined variable is an error."""
    return _environment(templates).get_template(f"{name}.html").render(paper=paper)


def check_letters(html: str, *, fonts: Path) -> None:
    """Raise `MissingGlyphs` with every character without a glyph in the papers' fonts."""
    missing = papers_fonts.missing_letters(html, fonts)
    if missing:
        named = (f"{letter} (U+{ord(letter):04X})" for letter in sorted(missing))
        raise MissingGlyphs(letters=", ".join(named))


@cache
def template_version() -> str:
    """Return the version of templates and fonts: the first twelve characters of their hash."""
    digest = hashlib.sha256(papers_fonts.RECIPE.encode())
    for path in sorted(TEMPLATES.iterdir()):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:12]


@cache
def _environment(templates: Path) -> Environment:
    return Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
