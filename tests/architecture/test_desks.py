"""An address tells where its page lives: desk, then a file or folder named by the next word."""

import re

import pytest

from app.kit.settings import ROOT
from tests.architecture.test_doors import handlers

STAFF = ("office", "warehouse", "broker")
BUYERS = ("storefront", "account")
"""Desks whose addresses begin with the language."""
WITHOUT_A_DESK = {"app.server.application", "app.server.health"}
"""The way in from `/`, and what watches the process."""


def words_of(path: str) -> list[str]:
    return [word.replace("-", "_") for word in path.split("/") if word and "{" not in word]


def homes_of(path: str) -> set[str]:
    """The modules or folders in which the handler of an address may stand."""
    words = words_of(path)
    if words and words[0] in STAFF:
        return {f"app.web.{words[0]}.{words[1] if len(words) > 1 else 'home'}"}
    return {f"app.web.{desk}.{words[0] if words else 'home'}" for desk in BUYERS}


def test_the_handler_of_an_address_stands_where_the_address_says() -> None:
    astray = [
        (path, handler.fn.__module__)
        for path, handler in handlers()
        if handler.fn.__module__ not in WITHOUT_A_DESK
        and not any(
            handler.fn.__module__ == home or handler.fn.__module__.startswith(f"{home}.")
            for home in homes_of(path)
        )
    ]
    assert astray == []


@pytest.mark.parametrize("desk", [*STAFF, *BUYERS])
def test_a_desk_shows_its_own_templates(desk: str) -> None:
    named = {
        name
        for path in (ROOT / "app" / "web" / desk).rglob("*.py")
        for name in re.findall(r'"(\w+(?:/\w+)+)\.html"', path.read_text())
    }
    assert named
    assert {name.split("/")[0] for name in named} == {desk}
