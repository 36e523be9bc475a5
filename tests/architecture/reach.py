"""What of `app` and `customs` is reached by name from a command: routes and jobs hang on it.

`keruen web` names the routers, a router its handlers; `keruen worker` names its jobs; so roots are
the command, the process it starts by name, and the migrations. Demo and tests do not count. Names
are resolved through imports and attributes of modules; a class that is reached brings all its
methods; a rule is reached with its book. So what is called unreached here is unreached; what is
called reached may still be idle.

`python -m tests.architecture.reach` rewrites `waiting.toml`: what is reached or gone leaves it, a
new name of a listed module joins it (a rename), other modules are named. `--check` only prints
counts.
"""

import ast
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Final

from app.kit.settings import ROOT

ROOTS: Final = (("app.cli.main", "main"), ("app.documents.print", ""))
"""The command, and the process that prints, which is started by its module's name."""
DEMO: Final = ("app.demo", "app.cli.demo")
"""Reached by `keruen seed` and `keruen serve` only: a call from here does not count."""
WAITING: Final = Path(__file__).with_name("waiting.toml")

Name = tuple[str, str]
"""A module and a name of its top level; the name `` is the module itself, its loose statements."""
EVERYTHING: Final = "*"
"""All that a module defines: the module itself is handed on, and anybody may take from it."""
Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


@dataclass
class Module:
    """What a module defines, and what its names mean."""

    name: str
    package: str
    lines: int
    definitions: dict[str, list[ast.stmt]] = field(default_factory=lambda: defaultdict(list))
    imports: dict[str, Name] = field(default_factory=dict)
    loose: list[ast.stmt] = field(default_factory=list)

    @classmethod
    def read(cls, path: Path) -> "Module":
        parts = path.relative_to(ROOT).with_suffix("").parts
        is_package = parts[-1] == "__init__"
        name = ".".join(parts[:-1] if is_package else parts)
        text = path.read_text()
        package = name if is_package else name.rpartition(".")[0]
        module = cls(name, package, len(text.splitlines()))
        body = ast.parse(text).body
        module.imports.update(imports_of(body, package))
        for statement in body:
            names = list(_defined(statement))
            for each in names:
                module.definitions[each].append(statement)
            if not names and not isinstance(statement, ast.Import | ast.ImportFrom):
                module.loose.append(statement)
        return module


def _defined(statement: ast.stmt) -> Iterator[str]:
    if isinstance(statement, Definition):
        yield statement.name
    elif isinstance(statement, ast.Assign | ast.AnnAssign | ast.AugAssign):
        targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
        for target in targets:
            for node in ast.walk(target):
                if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                    yield node.id


def imports_of(statements: list[ast.stmt], package: str) -> dict[str, Name]:
    """Return what names mean that statements, at any depth, import."""
    found: dict[str, Name] = {}
    for node in (inner for statement in statements for inner in ast.walk(statement)):
        if isinstance(node, ast.Import):
            for each in node.names:
                whole = each.name if each.asname else each.name.split(".")[0]
                found[each.asname or whole] = (whole, "")
        elif isinstance(node, ast.ImportFrom):
            up = package.split(".")[: len(package.split(".")) - node.level + 1]
            source = ".".join([*up, node.module or ""]).strip(".") if node.level else node.module
            for each in node.names:
                found[each.asname or each.name] = (source or "", each.name)
    return found


@cache
def modules() -> dict[str, Module]:
    paths = [*ROOT.glob("app/**/*.py"), *ROOT.glob("customs/**/*.py")]
    return {module.name: module for module in map(Module.read, paths)}


def is_migration(module: Module) -> bool:
    return ".piccolo_migrations" in module.name


def resolve(name: Name) -> Name | None:
    """Return where a name is defined, through any number of imports; None when it is not ours."""
    where, what = name
    for _ in range(20):
        module = modules().get(where)
        if module is None or not what or what in module.definitions:
            return None if module is None else (where, what)
        if f"{where}.{what}" in modules():
            return f"{where}.{what}", ""
        if what not in module.imports:
            return None
        where, what = module.imports[what]
    return None


def references(module: Module, statement: ast.stmt) -> Iterator[Name]:
    """Name everything of ours that a statement names."""
    inner = imports_of([statement], module.package)
    local = {**module.imports, **inner}
    inside: set[int] = set()
    for node in ast.walk(statement):  # an attribute comes before what it is an attribute of
        if isinstance(node, ast.Attribute):
            inside.add(id(node.value))
        chain = [] if id(node) in inside and isinstance(node, ast.Name) else _chain(node)
        if chain and (found := _of_chain(module, local, chain)):
            yield found if found[1] or id(node) in inside else (found[0], EVERYTHING)
    for each in inner.values():
        if found := resolve(each):
            yield (found[0], "")


def _chain(node: ast.AST) -> list[str]:
    names: list[str] = []
    while isinstance(node, ast.Attribute):
        names.append(node.attr)
        node = node.value
    return [*reversed([*names, node.id])] if isinstance(node, ast.Name) else []


def _of_chain(module: Module, local: dict[str, Name], chain: list[str]) -> Name | None:
    first, *rest = chain
    here = first in module.definitions and first not in local
    found = resolve((module.name, first) if here else local.get(first, ("", first)))
    while found and not found[1] and rest:
        found = resolve((found[0], rest.pop(0)))
    return found


@cache
def books() -> dict[Name, list[Name]]:
    """List what decorates itself into a value of ours, as a rule into its book, by that value."""
    found: dict[Name, list[Name]] = defaultdict(list)
    for module in modules().values():
        for name, statements in module.definitions.items():
            for decorator in (
                inner
                for statement in statements
                if isinstance(statement, Definition)
                for inner in statement.decorator_list
            ):
                called = decorator.func if isinstance(decorator, ast.Call) else decorator
                chain = _chain(called)
                book = _of_chain(module, module.imports, chain) if len(chain) > 1 else None
                if book and book[1]:
                    found[book].append((module.name, name))
    return found


@cache
def reached() -> frozenset[Name]:
    """Return every name that a command comes to."""
    seen: set[Name] = set()
    ahead: list[Name] = list(ROOTS)
    for module in filter(is_migration, modules().values()):
        ahead += [(module.name, name) for name in ("", *module.definitions)]
    while ahead:
        name = ahead.pop()
        if name in seen or name[0].startswith(DEMO):
            continue
        seen.add(name)
        module = modules()[name[0]]
        ahead += books().get(name, [])
        if name[1] == EVERYTHING:
            ahead += [(module.name, each) for each in ("", *module.definitions)]
            continue
        if name[1]:
            ahead.append((module.name, ""))
            statements = module.definitions[name[1]]
        else:
            statements = module.loose
            imported = (resolve(each) for each in module.imports.values())
            ahead += [(each[0], "") for each in imported if each]
        for statement in statements:
            ahead += references(module, statement)
    return frozenset(seen)


def unreached() -> dict[str, list[str]]:
    """List public functions that no command comes to, by module."""
    return {
        module.name: names
        for module in sorted(modules().values(), key=lambda module: module.name)
        if not module.name.startswith(DEMO) and not is_migration(module)
        if (names := sorted(_unreached_functions(module)))
    }


def _unreached_functions(module: Module) -> Iterator[str]:
    for name, statements in module.definitions.items():
        is_function = isinstance(statements[-1], ast.FunctionDef | ast.AsyncFunctionDef)
        if is_function and not name.startswith("_") and (module.name, name) not in reached():
            yield name


def idle_lines(package: str) -> tuple[int, int]:
    """Count the lines of a package that nothing comes to, and all its lines."""
    inside = [
        module
        for name, module in modules().items()
        if name.split(".")[0] == package and not is_migration(module)
    ]
    return sum(map(_idle_lines_of, inside)), sum(module.lines for module in inside)


def _idle_lines_of(module: Module) -> int:
    known = {name for where, name in reached() if where == module.name and name}
    if not known and module.definitions:
        return module.lines
    return sum(
        (statement.end_lineno or 0) - statement.lineno + 1
        for name, statements in module.definitions.items()
        if name not in known
        for statement in statements
    )


Groups = dict[str, dict[str, list[str]]]
"""Reason, then module, then names."""


def waiting() -> Groups:
    """Return what is allowed to wait, by reason."""
    read: Groups = tomllib.loads(WAITING.read_text())
    return read


def rewritten(groups: Groups, found: dict[str, list[str]]) -> str:
    """Return the list rewritten for what is unreached now."""
    lines = [WAITING.read_text().partition("[")[0].rstrip()]
    for reason, listed in groups.items():
        left = {module: found[module] for module in listed if module in found}
        if left:
            lines += ["", f'["{reason}"]']
        for module, names in sorted(left.items()):
            lines += [f'"{module}" = [', *(f'  "{name}",' for name in names), "]"]
    return "\n".join(lines) + "\n"


def beside(groups: Groups, module: str) -> str:
    """Return the reason of the listed module that stands nearest, as after a rename; else none."""
    steps = module.split(".")
    for shared in range(len(steps) - 1, 1, -1):
        near = ".".join(steps[:shared])
        for reason, listed in groups.items():
            if any(f"{each}.".startswith(f"{near}.") for each in listed):
                return reason
    return ""


def main() -> None:
    """Print the counts, and rewrite the list unless only checking."""
    groups, found = waiting(), unreached()
    known = {module for listed in groups.values() for module in listed}
    for module in found.keys() - known:
        reason = beside(groups, module)
        print(
            f"{module} {'joins: ' + reason if reason else 'needs a reason, or a page or command'}"
        )
        if reason:
            groups[reason][module] = found[module]
    if "--check" not in sys.argv:
        WAITING.write_text(rewritten(groups, found))
    counts = "; ".join(
        f"{idle:,} of {whole:,} lines of {package}"
        for package, (idle, whole) in ((each, idle_lines(each)) for each in ("app", "customs"))
    )
    print(f"no command comes to {sum(map(len, found.values()))} public functions: {counts}")


if __name__ == "__main__":
    main()
