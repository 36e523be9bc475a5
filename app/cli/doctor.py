"""`keruen doctor`: checks of the machine and the installation, and what to do about each."""

import asyncio
import sys
from collections.abc import Callable, Mapping
from typing import Final

import asyncpg

from app.cli.database import with_database
from app.cli.libraries import LIBRARIES, missing_packages
from app.cli.machine import Finding, check_clocks, check_encodings, check_tools
from app.kit import assets
from app.kit.catalogues import stale_catalogues
from app.kit.objects import Objects, try_store
from app.kit.refusal import Refusal
from app.kit.settings import ROOT, Settings, read_settings

_COLLATION: Final = """
SELECT pg_encoding_to_char(encoding) AS encoding, datcollate AS collation,
       coalesce(datcollversion, '') AS made_with,
       coalesce(pg_database_collation_actual_version(oid), '') AS has_now
FROM pg_database WHERE datname = current_database()
"""
NAMES: Final = {
    "database_url": "DATABASE_URL",
    "data": "KERUEN_DATA",
    "secret": "KERUEN_SECRET",
    "base_url": "KERUEN_BASE_URL",
    "host": "KERUEN_HOST",
    "port": "PORT",
    "feeds": "KERUEN_FEEDS",
    "mail": "KERUEN_SMTP",
    "mail_from": "KERUEN_MAIL_FROM",
    "objects": "KERUEN_OBJECTS",
    "objects_url": "KERUEN_OBJECTS_URL",
}
"""The environment variable of each setting; `run` is set by `keruen serve` alone."""
_UNSET: Final = {
    "database_url": "embedded PostgreSQL",
    "mail": "none: letters wait",
    "objects": "a folder",
    "objects_url": "none",
}
_SECRET: Final = {"secret", "database_url", "mail"}


def examine() -> int:
    """Print every finding; return 1 when something must be done."""
    settings = read_settings()
    checks: tuple[tuple[str, Callable[[Settings], Finding]], ...] = (
        ("Python", _python),
        ("time zones", lambda _: check_clocks()),
        ("letters", lambda _: check_encodings()),
        ("tools", lambda _: check_tools()),
        ("front-end files", _assets),
        ("fonts", _fonts),
        ("catalogues", _catalogues),
        ("print libraries", _libraries),
        ("database", _database),
        ("object store", _objects),
    )
    _print_settings(settings)
    findings = [(name, *check(settings)) for name, check in checks]
    for name, stands, text in findings:
        print(f"  {'ok  ' if stands else 'MEND'}  {name:<16} {text}")
    return 0 if all(stands for _, stands, _ in findings) else 1


def _print_settings(settings: Settings) -> None:
    for field, name in NAMES.items():
        value = getattr(settings, field)
        shown = "set" if field in _SECRET and value else value or _UNSET[field]
        print(f"        {name:<16} {shown}")


def _python(_: Settings) -> Finding:
    version = ".".join(map(str, sys.version_info[:3]))
    return sys.version_info[:2] == (3, 11), f"{version} (3.11 is needed)"


def _assets(settings: Settings) -> Finding:
    try:
        return True, assets.current_version(settings.assets)
    except assets.PackageMissing:
        return False, "run `make setup`"


def _fonts(settings: Settings) -> Finding:
    faces = sorted(path.name for path in settings.fonts.glob("*.ttf"))
    return (True, ", ".join(faces)) if faces else (False, "run `make setup`")


def _catalogues(_: Settings) -> Finding:
    stale = stale_catalogues()
    if stale:
        return False, f"{', '.join(stale)}: run `keruen prepare`"
    return True, f"compiled from {(ROOT / 'locale').name}/"


def _libraries(_: Settings) -> Finding:
    missing = missing_packages()
    if missing:
        return False, f"apt-get install {' '.join(missing)} (printing needs it, nothing else does)"
    return True, ", ".join(LIBRARIES)


def _objects(settings: Settings) -> Finding:
    try:
        asyncio.run(try_store(Objects.opened(settings)))
    except Refusal as refusal:
        return False, f"does not take and give back a file: {refusal.__cause__ or refusal}"
    return True, settings.objects or str(settings.data / "objects")


def _database(_: Settings) -> Finding:
    try:
        return asyncio.run(_examine_database(with_database().database_url))
    except (OSError, asyncpg.PostgresError) as fault:
        return False, f"does not answer: {fault}"


async def _examine_database(address: str) -> Finding:
    """Check what search, names and the order of lists depend on."""
    connection = await asyncpg.connect(address)
    try:
        version = await connection.fetchval("SHOW server_version")
        knows_letters = await connection.fetchval("SELECT lower('ҚАЗ') = 'қаз'")
        row = await connection.fetchrow(_COLLATION)
    finally:
        await connection.close()
    return _judge(version, row, knows_letters=knows_letters)


def _judge(version: str, row: Mapping[str, str | None], *, knows_letters: bool) -> Finding:
    if row["encoding"] != "UTF8":
        return False, f"its encoding is {row['encoding']}: create it with ENCODING 'UTF8'"
    if not knows_letters:
        return False, "the character type is not UTF-8: create it with LC_CTYPE 'C.UTF-8'"
    if row["made_with"] != row["has_now"]:
        return False, (
            f"collation {row['collation']} was {row['made_with']} and is {row['has_now']} now:"
            " REINDEX, then ALTER DATABASE … REFRESH COLLATION VERSION"
        )
    return True, f"PostgreSQL {version}, character type UTF-8, collation {row['collation']}"
