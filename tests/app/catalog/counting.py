"""Counting the queries that reach the database."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from piccolo.querystring import QueryString

from app.kit.db import DB


@asynccontextmanager
async def counted_queries() -> AsyncIterator[list[str]]:
    """Yield a list that gathers the queries of the block; they are still sent.

    The check for changed reference lists, once a second whatever the page, is left out.
    """
    queries: list[str] = []
    send = DB.run_querystring

    async def listen(querystring: QueryString, in_pool: bool = True) -> object:  # noqa: FBT001, FBT002 -- Piccolo's signature
        if "reference_" not in str(querystring):
            queries.append(str(querystring))
        return await send(querystring, in_pool)

    DB.run_querystring = listen  # type: ignore[method-assign] # an ear, not another engine
    try:
        yield queries
    finally:
        del DB.run_querystring
