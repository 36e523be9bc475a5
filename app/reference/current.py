"""The edition that this process reads by."""

import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from time import monotonic
from typing import Final

from app.kit.db import Engine, connected
from app.reference import repository
from app.reference.edition import ReferenceEdition

_log = logging.getLogger("keruen.reference")
_CHECK_EVERY_S: Final = 1


class NothingLoaded(RuntimeError):
    """Reference lists were asked for before any were loaded: a fault of the program."""


class _Current:
    edition: ReferenceEdition | None = None
    checked_at = 0.0


_listeners: list[Callable[[ReferenceEdition], None]] = []


def edition() -> ReferenceEdition:
    """Return the edition in use; raise `NothingLoaded` before the first."""
    if _Current.edition is None:
        raise NothingLoaded
    return _Current.edition


def use(found: ReferenceEdition) -> None:
    """Read by this edition from now on."""
    _Current.edition = found
    for listener in _listeners:
        listener(found)


def on_change(listener: Callable[[ReferenceEdition], None]) -> None:
    """Call the listener with each edition that comes into use, the present one first."""
    _listeners.append(listener)
    if _Current.edition is not None:
        listener(_Current.edition)


async def load() -> ReferenceEdition:
    """Read the lists from the database and use them."""
    version = await repository.get_version()
    found = ReferenceEdition(await repository.list_rows(), version=version)
    use(found)
    _Current.checked_at = monotonic()
    return found


async def refresh() -> None:
    """Load the lists if somebody changed them since."""
    if _Current.edition is None or await repository.get_version() != _Current.edition.version:
        await load()


async def follow() -> None:
    """Refresh once a second at most; while the database is away, the lists of before stay."""
    if monotonic() - _Current.checked_at < _CHECK_EVERY_S:
        return
    _Current.checked_at = monotonic()
    try:
        await refresh()
    except Exception:  # noqa: BLE001 -- whoever needs the database next says that it is away
        _log.warning("reference lists: the database did not answer", exc_info=True)


@asynccontextmanager
async def opened(dsn: str, *, size: int = 10, name: str = "keruen") -> AsyncIterator[Engine]:
    """Hold a pool of connections open for the block, with the lists loaded."""
    async with connected(dsn, size=size, name=name) as engine:
        await load()
        yield engine
