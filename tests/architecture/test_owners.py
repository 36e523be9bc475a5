"""Stations read each other's tables through their owners: in raw SQL each names its own alone."""

import ast
import importlib
import re
from collections.abc import Iterator
from pathlib import Path

from piccolo.conf.apps import AppConfig

from app.kit.settings import ROOT
from app.piccolo_conf import STATIONS

_VERB = re.compile(r"\b(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|JOIN|LOCK TABLE)\b")
_NAMED = re.compile(
    r'(?<!DISTINCT )\b(?:FROM|JOIN)\s+(?:ONLY\s+|LATERAL\s+)?"?([a-z_][a-z0-9_]*)\b(?!"?\s*\()'
    r'|\b(?:INTO|TABLE)\s+"?([a-z_][a-z0-9_]*)'
    r'|(?<!KEY )(?<!DO )(?<!FOR )\bUPDATE\s+"?([a-z_][a-z0-9_]*)'
)
_LISTED = re.compile(r"(?<!DISTINCT )\bFROM\s+([a-z_][a-z0-9_ ,]*)\b(?!\s*\()")
_DEFINED = re.compile(r"(?:\bWITH\s+|,\s*)([a-z_]+)\s+AS\s*\(")
_VIEW = re.compile(r"CREATE VIEW ([a-z_]+)")
_NO_TABLES = {"unnest", "pg_database", "information_schema"}


def tables_of(station: str) -> set[str]:
    config: AppConfig = importlib.import_module(f"app.{station}.piccolo_app").APP_CONFIG
    return {table._meta.tablename for table in config.table_classes}  # noqa: SLF001 -- Piccolo's own name for it


def views() -> dict[str, str]:
    """Return every database view with the station whose migration declares it."""
    found = {}
    for path in ROOT.glob("app/*/piccolo_migrations/*.py"):
        for name in _VIEW.findall(path.read_text()):
            found[name] = path.parts[-3]
    return found


def texts_in(tree: ast.AST) -> Iterator[str]:
    """Return every text of a file, with what f-strings leave open blank."""
    inside = {
        id(part)
        for node in ast.walk(tree)
        if isinstance(node, ast.JoinedStr)
        for part in ast.walk(node)
        if part is not node
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            parts = [p.value if isinstance(p, ast.Constant) else " " for p in node.values]
            yield "".join(map(str, parts))
        elif isinstance(node, ast.Constant) and id(node) not in inside:
            yield str(node.value)


def named_in(sql: str) -> set[str]:
    """Return the tables that a text of SQL names, other than those it defines itself."""
    found = {name for groups in _NAMED.findall(sql) for name in groups if name}
    for listed in _LISTED.findall(sql):
        found |= {words[0] for each in listed.split(",") if (words := each.split())}
    return found - set(_DEFINED.findall(sql)) - _NO_TABLES


def strangers(path: Path, own: set[str]) -> list[str]:
    tree = ast.parse(path.read_text())
    documentation = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        for child in ast.iter_child_nodes(node):
            if id(child) in documentation:
                child.value = ""  # type: ignore[attr-defined]
    named = {name for text in texts_in(tree) if _VERB.search(text) for name in named_in(text)}
    return sorted(f"{path.relative_to(ROOT)}: {name}" for name in named - own)


def test_a_station_names_no_table_of_another_in_raw_sql() -> None:
    shown = set(views())
    found = [
        stranger
        for station in STATIONS
        for path in sorted((ROOT / "app" / station).rglob("*.py"))
        if "piccolo_migrations" not in path.parts
        for stranger in strangers(path, tables_of(station) | shown)
    ]
    assert found == []


def test_each_view_is_declared_by_the_owner_of_all_its_tables() -> None:
    assert views() == {
        "company_name": "accounts",
        "due_paper_place": "declarations",
        "order_standing": "orders",
        "person_name": "accounts",
        "product_sku": "catalog",
        "product_word": "catalog",
        "standing_code": "catalog",
    }
    for path in ROOT.glob("app/*/piccolo_migrations/*.py"):
        text = path.read_text()
        for view in re.findall(r'CREATE VIEW.*?(?:"""|"\n)', text, re.DOTALL):
            assert named_in(view) <= tables_of(path.parts[-3]), path.name


def test_every_way_of_naming_a_table_is_seen() -> None:
    sql = (
        "SELECT 1 FROM first, second AS s JOIN third ON true WHERE a IS DISTINCT FROM b;"
        " UPDATE fourth SET x = 1; INSERT INTO fifth (a) VALUES (1)"
        " ON CONFLICT (a) DO UPDATE SET a = 2; DELETE FROM sixth"
        " WHERE EXISTS (SELECT 1 FROM seventh FOR NO KEY UPDATE); LOCK TABLE eighth IN SHARE MODE;"
        " WITH own AS (SELECT 1 FROM unnest(x)) SELECT * FROM own"
    )
    ordinal = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
    assert named_in(sql) == set(ordinal)
