"""Counts what is really asked of the database."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from piccolo.querystring import QueryString

from app.kit.db import DB


@asynccontextmanager
async def counted_queries() -> AsyncIterator[list[str]]:
    """Gather every query that the block sends; they are sent all the same.

    Whether reference lists changed is asked once a second, whatever the page: that is left out.
    """
    asked: list[str] = []
    send = DB.run_querystring

    async def listen(querystring: QueryString, in_pool: bool = True) -> object:  # noqa: FBT001, FBT002 -- Piccolo's signature
        if "reference_" not in str(querystring):
            asked.append(str(querystring))
        return await send(querystring, in_pool)

    DB.run_querystring = listen  # type: ignore[method-assign] # an ear, not another engine
    try:
        yield asked
    finally:
        del DB.run_querystring
