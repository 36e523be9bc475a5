"""A paper's words set into its template: plain HTML, with its style inside, and no print yet."""

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
    """A paper holds characters that no font of ours can draw: nothing is printed, never a box."""

    code = "paper.missing_glyphs"
    sentence = N_("The fonts for papers have no letters for: %(letters)s.")


def compose(name: str, paper: object, *, templates: Path = TEMPLATES) -> str:
    """Set the paper into `<name>.html`; a word the template asks for in vain is an error."""
    return _environment(templates).get_template(f"{name}.html").render(paper=paper)


def check_letters(html: str, *, fonts: Path) -> None:
    """Raise `MissingGlyphs`, naming every character that the papers' fonts cannot draw."""
    missing = papers_fonts.missing_letters(html, fonts)
    if missing:
        named = (f"{letter} (U+{ord(letter):04X})" for letter in sorted(missing))
        raise MissingGlyphs(letters=", ".join(named))


@cache
def template_version() -> str:
    """Name the templates and fonts a paper was printed with: twelve letters of their hash."""
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
