"""Read models of the pages of passwords and of the second step."""

from dataclasses import dataclass
from datetime import datetime

from app.accounts import actions
from app.accounts.one_time_link import OneTimeLink
from app.accounts.person import Reader
from app.accounts.repository import second_steps


async def read_link_page(key: str, *, at: datetime) -> OneTimeLink:
    """Read whose password a link sets; raises `LinkSpent`."""
    return await actions.read_link(key, at=at)


@dataclass(frozen=True, slots=True)
class SecondStepPage:
    """Whether the reader's second step is on, and the secret that waits, if one does."""

    is_on: bool
    codes_left: int
    secret: str


async def read_second_step_page(reader: Reader, *, shop_secret: str) -> SecondStepPage:
    """Read how far the reader's second step is; raises `SealBroken`."""
    return SecondStepPage(
        is_on=await second_steps.is_second_step_on(reader.person_id),
        codes_left=await second_steps.count_recovery_codes(reader.person_id),
        secret=await actions.read_waiting_secret(by=reader, shop_secret=shop_secret) or "",
    )
