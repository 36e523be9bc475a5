"""Every "no" of the trade and of the law is said in each of our languages, with its figures."""

import importlib
import pkgutil
import re

import pytest

import app
import customs
from app.kit.refusal import Refusal
from app.kit.words import LANGUAGES, speaking, translate

_PLACE = re.compile(r"%\((\w+)\)s")


def refusals() -> list[type[Refusal]]:
    for package in (app, customs):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if "piccolo_" not in found.name and not found.name.endswith("__main__"):
                importlib.import_module(found.name)
    known: list[type[Refusal]] = []
    left: list[type[Refusal]] = [Refusal]
    while left:
        for child in left.pop().__subclasses__():
            known.append(child)
            left.append(child)
    return [each for each in known if each.__module__.split(".")[0] in {"app", "customs"}]


@pytest.mark.parametrize("language", [each for each in LANGUAGES if each != "en"])
def test_every_refusal_is_said_in_the_language_with_all_its_figures(language: str) -> None:
    families = {"Refused."}
    wrong = []
    for refusal in refusals():
        if refusal.sentence in families:
            continue
        with speaking(language):
            said = translate(refusal.sentence)
        same_places = set(_PLACE.findall(said)) == set(_PLACE.findall(refusal.sentence))
        if said == refusal.sentence or not same_places:
            wrong.append(refusal.__name__)
    assert wrong == []


def test_there_are_refusals_to_look_at() -> None:
    assert len(refusals()) > 100
