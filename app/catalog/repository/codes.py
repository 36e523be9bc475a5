"""Codes of products in the tariffs: every query.

The code that stands (`standing_code`, a view) is the latest that came with the listing or was
confirmed, and was neither refused nor taken back. For a firm's clients its own word goes before.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from app.catalog.product import CodeStatus
from app.catalog.tables import ProductCode as CodeRow
from app.kit.records import Record, read_all, read_column

_UNDER: Final = """
    SELECT product.id, product.sku, named.code
    FROM standing_code named JOIN product ON product.id = named.product
    WHERE named.tariff = {} AND named.code = ANY({}) ORDER BY product.sku
"""
_COUNT_WITHOUT: Final = """
    SELECT count(*) FROM product
    WHERE NOT EXISTS (
        SELECT 1 FROM standing_code code WHERE code.product = product.id AND code.tariff = {}
    )
"""
_STANDING: Final = """
    SELECT product, tariff, code, status, source FROM standing_code
    WHERE product = ANY({}::integer[])
"""
_OF_FIRM: Final = """
    SELECT DISTINCT ON (product, tariff) product, tariff, code, source,
           CASE WHEN EXISTS (SELECT FROM code_decision taken WHERE taken.named = named.id)
                THEN 'confirmed' ELSE 'proposed' END AS status
    FROM product_code named
    WHERE named.product = ANY({}::integer[]) AND named.firm = {} AND NOT EXISTS (
        SELECT FROM code_decision taken
        WHERE taken.named = named.id AND taken.to_state IN ('refused', 'withdrawn'))
    ORDER BY product, tariff, set_at DESC, id DESC
"""
_GONE: Final = """
    SELECT DISTINCT named.product, named.tariff, named.code
    FROM product_code named JOIN code_decision taken ON taken.named = named.id
    WHERE named.product = ANY({}::integer[]) AND taken.to_state IN ('refused', 'withdrawn')
"""


@dataclass(frozen=True, slots=True)
class CodedProduct:
    """A product and its code in a tariff."""

    id: int
    sku: str
    code: str


@dataclass(frozen=True, slots=True)
class StandingCode:
    """The code of a product that counts in a tariff, with its evidence."""

    code: str
    status: CodeStatus
    source: str


CodesByTariff = dict[str, StandingCode]


class CodedRecord(Record):
    id: int
    sku: str
    code: str


class StandingCodeRecord(Record):
    product: int
    tariff: str
    code: str
    status: CodeStatus
    source: str


class GoneRecord(Record):
    """A code that was refused or taken back."""

    product: int
    tariff: str
    code: str


async def list_products_under(tariff: str, codes: Collection[str]) -> list[CodedProduct]:
    """List the products whose standing code in a tariff is one of these, by article number."""
    rows = await read_all(CodedRecord, CodeRow.raw(_UNDER, tariff, list(codes)))
    return [CodedProduct(row.id, row.sku, row.code) for row in rows]


async def count_without_code(tariff: str) -> int:
    """Return how many products have no code in a tariff."""
    (count,) = await read_column(int, CodeRow.raw(_COUNT_WITHOUT, tariff))
    return count


async def codes_for(
    product_ids: Collection[int], *, firm_id: int | None = None
) -> dict[int, CodesByTariff]:
    """Return by product and tariff the codes that count for everybody, or for a firm's clients."""
    ids = list(product_ids)
    rows = await read_all(StandingCodeRecord, CodeRow.raw(_STANDING, ids))
    if firm_id is not None:
        rows += await read_all(StandingCodeRecord, CodeRow.raw(_OF_FIRM, ids, firm_id))
    found: dict[int, CodesByTariff] = {each: {} for each in ids}
    for row in rows:
        found[row.product][row.tariff] = StandingCode(row.code, row.status, row.source)
    return found


async def codes_gone(product_ids: Collection[int]) -> set[tuple[int, str, str]]:
    """Return (product, tariff, code) of what was refused or taken back."""
    rows = await read_all(GoneRecord, CodeRow.raw(_GONE, list(product_ids)))
    return {(row.product, row.tariff, row.code) for row in rows}
