"""The seal of a backup: it is age's, and no altered byte gets through."""

import io

import pyrage
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.cli.backup import age
from app.cli.backup.refusals import BackupDamaged, NotABackup, WrongPassphrase

PASSPHRASE = "seven camels at dawn"
CHUNK = age.CHUNK


class Named(io.BytesIO):
    name = "backup.age"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let scrypt work little: its strength is not under test."""
    monkeypatch.setattr(age, "_WORK", 4)


def seal(data: bytes) -> bytes:
    file = io.BytesIO()
    sealer = age.Sealer(file, PASSPHRASE)
    sealer.write(data)
    sealer.close()
    return file.getvalue()


def open_whole(sealed: bytes, passphrase: str = PASSPHRASE) -> bytes:
    opener = age.Opener(Named(sealed), passphrase)
    return b"".join(iter(lambda: opener.read(10_000), b""))


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 5 * CHUNK + 7])
def test_another_program_of_age_opens_what_we_seal(size: int) -> None:
    data = bytes(number * 7 % 251 for number in range(size))
    sealed = seal(data)
    assert pyrage.passphrase.decrypt(sealed, PASSPHRASE) == data
    assert open_whole(sealed) == data


def test_we_open_what_another_program_of_age_seals() -> None:
    data = bytes(range(256)) * 1000
    assert open_whole(pyrage.passphrase.encrypt(data, PASSPHRASE)) == data


@settings(max_examples=300)
@given(st.integers(min_value=0), st.integers(0, 7))
def test_a_flipped_bit_anywhere_is_refused(place: int, bit: int) -> None:
    sealed = bytearray(SEALED)
    sealed[place % len(sealed)] ^= 1 << bit
    with pytest.raises((BackupDamaged, NotABackup, WrongPassphrase)):
        open_whole(bytes(sealed))


@settings(max_examples=300)
@given(st.integers(min_value=0))
def test_a_file_cut_anywhere_is_refused(length: int) -> None:
    with pytest.raises((BackupDamaged, NotABackup)):
        open_whole(SEALED[: length % len(SEALED)])


@pytest.mark.parametrize("chunks", [1, 2])
def test_a_file_cut_between_chunks_is_refused(chunks: int) -> None:
    head = len(SEALED) - len(DATA) - 3 * 16
    with pytest.raises(BackupDamaged):
        open_whole(SEALED[: head + chunks * (CHUNK + 16)])


def test_bytes_behind_the_end_are_refused() -> None:
    with pytest.raises(BackupDamaged):
        open_whole(SEALED + b"more")


def test_another_passphrase_is_refused() -> None:
    with pytest.raises(WrongPassphrase):
        open_whole(SEALED, "eight camels at dawn")


def test_a_file_that_asks_for_all_memory_is_refused() -> None:
    with pytest.raises(NotABackup):
        open_whole(SEALED.replace(b" 4\n", b" 30\n", 1))


DATA = bytes(range(256)) * 600
with pytest.MonkeyPatch.context() as patch:
    patch.setattr(age, "_WORK", 4)
    SEALED = seal(DATA)
