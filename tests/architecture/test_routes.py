"""Every route has a guard; every template that is named exists."""

import re
from pathlib import Path

from jinja2 import Environment
from litestar.handlers import HTTPRouteHandler
from litestar.routes import HTTPRoute

from app.kit.settings import ROOT, read_settings
from app.server.application import create_litestar
from app.web.rendering import environment


def handlers() -> list[tuple[str, HTTPRouteHandler]]:
    """Return our handlers by path; Litestar's own (OPTIONS, the schema of the API) are public."""
    return [
        (route.path, handler)
        for route in create_litestar(read_settings(), version="test").routes
        if isinstance(route, HTTPRoute)
        for handler in route.route_handlers
        if not handler.fn.__module__.startswith("litestar.")
    ]


def test_every_route_has_a_guard() -> None:
    unguarded = [path for path, handler in handlers() if not handler.resolve_guards()]
    assert unguarded == []


def test_every_template_compiles() -> None:
    made: Environment = environment()
    for path in sorted((ROOT / "templates").rglob("*.html")):
        made.get_template(str(path.relative_to(ROOT / "templates")))


def test_every_template_that_a_view_names_is_there() -> None:
    named = {
        (path, name)
        for path in ROOT.glob("app/**/*.py")
        for name in re.findall(r'"([a-z]+(?:/[\w]+)+\.html)"', path.read_text())
    }
    assert named
    missing = [(str(path), name) for path, name in named if not _template(name).exists()]
    assert missing == []


def _template(name: str) -> Path:
    return ROOT / "templates" / name


def test_no_template_has_inline_style_or_handler() -> None:
    offenders = [
        str(path)
        for path in (ROOT / "templates").rglob("*.html")
        if "documents" not in path.parts
        and re.search(r"\sstyle=|\son\w+=|javascript:", path.read_text())
    ]
    assert offenders == []
