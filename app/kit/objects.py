"""The object store: files by name, in a folder or in any S3-compatible store.

docs/decisions/0043 says why obstore, and why its calls run in threads. Names are made of what is
in the file (`digest_of`), so an object never changes, and writing it twice is writing it once.
"""

import hashlib
from asyncio import to_thread
from datetime import timedelta
from pathlib import Path
from typing import Final, Self

from obstore.exceptions import BaseError
from obstore.store import LocalStore, MemoryStore, S3Store

from app.kit.i18n import N_
from app.kit.refusal import NotFound, Refusal
from app.kit.settings import Settings

S3: Final = "s3://"
TRIAL: Final = "trial/keruen"
"""What `keruen doctor` writes, reads and removes."""
TIMEOUT: Final = timedelta(seconds=10)
GIVEN_UP: Final = timedelta(seconds=15)
"""The library's own limit is three minutes; a page waits for this."""
_FAULTS: Final = (BaseError, OSError)


class NoSuchObject(NotFound):
    """The store has no object of this name."""

    code = "object.not_found"
    sentence = N_("There is no file at this address.")


class StoreUnavailable(Refusal):
    """The store did not take or give an object; a later attempt may succeed."""

    code = "object.store_unavailable"
    sentence = N_("The store of pictures does not answer. Nothing was changed; try again later.")


class Objects:
    """Files by name. Every call goes to the store: nothing is kept in between."""

    def __init__(self, store: LocalStore | MemoryStore | S3Store) -> None:
        self._store = store

    @classmethod
    def opened(cls, settings: Settings) -> Self:
        """Open the store that the settings name; no network is touched yet.

        Key and region of an S3 store are the variables that every tool for S3 reads: AWS_….
        """
        if settings.objects.startswith(S3):
            return cls(_s3(settings))
        return cls.in_folder(settings.data / "objects")

    @classmethod
    def in_folder(cls, folder: Path) -> Self:
        """Open a store in a folder, which is created."""
        return cls(LocalStore(folder, mkdir=True, automatic_cleanup=True))

    @classmethod
    def in_memory(cls) -> Self:
        """Open a store that is gone with the process."""
        return cls(MemoryStore())

    async def save(self, name: str, body: bytes) -> None:
        """Save an object whole or not at all; raises `StoreUnavailable`."""
        try:
            await to_thread(self._store.put, name, body)
        except _FAULTS as reason:
            raise StoreUnavailable from reason

    async def read(self, name: str) -> bytes:
        """Return an object; raises `NoSuchObject` or `StoreUnavailable`."""
        try:
            return await to_thread(self._get, name)
        except FileNotFoundError as reason:
            raise NoSuchObject from reason
        except _FAULTS as reason:
            raise StoreUnavailable from reason

    async def delete(self, name: str) -> None:
        """Delete an object, if it is there; raises `StoreUnavailable`."""
        try:
            await to_thread(self._store.delete, name)
        except FileNotFoundError:
            return
        except _FAULTS as reason:
            raise StoreUnavailable from reason

    def _get(self, name: str) -> bytes:
        return bytes(self._store.get(name).bytes())


def _s3(settings: Settings) -> S3Store:
    address = settings.objects_url
    return S3Store.from_url(
        settings.objects,
        config={"endpoint": address} if address else None,
        client_options={"timeout": TIMEOUT, "allow_http": address.startswith("http://")},
        retry_config={"max_retries": 2, "retry_timeout": GIVEN_UP},
    )


async def try_store(objects: Objects) -> None:
    """Write, read and delete an object; raises `NoSuchObject` or `StoreUnavailable`."""
    await objects.save(TRIAL, b"keruen")
    await objects.read(TRIAL)
    await objects.delete(TRIAL)


def digest_of(body: bytes) -> str:
    """Return the SHA-256 of a file in hexadecimal: the name of what is in it."""
    return hashlib.sha256(body).hexdigest()
