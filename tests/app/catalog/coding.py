"""Codes of goods proposed and confirmed, as two people do."""

from datetime import date, datetime, timedelta
from itertools import count

from app.accounts.person import Reader
from app.catalog import repository as catalog
from app.catalog.actions import codes
from app.catalog.code_proposal import CodeState, NewCode
from app.catalog.product import Tariff
from app.tariff.edition import EAEU, Edition, TariffLine
from app.tariff.repository import editions
from tests.app.orders.market import MORNING, Market

_EDITIONS = count()


async def keep_lines(*codes: str, day: date = date(2026, 1, 1)) -> None:
    """Keep an edition of the EAEU's tariff with these codes."""
    sha256 = f"{next(_EDITIONS):064x}"
    edition = Edition(
        tariff=EAEU, source="a publication", sha256=sha256, valid_from=day, whole_chapters=()
    )
    lines = [TariffLine(code, "goods", "", "5") for code in codes]
    await editions.save_edition(edition, lines, at=MORNING)


def new_code(sku: str, code: str, **changes: str) -> NewCode:
    """Return a proposal of a code of the EAEU's tariff, for goods without an HS code."""
    named = {"evidence": "decision", "reason": "No HS code yet", **changes}
    return NewCode(sku=sku, tariff=Tariff.EAEU, code=code, **named)


async def sku_of(product_id: int) -> str:
    return (await catalog.get_products_for_pricing([product_id]))[product_id].sku


async def confirm(market: Market, named: NewCode, *, at: datetime, by: Reader | None = None) -> int:
    """Propose a code as the broker does, and confirm it as the operator does."""
    number = await codes.propose_code(named, by=by or market.broker, at=at)
    await codes.decide_code(
        number, CodeState.CONFIRMED, by=market.operator, at=at + timedelta(seconds=1)
    )
    return number
