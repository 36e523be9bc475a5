"""Read models of the pages of passwords."""

from datetime import datetime

from app.accounts import actions
from app.accounts.one_time_link import OneTimeLink


async def read_link_page(key: str, *, at: datetime) -> OneTimeLink:
    """Read whose password a link sets; raises `LinkSpent`."""
    return await actions.read_link(key, at=at)
