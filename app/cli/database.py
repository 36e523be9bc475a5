"""The database of a command: the one named by the environment, or the embedded one."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Final

import asyncpg

from app.kit.i18n import N_
from app.kit.refusal import Conflict
from app.kit.settings import Settings, read_settings

_UNREACHABLE: Final = (
    ConnectionError,
    asyncpg.CannotConnectNowError,
    asyncpg.InvalidCatalogNameError,
    asyncpg.InvalidAuthorizationSpecificationError,
)


class NoDatabase(Conflict):
    """The database that the environment names does not answer, or refuses us."""

    code = "command.no_database"
    sentence = N_("The database does not answer: %(reason)s. `keruen doctor` says more.")


class TablesBehind(Conflict):
    """The database has no tables of Keruen, or those of an earlier version."""

    code = "command.tables_behind"
    sentence = N_("The tables are not where the code is: run `keruen migrate`. (%(reason)s)")


def with_database() -> Settings:
    """Return the settings with a database address that answers.

    Without `DATABASE_URL` the embedded server under the data folder is started or joined, and its
    address set in the environment of child processes.
    """
    settings = read_settings()
    if settings.database_url:
        return settings
    from app.kit import embedded

    address = embedded.start(settings.data)
    os.environ["DATABASE_URL"] = address
    return replace(settings, database_url=address)


@contextmanager
def database_errors() -> Iterator[None]:
    """Raise `NoDatabase` or `TablesBehind` for what the database driver raises in the block."""
    try:
        yield
    except _UNREACHABLE as trouble:
        raise NoDatabase(reason=trouble) from trouble
    except (asyncpg.UndefinedTableError, asyncpg.UndefinedColumnError) as trouble:
        raise TablesBehind(reason=trouble) from trouble
