"""Codes of products in the tariffs: every query. The latest code of a tariff counts."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from app.catalog.product import CodeStatus
from app.catalog.tables import ProductCode as CodeRow
from app.kit.records import Record, read_all, read_column

_UNDER: Final = """
    SELECT product.id, product.sku, named.code
    FROM product JOIN LATERAL (
        SELECT code.code FROM product_code code
        WHERE code.product = product.id AND code.tariff = {}
        ORDER BY code.set_at DESC LIMIT 1
    ) named ON true
    WHERE named.code = ANY({}) ORDER BY product.sku
"""
_COUNT_WITHOUT: Final = """
    SELECT count(*) FROM product
    WHERE NOT EXISTS (
        SELECT 1 FROM product_code code WHERE code.product = product.id AND code.tariff = {}
    )
"""
_LATEST: Final = """
    SELECT DISTINCT ON (product) product, code, status, source FROM product_code
    WHERE tariff = {} AND product = ANY({}::integer[]) ORDER BY product, set_at DESC
"""


@dataclass(frozen=True, slots=True)
class CodedProduct:
    """A product and its code in a tariff."""

    id: int
    sku: str
    code: str


@dataclass(frozen=True, slots=True)
class LatestCode:
    """The latest code of a product in a tariff, with its evidence."""

    code: str
    status: CodeStatus
    source: str


class CodedRecord(Record):
    id: int
    sku: str
    code: str


class LatestRecord(Record):
    product: int
    code: str
    status: CodeStatus
    source: str


async def list_products_under(tariff: str, codes: Collection[str]) -> list[CodedProduct]:
    """List the products whose latest code in a tariff is one of these, by article number."""
    rows = await read_all(CodedRecord, CodeRow.raw(_UNDER, tariff, list(codes)))
    return [CodedProduct(row.id, row.sku, row.code) for row in rows]


async def count_without_code(tariff: str) -> int:
    """Return how many products have no code in a tariff."""
    (count,) = await read_column(int, CodeRow.raw(_COUNT_WITHOUT, tariff))
    return count


async def latest_codes(product_ids: Collection[int], tariff: str) -> dict[int, LatestCode]:
    """Return the products' latest codes in a tariff; without products that have none."""
    rows = await read_all(LatestRecord, CodeRow.raw(_LATEST, tariff, list(product_ids)))
    return {row.product: LatestCode(row.code, row.status, row.source) for row in rows}
