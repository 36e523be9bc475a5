"""Which malls, products and rows of reference lists lack texts in a language."""

from dataclasses import dataclass
from typing import Final

from app.catalog.tables import Mall as MallRow
from app.kit.records import Record, read_all
from app.reference import current, lacking

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
    """mall, product, or the name of a reference list."""
    code: str
    """The mall's code, the product's article number, the row's key."""
    field: str


class MissingRecord(Record):
    kind: str
    code: str
    field: str


async def list_lacking(language: str) -> list[MissingText]:
    """Return the texts that lack in a language: of malls, of products, then of the lists."""
    rows = await read_all(MissingRecord, MallRow.raw(_MISSING, language, language))
    own = [MissingText(row.kind, row.code, row.field) for row in rows]
    beside = lacking.list_lacking(current.edition(), language)
    return [*own, *(MissingText(*each) for each in beside)]
