"""The law's README shows only what is so."""

import doctest

from app.kit.settings import ROOT


def test_every_example_of_the_readme_comes_out_as_shown() -> None:
    found = doctest.testfile(str(ROOT / "customs/README.md"), module_relative=False)
    assert found.attempted > 20
    assert found.failed == 0
