"""The edition of the reference lists that this process uses."""

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
    """Reference lists were used before they were loaded: a programming error."""


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
    """Use this edition from now on."""
    _Current.edition = found
    for listener in _listeners:
        listener(found)


def on_change(listener: Callable[[ReferenceEdition], None]) -> None:
    """Call the listener with each edition that comes into use, first the current one."""
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
    """Load the lists if they changed since."""
    if _Current.edition is None or await repository.get_version() != _Current.edition.version:
        await load()


async def follow() -> None:
    """Refresh at most once a second; while the database is unreachable, keep the lists."""
    if monotonic() - _Current.checked_at < _CHECK_EVERY_S:
        return
    _Current.checked_at = monotonic()
    try:
        await refresh()
    except Exception:  # noqa: BLE001 -- whoever needs the database next says that it is away
        _log.warning("reference lists: the database did not answer", exc_info=True)


@asynccontextmanager
async def opened(dsn: str, *, size: int = 10, name: str = "keruen") -> AsyncIterator[Engine]:
    """Open a pool of connections for the block, with the lists loaded."""
    async with connected(dsn, size=size, name=name) as engine:
        await load()
        yield engine
