"""What a seller offers: every query."""

from dataclasses import dataclass
from typing import Final

from app.catalog.tables import Product as ProductRow
from app.kit.records import Record, read_all

_GOODS: Final = (
    "SELECT product.sku, product.slug,"
    " (SELECT jsonb_object_agg(language, name) FROM product_text"
    " WHERE product_text.product = product.id) AS names"
    " FROM product WHERE seller = {} ORDER BY product.id DESC LIMIT {}"
)


class OfferedRecord(Record):
    sku: str
    slug: str
    names: dict[str, str] | None


@dataclass(frozen=True, slots=True)
class Offered:
    """Goods of a seller, named in every language that they have a name in."""

    sku: str
    slug: str
    names: dict[str, str]


async def list_offered(seller_id: int, *, most: int) -> list[Offered]:
    """List the goods of a seller, the newest first."""
    rows = await read_all(OfferedRecord, ProductRow.raw(_GOODS, seller_id, most))
    return [Offered(row.sku, row.slug, row.names or {"en": row.sku}) for row in rows]
