"""Writing a backup, from one snapshot of a shop that goes on trading."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from importlib.metadata import version
from os import getpid
from pathlib import Path

import asyncpg
import msgspec

from app.cli.backup import archive, folder, rows
from app.cli.backup.checking import check_file
from app.cli.backup.manifest import FORMAT, BackupHead, FileSum, Manifest, TableSum
from app.cli.backup.refusals import FileTaken, NoSuchFile
from app.kit.settings import Settings


async def write_backup(
    path: Path, passphrase: str, settings: Settings, *, at: datetime
) -> Manifest:
    """Write the shop to the file, read the file back, and return what it holds.

    Raises `FileTaken` and `NoSuchFile`; the file is there whole or not at all.
    """
    with _making(path) as work:
        connection = await asyncpg.connect(settings.database_url)
        try:
            async with connection.transaction(isolation="repeatable_read", readonly=True):
                await rows.prepare_session(connection)
                with archive.writing(work, passphrase) as writer:
                    await _write(connection, writer, settings, at=at)
        finally:
            await connection.close()
        return check_file(work, passphrase)


async def _write(
    connection: asyncpg.Connection, writer: archive.Writer, settings: Settings, *, at: datetime
) -> None:
    head = BackupHead(
        format=FORMAT,
        version=version("keruen"),
        made_at=at,
        migrations=await rows.read_migrations(connection),
        columns=await rows.read_columns(connection),
    )
    writer.add(archive.HEAD, msgspec.json.encode(head))
    writer.add(archive.SECRET, settings.secret.encode())
    tables = {name: await _write_table(connection, writer, head, name) for name in head.columns}
    manifest = Manifest(
        tables=tables,
        sequences=await rows.read_sequences(connection),
        files=_write_files(writer, settings.data),
    )
    writer.add(archive.MANIFEST, msgspec.json.encode(manifest))


async def _write_table(
    connection: asyncpg.Connection, writer: archive.Writer, head: BackupHead, name: str
) -> TableSum:
    parts = archive.TableParts(writer, name)
    found = await rows.copy_out(connection, name, head.columns[name], parts.take)
    parts.close()
    return found


def _write_files(writer: archive.Writer, data: Path) -> dict[str, FileSum]:
    sums = {}
    for name, path in folder.kept_files(data):
        if found := writer.add_file(f"{archive.FILES}{name}", path):
            sums[name] = found
    return sums


@contextmanager
def _making(path: Path) -> Iterator[Path]:
    """Give a file beside the path to write, and name it as the path when the block was done."""
    if path.exists():
        raise FileTaken(file=path)
    work = path.with_name(f".{path.name}-{getpid()}")
    try:
        yield work
        work.rename(path)
    except OSError as trouble:
        raise NoSuchFile(file=path, reason=trouble.strerror) from None
    finally:
        work.unlink(missing_ok=True)
