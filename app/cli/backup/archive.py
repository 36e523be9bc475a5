"""A sealed tar, written and read from its beginning to its end, a part at a time.

Nobody knows how long a table is before it was read, and a tar asks for the length first: rows are
cut into parts, `tables/<name>/<number>`.
"""

import hashlib
import io
import os
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final, cast

from app.cli.backup.age import CHUNK, Opener, Sealer
from app.cli.backup.manifest import FileSum
from app.cli.backup.refusals import NoSuchFile, NotABackup

PART: Final = 1024 * 1024
HEAD: Final = "head.json"
MANIFEST: Final = "manifest.json"
SECRET: Final = "secret"  # noqa: S105 -- the name of a member
TABLES: Final = "tables/"
FILES: Final = "files/"


class Writer:
    """Adds members to a sealed tar."""

    def __init__(self, tar: tarfile.TarFile) -> None:
        self._tar = tar

    def add(self, name: str, data: bytes) -> None:
        self._tar.addfile(_member(name, len(data)), io.BytesIO(data))

    def add_file(self, name: str, path: Path) -> FileSum | None:
        """Add a file, and return its sum; None if it was deleted meanwhile."""
        try:
            with path.open("rb") as file:
                size = path.stat().st_size
                hashing = _Hashing(file)
                self._tar.addfile(_member(name, size), cast("IO[bytes]", hashing))
        except FileNotFoundError:
            return None
        return FileSum(size, hashing.digest.hexdigest())


class _Hashing:
    """A file that hashes what is read from it."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.digest = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        data = self._file.read(size)
        self.digest.update(data)
        return data


class TableParts:
    """Gathers the rows of one table into parts of equal size."""

    def __init__(self, writer: Writer, table: str) -> None:
        self._writer = writer
        self._table = table
        self._number = 0
        self._waiting = bytearray()

    async def take(self, data: bytes) -> None:
        self._waiting += data
        while len(self._waiting) >= PART:
            self._write(PART)

    def close(self) -> None:
        if self._waiting:
            self._write(len(self._waiting))

    def _write(self, size: int) -> None:
        self._number += 1
        name = f"{TABLES}{self._table}/{self._number:09}"
        self._writer.add(name, bytes(self._waiting[:size]))
        del self._waiting[:size]


class Member:
    """One thing in the tar, to be read before the next is asked for."""

    def __init__(self, name: str, size: int, file: IO[bytes]) -> None:
        self.name = name
        self.size = size
        self._file = file

    @property
    def table(self) -> str:
        """The table whose rows these are, or nothing."""
        return self.name.removeprefix(TABLES).partition("/")[0] if self._is(TABLES) else ""

    @property
    def path(self) -> str:
        """The path under the data folder, or nothing."""
        return self.name.removeprefix(FILES) if self._is(FILES) else ""

    def read(self) -> bytes:
        return self._file.read()

    def chunks(self) -> Iterator[bytes]:
        while data := self._file.read(PART):
            yield data

    def _is(self, folder: str) -> bool:
        return self.name.startswith(folder)


@contextmanager
def writing(path: Path, passphrase: str) -> Iterator[Writer]:
    """Make the file, for its owner alone, and write it to the disk when the block ends."""
    with path.open("xb") as file:
        path.chmod(0o600)
        sealer = Sealer(file, passphrase)
        with tarfile.open(mode="w|", fileobj=cast("IO[bytes]", sealer), bufsize=CHUNK) as tar:
            yield Writer(tar)
        sealer.close()
        file.flush()
        os.fsync(file.fileno())


@contextmanager
def reading(path: Path, passphrase: str) -> Iterator[Iterator[Member]]:
    """Open the file; raises what `Opener` does, `NoSuchFile` too."""
    try:
        file = path.open("rb")
    except OSError as trouble:
        raise NoSuchFile(file=path, reason=trouble.strerror) from None
    with file:
        opener = Opener(file, passphrase)
        try:
            with tarfile.open(mode="r|", fileobj=cast("IO[bytes]", opener), bufsize=CHUNK) as tar:
                yield _members(tar, opener)
        except tarfile.TarError:
            raise NotABackup(file=path) from None


def _members(tar: tarfile.TarFile, opener: Opener) -> Iterator[Member]:
    """Give every member; the end comes only when the whole file is proved."""
    for info in tar:
        if (file := tar.extractfile(info)) is not None:
            yield Member(info.name, info.size, file)
    opener.finish()


def _member(name: str, size: int) -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.size = size
    info.mode = 0o600
    return info
