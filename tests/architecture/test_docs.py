"""The documents name only what is there."""

import re
from pathlib import Path

import pytest

from app.demo.cast import demo_people
from app.kit.settings import ROOT

DOCUMENTS = sorted(
    [
        *ROOT.glob("*.md"),
        *ROOT.glob("docs/**/*.md"),
        *ROOT.glob("templates/**/*.md"),
        ROOT / "customs/README.md",
    ]
)
_PATH = re.compile(
    r"`((?:app|customs|templates|tests|docs|locale|benchmarks)/[\w./-]*|kit/\w+\.py)`"
)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_path_that_is_named_is_there(document: Path) -> None:
    named = set(_PATH.findall(document.read_text()))
    missing = [
        path for path in named if not (ROOT / path).exists() and not (ROOT / "app" / path).exists()
    ]
    assert missing == []


def test_every_link_between_documents_leads_somewhere() -> None:
    for document in DOCUMENTS:
        for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", document.read_text()):
            assert (document.parent / target).exists(), f"{document.name}: {target}"


def test_the_readme_lists_the_people_who_sign_in() -> None:
    readme = (ROOT / "README.md").read_text()
    assert [person.email for person in demo_people() if f"`{person.email}`" not in readme] == []
