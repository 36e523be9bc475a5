"""Read models of malls."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.catalog.mall import MallSheet, MallStep
from app.catalog.repository import malls


@dataclass(frozen=True, slots=True)
class OfficeMallPage:
    """A mall and what changed of it."""

    mall: MallSheet
    steps: Sequence[MallStep]
    pictures: Sequence[str]
    """Those that it may show."""


async def read_mall_page(code: str) -> OfficeMallPage:
    """Read a mall; raises `NoSuchMall`."""
    mall = await malls.get_sheet(code)
    return OfficeMallPage(mall, await malls.list_steps(mall.id), await malls.list_pictures())
