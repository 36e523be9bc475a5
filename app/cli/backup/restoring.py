"""Restoring a backup into an empty database, at the migrations that it was made at."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain, groupby
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import asyncpg
import msgspec

from app.cli.backup import archive, rows
from app.cli.backup.archive import Member
from app.cli.backup.checking import read_head, refuse_difference
from app.cli.backup.folder import Staging, refuse_files
from app.cli.backup.manifest import BackupHead, Manifest
from app.cli.backup.refusals import (
    CannotTry,
    NotABackup,
    NotEmpty,
    OtherMigrations,
    OtherSecret,
)
from app.kit import embedded
from app.kit.migrations import known_migrations, migrating, run_only

_TRIAL: Final = "keruen_trial"
"""The second database."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What came back, and whether `keruen migrate` has something to do."""

    head: BackupHead
    manifest: Manifest
    is_behind: bool


@dataclass(slots=True)
class _Taken:
    """What was read beside the rows."""

    secret: str = ""
    manifest: Manifest | None = None


async def restore_backup(
    path: Path, passphrase: str, *, address: str, data: Path, own_secret: str
) -> Restored:
    """Bring the shop back: tables, sequences, files and secret, all or nothing.

    `own_secret` is the one set in the environment, or nothing: then the backup's is put into the
    data folder. Raises `NotEmpty`, `FilesInTheWay`, `OtherSecret`, `OtherMigrations`, `NotTheSame`
    and what reading the file raises.
    """
    refuse_files(data)
    staging = Staging(data)

    def settle(secret: str) -> None:
        if own_secret not in {"", secret}:
            raise OtherSecret
        staging.put_in_place(secret)

    try:
        return await _read_into(address, path, passphrase, staging, settle)
    except BaseException:
        staging.take_back()
        raise


async def try_backup(path: Path, passphrase: str, *, address: str, data: Path) -> Restored:
    """Restore into a second database of the same server, compare, and drop it again.

    Raises `CannotTry` where the role may not create one.
    """
    await _make_second(address)
    second = urlsplit(address)._replace(path=f"/{_TRIAL}").geturl()
    try:
        staging = Staging(data, ".trying")
        return await _read_into(second, path, passphrase, staging, lambda _: None)
    finally:
        await embedded.drop_database(address, _TRIAL)


async def _make_second(address: str) -> None:
    """Create the second database; nothing is looked up in it, so its locale may be any."""
    await embedded.drop_database(address, _TRIAL)
    connection = await asyncpg.connect(address)
    try:
        await connection.execute(
            f"CREATE DATABASE {_TRIAL} TEMPLATE template0 ENCODING 'UTF8'"
            " LOCALE_PROVIDER libc LOCALE 'C'"
        )
    except asyncpg.PostgresError as trouble:
        raise CannotTry(reason=trouble) from None
    finally:
        await connection.close()


async def _read_into(
    address: str, path: Path, passphrase: str, staging: Staging, settle: Callable[[str], None]
) -> Restored:
    """Read the backup into a database; `settle` is called with its secret before the commit."""
    staging.begin()
    try:
        with archive.reading(path, passphrase) as members:
            head = _head_of(members, path)
            async with migrating(address) as connection:
                await _refuse_filled(connection)
                taken = await _bring_back(connection, head, members, staging)
                if taken.manifest is None:
                    raise NotABackup(file=path)
                await _compare(connection, head, taken.manifest, staging)
                settle(taken.secret)
    finally:
        staging.clear()
    is_behind = bool(known_migrations() - set(head.migrations))
    return Restored(head, taken.manifest, is_behind)


def _head_of(members: Iterator[Member], path: Path) -> BackupHead:
    """Return the head; raises `OtherMigrations` if this code cannot make its tables."""
    head = read_head(members, path)
    known = known_migrations()
    for station, migration in head.migrations:
        if (station, migration) not in known:
            raise OtherMigrations(version=head.version, migration=f"{station} {migration}")
    return head


async def _refuse_filled(connection: asyncpg.Connection) -> None:
    if tables := await rows.count_tables(connection):
        raise NotEmpty(tables=tables)


async def _bring_back(
    connection: asyncpg.Connection, head: BackupHead, members: Iterator[Member], staging: Staging
) -> _Taken:
    """Make the tables of that day and fill them; return what else the file holds."""
    await run_only(head.migrations)
    await rows.prepare_session(connection)
    back = await rows.loosen(connection, head.columns)
    await rows.empty(connection, head.columns)
    taken = _Taken()
    for table, group in groupby(members, key=lambda member: member.table):
        if table:
            parts = chain.from_iterable(part.chunks() for part in group)
            await rows.copy_in(connection, table, head.columns[table], parts)
        else:
            for member in group:
                _take(member, taken, staging)
    for statement in back:
        await connection.execute(statement)
    return taken


def _take(member: Member, taken: _Taken, staging: Staging) -> None:
    if member.name == archive.SECRET:
        taken.secret = member.read().decode()
    elif member.name == archive.MANIFEST:
        taken.manifest = msgspec.json.decode(member.read(), type=Manifest)
    elif member.path:
        staging.take(member)


async def _compare(
    connection: asyncpg.Connection, head: BackupHead, manifest: Manifest, staging: Staging
) -> None:
    """Refuse (`NotTheSame`) unless every row, sequence and file is as it was."""
    await rows.set_sequences(connection, manifest.sequences)
    refuse_difference(manifest.tables, await rows.read_sums(connection, head.columns))
    refuse_difference(manifest.sequences, await rows.read_sequences(connection))
    refuse_difference(manifest.files, staging.sums)
    await rows.analyze(connection, head.columns)
