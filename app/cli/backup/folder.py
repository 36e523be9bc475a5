"""What a backup takes of the data folder: everything that nothing makes again."""

import hashlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Final

from app.cli.backup.archive import Member
from app.cli.backup.manifest import FileSum
from app.cli.backup.refusals import BackupDamaged, FilesInTheWay

KEPT: Final = ("objects", "keys")
"""Folders of pictures and files that people brought, and of keys. The secret goes by itself."""


def kept_files(data: Path) -> Iterator[tuple[str, Path]]:
    """List the path under the data folder, and the file, of everything that is kept."""
    for folder in KEPT:
        for path in sorted((data / folder).rglob("*")):
            if path.is_file() and not path.is_symlink():
                yield path.relative_to(data).as_posix(), path


def refuse_files(data: Path) -> None:
    """Refuse (`FilesInTheWay`) a data folder that keeps files already."""
    for folder in KEPT:
        if any((data / folder).glob("*")):
            raise FilesInTheWay(folder=data / folder)


class Staging:
    """Files put beside the place where they belong, until everything else has come back."""

    def __init__(self, data: Path, name: str = ".restoring") -> None:
        self._data = data
        self._beside = data / name
        self._moved: list[Path] = []
        self.sums: dict[str, FileSum] = {}

    def begin(self) -> None:
        """Make the place, without what a killed run left there."""
        self.clear()
        self._beside.mkdir(mode=0o700, parents=True)

    def take(self, member: Member) -> None:
        """Write a member of the backup to the disk."""
        target = self._beside / _inside(member.path)
        target.parent.mkdir(parents=True, exist_ok=True)
        digest = hashlib.sha256()
        with target.open("xb") as file:
            for chunk in member.chunks():
                digest.update(chunk)
                file.write(chunk)
            file.flush()
            os.fsync(file.fileno())
        self.sums[member.path] = FileSum(member.size, digest.hexdigest())

    def put_in_place(self, secret: str) -> None:
        """Move every folder to its place, and the secret, which only its owner may read."""
        (self._beside / "secret").write_text(secret, encoding="utf-8")
        (self._beside / "secret").chmod(0o600)
        for path in sorted(self._beside.iterdir()):
            target = self._data / path.name
            if target.is_dir():
                target.rmdir()
            path.replace(target)
            self._moved.append(target)

    def take_back(self) -> None:
        """Undo `put_in_place`."""
        for path in self._moved:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        self._moved.clear()

    def clear(self) -> None:
        shutil.rmtree(self._beside, ignore_errors=True)


def _inside(path: str) -> PurePosixPath:
    """Return the path if it lies in a folder that is kept; raises `BackupDamaged`."""
    found = PurePosixPath(path)
    if found.is_absolute() or ".." in found.parts or found.parts[0] not in KEPT:
        raise BackupDamaged
    return found
