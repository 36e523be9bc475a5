"""Which database a command works on: the one named by the environment, or our own."""

import os
from dataclasses import replace

from app.kit.settings import Settings, read_settings


def with_database() -> Settings:
    """Will give the settings with a database address that answers.

    Without `DATABASE_URL` the embedded server under the data folder is started (or joined), and
    its address set for the processes we start.
    """
    settings = read_settings()
    if settings.database_url:
        return settings
    from app.kit import embedded

    address = embedded.start(settings.data)
    os.environ["DATABASE_URL"] = address
    return replace(settings, database_url=address)
