"""A handler reads the form, calls one action and shows one page.

It awaits at most one action and one read: a read model of its desk, or a repository's function
where a page needs no more than that. What the helpers that it calls await counts as its own.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Final

from app.kit.settings import ROOT

WEB: Final = ROOT / "app" / "web"
DESKS: Final = ("storefront", "account", "office", "warehouse", "broker", "seller")
FREE: Final = frozenset({"app.web.visits", "app.web.rendering"})
"""Notices, what a visit remembers, and the page itself."""


@dataclass
class Source:
    """A module of the web layer: its functions, and what its imported names stand for."""

    name: str
    functions: dict[str, ast.AsyncFunctionDef] = field(default_factory=dict)
    imports: dict[str, str] = field(default_factory=dict)


def named(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def sources() -> dict[str, Source]:
    return {named(path): read(path) for path in sorted(WEB.rglob("*.py"))}


def read(path: Path) -> Source:
    source = Source(named(path))
    for node in ast.parse(path.read_text()).body:
        if isinstance(node, ast.AsyncFunctionDef):
            source.functions[node.name] = node
        elif isinstance(node, ast.ImportFrom):
            for each in node.names:
                source.imports[each.asname or each.name] = f"{node.module}.{each.name}"
    return source


def is_handler(function: ast.AsyncFunctionDef) -> bool:
    return any(
        isinstance(each, ast.Call) and isinstance(each.func, ast.Name) and each.func.id in METHODS
        for each in function.decorator_list
    )


METHODS: Final = frozenset({"get", "post", "put", "patch", "delete"})


def called(source: Source, function: ast.AsyncFunctionDef) -> Iterator[tuple[str, str]]:
    """Yield the place and the full name of each call that a function awaits."""
    for node in ast.walk(function):
        if isinstance(node, ast.Await) and isinstance(node.value, ast.Call):
            place = f"{source.name}:{node.lineno}"
            name = full_name(source, node.value.func)
            if name:
                yield place, name


def full_name(source: Source, callee: ast.expr) -> str:
    """Return a name like `app.orders.repository.get_order`; empty for no function of a module."""
    if isinstance(callee, ast.Name):
        own = f"{source.name}.{callee.id}" if callee.id in source.functions else ""
        return own or source.imports.get(callee.id, "")
    if isinstance(callee, ast.Attribute) and isinstance(callee.value, ast.Name):
        module = source.imports.get(callee.value.id, "")
        return f"{module}.{callee.attr}" if module else ""
    return ""


def kind_of(name: str) -> str:
    """Return `action`, `read`, `web` for a helper to be followed, or nothing."""
    module = name.rpartition(".")[0]
    parts = module.split(".")
    if parts[0] != "app" or module in FREE:
        return ""
    if parts[1] == "web":
        return "read" if is_read_model(parts[-1]) else "web"
    return "action" if "actions" in parts else "read" if "repository" in parts else ""


def is_read_model(module: str) -> bool:
    return module == "pages" or module.endswith("_page")


def awaited(source: Source, function: ast.AsyncFunctionDef, kind: str) -> set[tuple[str, str]]:
    """Return the calls of a kind that a handler and its helpers await."""
    found: set[tuple[str, str]] = set()
    seen: set[str] = set()
    left = [(source, function)]
    while left:
        for place, name in called(*left.pop()):
            if kind_of(name) == kind:
                found.add((place, name))
            elif kind_of(name) == "web" and name not in seen:
                seen.add(name)
                module, _, helper = name.rpartition(".")
                if helper in sources()[module].functions:
                    left.append((sources()[module], sources()[module].functions[helper]))
    return found


def handlers() -> Iterator[tuple[Source, ast.AsyncFunctionDef]]:
    for name, source in sources().items():
        if name.split(".")[2:3] and name.split(".")[2] in DESKS:
            yield from ((source, each) for each in source.functions.values() if is_handler(each))


def beyond_one(kind: str) -> dict[str, list[str]]:
    found = {
        f"{source.name}.{each.name}": sorted(name for _, name in awaited(source, each, kind))
        for source, each in handlers()
    }
    return {handler: names for handler, names in found.items() if len(names) > 1}


def test_there_are_handlers_to_look_at() -> None:
    assert len(list(handlers())) > 60


def test_a_handler_awaits_one_action_at_most() -> None:
    assert beyond_one("action") == {}


def test_a_handler_awaits_one_read_at_most() -> None:
    assert beyond_one("read") == {}
