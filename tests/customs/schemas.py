"""The published schemas: `KERUEN_XSD` names the folder that holds them.

They are not ours to keep here. A test that holds validity is skipped without them, and the summary
of the run counts it; in CI it fails when the folder stands beside the repository and was not named.
"""

import os
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

ROOT = Path(__file__).parents[2]
BESIDE = (ROOT.parent / "shared/reference/xsd", ROOT.parents[1] / "shared/reference/xsd")
"""Where the folder may stand; `.ci/run` looks at the same places."""
NOT_AT_HAND = "the published schemas are not at hand (KERUEN_XSD): validity is not held"


def folder() -> Path:
    """Return the folder of the schemas. Skip the test that asks without one, or fail it in CI."""
    named = os.environ.get("KERUEN_XSD", "")
    if named:
        return Path(named)
    beside = [place for place in BESIDE if place.is_dir()]
    if os.environ.get("CI") and beside:
        pytest.fail(f"KERUEN_XSD is not set, and the published schemas are in {beside[0]}")
    pytest.skip(NOT_AT_HAND)


@cache
def _schema(path: Path) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(str(path)))


def broken(name: str, document: bytes) -> list[str]:
    """Return what a schema says against a document: nothing when it is valid.

    Put it last in a test: without schemas what follows it does not run.
    """
    schema = _schema(folder() / name)
    schema.validate(etree.fromstring(document))
    return [f"{error.line}: {error.message}" for error in schema.error_log]
