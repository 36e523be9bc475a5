"""Where the passphrase comes from: a file, the environment, or whoever sits there.

Never the command line, which every user of the machine can read.
"""

import getpass
import os
import sys
from pathlib import Path
from typing import Final

from app.cli.backup.refusals import (
    NoPassphrase,
    NoSuchFile,
    PassphraseDiffers,
    WeakPassphrase,
)

VARIABLE: Final = "KERUEN_BACKUP_PASSPHRASE"
LENGTH_MIN: Final = 12


def read_passphrase(file: str | None) -> str:
    """Return the passphrase; raises `NoPassphrase` where nobody can be asked."""
    if file is not None:
        return _of_file(Path(file))
    if given := os.environ.get(VARIABLE):
        return given
    if not sys.stdin.isatty():
        raise NoPassphrase
    return getpass.getpass("Passphrase: ")


def read_new_passphrase(file: str | None) -> str:
    """Return the passphrase of a new backup, typed twice if it is typed."""
    passphrase = read_passphrase(file)
    if len(passphrase) < LENGTH_MIN:
        raise WeakPassphrase(least=LENGTH_MIN)
    is_typed = file is None and VARIABLE not in os.environ
    if is_typed and getpass.getpass("Once more: ") != passphrase:
        raise PassphraseDiffers
    return passphrase


def _of_file(path: Path) -> str:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as trouble:
        raise NoSuchFile(file=path, reason=trouble) from None
    return lines[0] if lines else ""
