"""`keruen open`: the act, and what it prints; what a shop lacks, for `keruen doctor` too."""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Final

from app.accounts.actions import Invitation
from app.accounts.one_time_link import LIFETIMES, LinkPurpose
from app.kit.message import Sentence
from app.kit.texts import sentence
from app.opening.actions import open_shop
from app.opening.readiness import Need, needs_of
from app.opening.repository import read_state
from app.opening.shop import ShopFacts

EXAMPLE: Final = """\
# What `keruen open --file FILE` reads. Everybody gets a link of their own to set a password.
# countries: whom you sell to; without the line, to all that are known.
countries = ["KZ", "KG"]

[company]
name = "公司名称"
name_latin = "Company Name Co., Ltd."
uscc = ""                # 18 signs, the last one a check digit
address = "乌鲁木齐市…"
customs_code = ""        # ten signs; may be left blank until it is known

# Roles: operator, rates_admin, warehouse_hand, declarant. Languages: en, ru, kk, ky, zh_Hans.
# Terms, rates and codes need two people: two operators and two rates administrators do it all.
[[staff]]
name = ""
email = ""
role = "operator"
language = "ru"

[[staff]]
name = ""
email = ""
role = "rates_admin"
language = "zh_Hans"

# One account a currency; may be entered later by `keruen reference enter bank_accounts FILE`.
# [[accounts]]
# code = "KZT"
# bank = ""
# account = ""
# swift = ""
"""


async def open_and_list(facts: ShopFacts, *, site: str, as_json: bool, at: datetime) -> list[str]:
    """Open the shop; return everybody's link, and what is still to be done."""
    invited = await open_shop(facts, at=at)
    if as_json:
        return [_as_json(each, site=site) for each in invited]
    days = LIFETIMES[LinkPurpose.INVITATION].days
    links = [
        line for each in invited for line in (f"  {_who(each)}", f"    {site}{each.link.path}")
    ]
    lacking = lacks(await list_needs(at=at))
    return [
        f"The shop is open. Everybody sets a password by a link, once, within {days} days:",
        *links,
        "",
        "Before it can sell it still needs (`keruen doctor` says so again):",
        *lacking,
        "",
        "Start it with `keruen web` and `keruen worker`; docs/running.md has more.",
    ]


async def list_needs(*, at: datetime) -> list[Need]:
    """Return what the shop needs."""
    return needs_of(await read_state(at=at))


def lacks(needs: Iterable[Need]) -> list[str]:
    """Return a line for each need that is not met, with where it is mended."""
    return [f"  {_said(need.label)}{_mend(need)}" for need in needs if not need.is_met]


def _said(label: Sentence) -> str:
    return sentence(label.sentence, label.fields)


def _mend(need: Need) -> str:
    where = need.page or need.command
    return f": {where}" if where else ""


def _who(each: Invitation) -> str:
    return f"{each.reader.name}, {each.reader.role.value}, {each.reader.email}"


def _as_json(each: Invitation, *, site: str) -> str:
    return json.dumps(
        {
            "name": each.reader.name,
            "email": each.reader.email,
            "role": each.reader.role.value,
            "link": f"{site}{each.link.path}",
        },
        ensure_ascii=False,
    )
