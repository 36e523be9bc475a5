"""Missing texts of malls and products: every query."""

from dataclasses import dataclass
from typing import Final

from app.catalog.tables import Mall as MallRow
from app.kit.records import Record, read_all

_MISSING: Final = """
    SELECT 'mall' AS kind, mall.code AS code, lacks.field
      FROM mall
      LEFT JOIN mall_text AS own ON own.mall = mall.id AND own.language = {}
      CROSS JOIN LATERAL (VALUES ('name', own.name), ('intro', own.intro)) AS lacks (field, text)
     WHERE btrim(coalesce(lacks.text, '')) = ''
    UNION ALL
    SELECT 'product', product.sku, lacks.field
      FROM product
      LEFT JOIN product_text AS own ON own.product = product.id AND own.language = {}
      CROSS JOIN LATERAL (VALUES ('name', own.name), ('description', own.description))
        AS lacks (field, text)
     WHERE btrim(coalesce(lacks.text, '')) = ''
     ORDER BY 1, 2, 3
"""


@dataclass(frozen=True, slots=True)
class MissingText:
    """A text missing in a language; the English one is shown instead."""

    kind: str
    """mall or product."""
    code: str
    """The mall's code, the product's article number."""
    field: str


class MissingRecord(Record):
    kind: str
    code: str
    field: str


async def missing_texts(language: str) -> list[MissingText]:
    """List the texts of malls and products that are missing in a language."""
    rows = await read_all(MissingRecord, MallRow.raw(_MISSING, language, language))
    return [MissingText(row.kind, row.code, row.field) for row in rows]
