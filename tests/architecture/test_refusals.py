"""Every refusal has a code of its own, and a translation with its placeholders per language."""

import re

import pytest

from app.kit.i18n import LANGUAGES, speaking, translate
from tests.architecture.refusals_table import PATH, refusals, table

_PLACE = re.compile(r"%\((\w+)\)s")
_CODE = re.compile(r"[a-z]+(\.[a-z]+)?\.[a-z0-9_]+")


@pytest.mark.parametrize("language", [each for each in LANGUAGES if each != "en"])
def test_every_refusal_is_translated_to_the_language_with_all_its_figures(language: str) -> None:
    wrong = []
    for refusal in refusals():
        with speaking(language):
            translated = translate(refusal.sentence)
        same_places = set(_PLACE.findall(translated)) == set(_PLACE.findall(refusal.sentence))
        if translated == refusal.sentence or not same_places:
            wrong.append(refusal.__name__)
    assert wrong == []


def test_there_are_refusals_to_look_at() -> None:
    assert len(refusals()) > 100


def test_every_refusal_has_a_code_of_its_own() -> None:
    without = [each.__name__ for each in refusals() if "code" not in vars(each)]
    assert without == []
    codes = [each.code for each in refusals()]
    assert len(codes) == len(set(codes))
    assert [code for code in codes if not _CODE.fullmatch(code)] == []


def test_the_table_in_docs_is_made_of_the_refusals() -> None:
    assert PATH.read_text(encoding="utf-8") == table()
