"""What a change of a tariff touches: goods, open quotes, drafts of declarations."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from app.catalog.tables import ProductCode as CodeRow
from app.declarations.tables import Declaration as DeclarationRow
from app.quotes.quote import QuoteState
from app.quotes.tables import Quote as QuoteRow
from customs.china.receipt import DeclarationState

_PRODUCTS: Final = """
    SELECT product.id, product.sku, named.code
    FROM product JOIN LATERAL (
        SELECT code.code FROM product_code code
        WHERE code.product = product.id AND code.tariff = {}
        ORDER BY code.set_at DESC LIMIT 1
    ) named ON true
    WHERE named.code = ANY({}) ORDER BY product.sku
"""
_QUOTES: Final = """
    SELECT DISTINCT quote.number FROM quote JOIN quote_line line ON line.quote = quote.id
    WHERE quote.state = {} AND quote.held_until >= {} AND line.product = ANY({})
    ORDER BY quote.number
"""
_DRAFTS: Final = """
    SELECT DISTINCT declaration.number
    FROM export_declaration declaration JOIN order_line line ON line."order" = declaration."order"
    WHERE declaration.state = {} AND line.product = ANY({}) ORDER BY declaration.number
"""


@dataclass(frozen=True, slots=True)
class Touched:
    """What has to be looked at again."""

    products: tuple[tuple[str, str], ...]
    """Article number and code."""
    quotes: tuple[str, ...]
    drafts: tuple[str, ...]


async def find_touched(tariff: str, codes: Collection[str], *, at: datetime) -> Touched:
    """Will find what stands on any of the codes of a tariff; a quote is open until its instant."""
    products = await CodeRow.raw(_PRODUCTS, tariff, list(codes))
    ids = [row["id"] for row in products]
    quotes = await QuoteRow.raw(_QUOTES, QuoteState.HELD.value, at, ids)
    drafts = await DeclarationRow.raw(_DRAFTS, DeclarationState.DRAFT.value, ids)
    return Touched(
        products=tuple((row["sku"], row["code"]) for row in products),
        quotes=tuple(row["number"] for row in quotes),
        drafts=tuple(row["number"] for row in drafts),
    )
