"""Query of what a change of a tariff affects: goods, open quotes, drafts of declarations."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from app.catalog.repository import codes as catalog
from app.declarations.tables import Declaration as DeclarationRow
from app.kit.records import Record, read_all
from app.orders.repository import goods as orders
from app.quotes import repository as quotes
from customs.china.receipt import DeclarationState


@dataclass(frozen=True, slots=True)
class Touched:
    """What must be reviewed."""

    products: tuple[tuple[str, str], ...]
    """Article number and code."""
    quotes: tuple[str, ...]
    drafts: tuple[str, ...]


class DraftDeclarationRecord(Record):
    number: str
    order: int


async def find_touched(tariff: str, codes: Collection[str], *, at: datetime) -> Touched:
    """Find what uses any of the codes of a tariff. A quote is open until its expiry."""
    products = await catalog.list_products_under(tariff, codes)
    ids = [product.id for product in products]
    return Touched(
        products=tuple((product.sku, product.code) for product in products),
        quotes=tuple(await quotes.list_numbers_open_with(ids, at=at)),
        drafts=tuple(await _drafts_with(ids)),
    )


async def _drafts_with(product_ids: Collection[int]) -> list[str]:
    query = (
        DeclarationRow.select(DeclarationRow.number, DeclarationRow.order)
        .where(DeclarationRow.state == DeclarationState.DRAFT.value)
        .order_by(DeclarationRow.number)
    )
    drafts = await read_all(DraftDeclarationRecord, query)
    carrying = await orders.which_carry(product_ids, {draft.order for draft in drafts})
    return [draft.number for draft in drafts if draft.order in carrying]
