"""What the whole database holds, to compare before and after a form that was refused."""

from typing import Final

from app.kit.db import DB

_PASSING: Final = frozenset({"session", "submission", "throttle", "migration"})
"""What every form touches: the visit, the key of the form, the tries of a sender."""


async def held() -> dict[str, str]:
    """Return a digest of the rows of every table."""
    pool = DB.pool
    assert pool is not None
    tables = await pool.fetch("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
    names = sorted({row["tablename"] for row in tables} - _PASSING)
    query = " UNION ALL ".join(
        f"SELECT '{name}' AS name, md5(string_agg(t::text, '|' ORDER BY t::text)) AS rows"  # noqa: S608 -- our names
        f' FROM "{name}" t'
        for name in names
    )
    return {row["name"]: row["rows"] for row in await pool.fetch(query)}
