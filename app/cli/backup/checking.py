"""Reading a backup through without restoring it: every sum is taken anew."""

import hashlib
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

import msgspec

from app.cli.backup import archive
from app.cli.backup.archive import Member
from app.cli.backup.manifest import FORMAT, BackupHead, FileSum, Manifest, TableSum
from app.cli.backup.refusals import NotABackup, NotTheSame


def check_file(path: Path, passphrase: str) -> Manifest:
    """Return what the file says of itself, once everything in it has the sum that it says."""
    tables: dict[str, TableSum] = {}
    files: dict[str, FileSum] = {}
    manifest = None
    with archive.reading(path, passphrase) as members:
        head = read_head(members, path)
        for table, group in groupby(members, key=lambda member: member.table):
            for member in group if not table else ():
                if member.name == archive.MANIFEST:
                    manifest = msgspec.json.decode(member.read(), type=Manifest)
                elif member.path:
                    files[member.path] = _file_sum(member)
            if table:
                tables[table] = _table_sum(group)
    if manifest is None:
        raise NotABackup(file=path)
    empty = _table_sum(())
    refuse_difference(manifest.tables, {name: tables.get(name, empty) for name in head.columns})
    refuse_difference(manifest.files, files)
    return manifest


def read_head(members: Iterator[Member], path: Path) -> BackupHead:
    """Return the first member; raises `NotABackup` where it is none of ours."""
    first = next(members, None)
    if first is None or first.name != archive.HEAD:
        raise NotABackup(file=path)
    head = msgspec.json.decode(first.read(), type=BackupHead)
    if head.format != FORMAT:
        raise NotABackup(file=path)
    return head


def refuse_difference(
    saved: dict[str, TableSum] | dict[str, FileSum] | dict[str, tuple[int, bool]],
    found: dict[str, TableSum] | dict[str, FileSum] | dict[str, tuple[int, bool]],
) -> None:
    """Refuse (`NotTheSame`) by the first name under which the two differ."""
    for name in sorted({*saved, *found}):
        if saved.get(name) != found.get(name):
            raise NotTheSame(what=name)


def _table_sum(parts: Iterable[Member]) -> TableSum:
    digest = hashlib.sha256()
    count = 0
    for part in parts:
        for chunk in part.chunks():
            digest.update(chunk)
            count += chunk.count(b"\n")
    return TableSum(count, digest.hexdigest())


def _file_sum(member: Member) -> FileSum:
    digest = hashlib.sha256()
    for chunk in member.chunks():
        digest.update(chunk)
    return FileSum(member.size, digest.hexdigest())
