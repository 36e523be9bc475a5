"""Fonts for papers are cut once, whole, and again when what they are cut from changed."""

import json
import shutil
from pathlib import Path

import pytest

from app.documents import fonts
from app.documents.faces import FACES, RARE
from app.documents.fonts import (
    FontPackageMissing,
    FontsNotPrepared,
    missing_letters,
    prepare_fonts,
    rare_letters,
)
from app.kit.settings import ROOT

SOURCE = ROOT / "node_modules"


def quick_cut(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Cut nothing, and list the files that were to be cut."""
    cut: list[str] = []

    def copy(_: object, source: Path, target: Path) -> None:
        cut.append(target.name)
        shutil.copyfile(source, target)

    monkeypatch.setattr(fonts, "_cut", copy)
    monkeypatch.setattr(fonts, "_found_letters", lambda _: {"core": "ab", "all": "abц"})
    return cut


def test_what_is_fresh_is_not_cut_again_and_another_recipe_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cut = quick_cut(monkeypatch)
    target, said = tmp_path / "fonts", list[str]()
    prepare_fonts(SOURCE, target, report=said.append)
    faces = [each.file for each in (*FACES, RARE)]
    assert cut == faces
    assert said == [f"{each.family} {each.weight}" for each in (*FACES, RARE)]
    prepare_fonts(SOURCE, target, report=said.append)
    assert cut == faces
    (target / "left behind.ttf").touch()
    monkeypatch.setattr(fonts, "RECIPE", "of tomorrow")
    prepare_fonts(SOURCE, target, report=said.append)
    assert cut == [*faces, *faces]
    assert sorted(path.name for path in target.iterdir()) == sorted(
        [*faces, "letters.json", "stamp.json"]
    )
    assert [path.name for path in tmp_path.iterdir()] == ["fonts"]


def test_a_package_that_is_missing_is_named_and_the_old_fonts_stay(tmp_path: Path) -> None:
    target = tmp_path / "fonts"
    target.mkdir()
    (target / "old.ttf").touch()
    with pytest.raises(FontPackageMissing, match=r"is missing\. Run `make setup`"):
        prepare_fonts(tmp_path / "nothing", target, report=list[str]().append)
    assert [path.name for path in target.iterdir()] == ["old.ttf"]


def test_letters_are_core_rare_or_missing(tmp_path: Path) -> None:
    letters = {"core": "ab ", "all": "abц "}
    (tmp_path / "letters.json").write_text(json.dumps(letters), encoding="utf-8")
    assert missing_letters("a ц?\n\t", tmp_path) == frozenset("?")
    assert rare_letters("a ц?\n\t", tmp_path) == frozenset("ц")


def test_fonts_that_were_never_cut_are_a_refusal(tmp_path: Path) -> None:
    with pytest.raises(FontsNotPrepared):
        missing_letters("a", tmp_path)
