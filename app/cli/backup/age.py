"""Seals a stream by a passphrase in the format of age (age-encryption.org/v1), and opens it.

https://github.com/C2SP/C2SP/blob/main/age.md: scrypt makes a key of the passphrase, which wraps a
random file key; the payload is sealed in chunks of 64 KiB by ChaCha20-Poly1305, each under its
number and the mark of the last, so that none can be cut, moved or changed unseen.
"""

import hmac
import re
import secrets
from base64 import b64decode, b64encode
from typing import IO, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from app.cli.backup.refusals import BackupDamaged, NotABackup, WrongPassphrase

CHUNK: Final = 64 * 1024
_TAG: Final = 16
_SALT: Final = 16
_WORK: Final = 17
"""Of scrypt, as a power of two: 128 MiB and about half a second for each guess."""
_WORK_MAX: Final = 20
"""A file that asks for more (1 GiB) is none of ours, and would be an attack on memory."""
_HEAD: Final = re.compile(
    rb"age-encryption\.org/v1\n-> scrypt ([A-Za-z0-9+/]{22}) ([1-9][0-9]?)\n"
    rb"([A-Za-z0-9+/]{43})\n---"
)
_HEAD_MAX: Final = 200


class Sealer:
    """Writes what it is given to `file`, sealed; `close` writes the last chunk."""

    def __init__(self, file: IO[bytes], passphrase: str) -> None:
        self._file = file
        self._number = 0
        self._waiting = bytearray()
        file_key, nonce = secrets.token_bytes(16), secrets.token_bytes(16)
        file.write(_head(file_key, passphrase) + nonce)
        self._cipher = _payload_cipher(file_key, nonce)

    def write(self, data: bytes) -> int:
        """Seal every whole chunk; the last stays until more comes, for it is marked."""
        self._waiting += data
        while len(self._waiting) > CHUNK:
            self._seal(bytes(self._waiting[:CHUNK]), is_last=False)
            del self._waiting[:CHUNK]
        return len(data)

    def close(self) -> None:
        """Seal what waits, as the last chunk."""
        self._seal(bytes(self._waiting), is_last=True)
        self._waiting.clear()

    def _seal(self, chunk: bytes, *, is_last: bool) -> None:
        nonce = _nonce(self._number, is_last=is_last)
        self._file.write(self._cipher.encrypt(nonce, chunk, None))
        self._number += 1


class Opener:
    """Reads what a `Sealer` wrote to `file`; gives out no byte that it has not proved.

    Raises `NotABackup`, `WrongPassphrase` and `BackupDamaged`.
    """

    def __init__(self, file: IO[bytes], passphrase: str) -> None:
        self._file = file
        self._number = 0
        self._proved = bytearray()
        self._cipher = _payload_cipher(_read_head(file, passphrase), _exactly(file, 16))
        self._sealed = file.read(CHUNK + _TAG)
        self._ended = False

    def read(self, size: int) -> bytes:
        """Return `size` bytes, fewer only at the end."""
        while len(self._proved) < size and not self._ended:
            self._proved += self._open()
        given = bytes(self._proved[:size])
        del self._proved[:size]
        return given

    def finish(self) -> None:
        """Prove that the rest of the file is whole too."""
        while self.read(CHUNK):
            pass

    def _open(self) -> bytes:
        sealed, self._sealed = self._sealed, self._file.read(CHUNK + _TAG)
        self._ended = not self._sealed
        try:
            chunk = self._cipher.decrypt(_nonce(self._number, is_last=self._ended), sealed, None)
        except InvalidTag:
            raise BackupDamaged from None
        self._number += 1
        return chunk


def _head(file_key: bytes, passphrase: str) -> bytes:
    salt = secrets.token_bytes(_SALT)
    wrapped = _wrapping(passphrase, salt, work=_WORK).encrypt(bytes(12), file_key, None)
    head = (
        f"age-encryption.org/v1\n-> scrypt {_base64(salt)} {_WORK}\n{_base64(wrapped)}\n---"
    ).encode()
    return head + b" " + _base64(_mac(file_key, head)).encode() + b"\n"


def _read_head(file: IO[bytes], passphrase: str) -> bytes:
    """Return the file key."""
    head = b"".join(file.readline(_HEAD_MAX) for _ in range(3)) + file.read(3)
    found = _HEAD.fullmatch(head)
    if found is None or int(found[2]) > _WORK_MAX:
        raise NotABackup(file=file.name)
    cipher = _wrapping(passphrase, _unbase64(found[1]), work=int(found[2]))
    try:
        file_key = cipher.decrypt(bytes(12), _unbase64(found[3]), None)
    except InvalidTag:
        raise WrongPassphrase from None
    mac = f" {_base64(_mac(file_key, head))}\n".encode()
    if not hmac.compare_digest(_exactly(file, len(mac)), mac):
        raise BackupDamaged
    return file_key


def _exactly(file: IO[bytes], size: int) -> bytes:
    data = file.read(size)
    if len(data) != size:
        raise BackupDamaged
    return data


def _wrapping(passphrase: str, salt: bytes, *, work: int) -> ChaCha20Poly1305:
    salt = b"age-encryption.org/v1/scrypt" + salt
    scrypt = Scrypt(salt=salt, length=32, n=2**work, r=8, p=1)
    return ChaCha20Poly1305(scrypt.derive(passphrase.encode()))


def _payload_cipher(file_key: bytes, nonce: bytes) -> ChaCha20Poly1305:
    return ChaCha20Poly1305(_derived(file_key, salt=nonce, info=b"payload"))


def _mac(file_key: bytes, head: bytes) -> bytes:
    return hmac.digest(_derived(file_key, salt=b"", info=b"header"), head, "sha256")


def _derived(file_key: bytes, *, salt: bytes, info: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=salt, info=info).derive(file_key)


def _nonce(number: int, *, is_last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([is_last])


def _base64(data: bytes) -> str:
    return b64encode(data).decode().rstrip("=")


def _unbase64(text: bytes) -> bytes:
    return b64decode(text + b"=" * (-len(text) % 4))
