"""The commands `keruen backup` and `keruen restore`."""

import argparse
import asyncio
import os
from datetime import datetime
from pathlib import Path
from typing import TypedDict

import msgspec

from app.cli.backup.manifest import Manifest
from app.cli.backup.passphrase import VARIABLE, read_new_passphrase, read_passphrase
from app.cli.database import database_errors, with_database
from app.kit import clock


class _Contents(TypedDict):
    """What a backup holds, as `--json` prints it."""

    tables: int
    rows: int
    files: int


def add_backup(groups: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the two commands."""
    backup = groups.add_parser("backup", help="the whole shop into one sealed file")
    backup.add_argument("file", help="a new file, such as keruen-2026-11-28.age")
    backup.add_argument(
        "--verify", action="store_true", help="restore it into a second database and compare"
    )
    backup.set_defaults(run=run_backup)
    restore = groups.add_parser("restore", help="a backup into an empty database")
    restore.add_argument("file", help="what `keruen backup` wrote")
    restore.add_argument(
        "--try",
        dest="only_try",
        action="store_true",
        help="into a second database, which is dropped when every table was compared",
    )
    restore.set_defaults(run=run_restore)
    for command in (backup, restore):
        command.add_argument(
            "--passphrase-file",
            metavar="FILE",
            help=f"its first line; without it {VARIABLE}, else it is asked for",
        )
        command.add_argument("--json", action="store_true", help="one object")


def run_backup(given: argparse.Namespace) -> int:
    """Write a backup, and try it if that is wanted."""
    from app.cli.backup.restoring import try_backup
    from app.cli.backup.writing import write_backup

    passphrase = read_new_passphrase(given.passphrase_file)
    settings = with_database()
    path, at = Path(given.file), clock.now()

    async def act() -> Manifest:
        manifest = await write_backup(path, passphrase, settings, at=at)
        if given.verify:
            await try_backup(path, passphrase, address=settings.database_url, data=settings.data)
        return manifest

    with database_errors():
        manifest = asyncio.run(act())
    tried = ", restored into a second database and compared" if given.verify else ""
    if given.json:
        _print_json(manifest, path, made_at=at, verified=given.verify)
    else:
        print(f"{path}: {_summed(manifest)}, {path.stat().st_size} bytes, read back{tried}.")
    return 0


def run_restore(given: argparse.Namespace) -> int:
    """Restore a backup, or only try to."""
    from app.cli.backup.restoring import Restored, restore_backup, try_backup

    passphrase = read_passphrase(given.passphrase_file)
    settings = with_database()
    path, address = Path(given.file), settings.database_url

    async def act() -> Restored:
        if given.only_try:
            return await try_backup(path, passphrase, address=address, data=settings.data)
        own_secret = os.environ.get("KERUEN_SECRET", "")
        return await restore_backup(
            path, passphrase, address=address, data=settings.data, own_secret=own_secret
        )

    with database_errors():
        restored = asyncio.run(act())
    if given.json:
        _print_json(restored.manifest, path, made_at=restored.head.made_at, verified=True)
        return 0
    done = "would come back" if given.only_try else "is back"
    print(
        f"The shop of {restored.head.made_at:%Y-%m-%d %H:%M} UTC {done}:"
        f" {_summed(restored.manifest)}, every table compared."
    )
    if restored.is_behind and not given.only_try:
        print("It is of an earlier version: run `keruen migrate`.")
    return 0


def _contents(manifest: Manifest) -> _Contents:
    return {
        "tables": len(manifest.tables),
        "rows": sum(table.rows for table in manifest.tables.values()),
        "files": len(manifest.files),
    }


def _summed(manifest: Manifest) -> str:
    return ", ".join(f"{count} {name}" for name, count in _contents(manifest).items())


def _print_json(manifest: Manifest, path: Path, *, made_at: datetime, verified: bool) -> None:
    found = {"file": str(path), "made_at": made_at, **_contents(manifest), "verified": verified}
    print(msgspec.json.encode(found).decode())
