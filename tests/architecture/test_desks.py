"""The path of a URL names the module of its handler: the desk, then the next segment."""

import re

import pytest

from app.kit.settings import ROOT
from tests.architecture.test_routes import handlers

STAFF = ("office", "warehouse", "broker", "seller")
BUYERS = ("storefront", "account")
"""Desks whose addresses begin with the language."""
WITHOUT_A_DESK = {"app.server.application", "app.server.health"}
"""The way in from `/`, and what watches the process."""


def segments_of(path: str) -> list[str]:
    return [each.replace("-", "_") for each in path.split("/") if each and "{" not in each]


def homes_of(path: str) -> set[str]:
    """Return the modules or packages in which the handler of a path may stand.

    A desk that an address names is that desk, after the language too: `/ru/account/visits`.
    """
    segments = segments_of(path)
    if segments and segments[0] in (*STAFF, "account"):
        return {f"app.web.{segments[0]}.{segments[1] if len(segments) > 1 else 'home'}"}
    return {f"app.web.{desk}.{segments[0] if segments else 'home'}" for desk in BUYERS}


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
