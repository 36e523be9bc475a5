"""What a backup says of itself: at its head what it is, at its end what it must come back as."""

from datetime import datetime
from typing import Final

import msgspec

FORMAT: Final = 1


class BackupHead(msgspec.Struct, frozen=True):
    """Comes first: by it a reader knows whether it can take the rest."""

    format: int
    version: str
    """Of Keruen."""
    made_at: datetime
    migrations: list[tuple[str, str]]
    """Station and id of each that the tables stand at."""
    columns: dict[str, list[str]]
    """Of each table, in the order in which its rows hold them."""


class TableSum(msgspec.Struct, frozen=True):
    """The rows of a table as they were copied: how many, and their SHA-256."""

    rows: int
    sha256: str


class FileSum(msgspec.Struct, frozen=True):
    """A file of the data folder."""

    size: int
    sha256: str


class Manifest(msgspec.Struct, frozen=True):
    """Comes last: the sums of everything before it."""

    tables: dict[str, TableSum]
    sequences: dict[str, tuple[int, bool]]
    """The value of each, and whether it was given out already."""
    files: dict[str, FileSum]
    """By their path under the data folder."""
