"""Malls and products: every query. A page costs the same number of queries for any goods."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from piccolo.query.functions import Count

from app.catalog.folding import NAME_MARK, query_terms
from app.catalog.mall import Mall, NoSuchMall
from app.catalog.on_sale import ProductState
from app.catalog.paging import PAGE_SIZE, ListPage, offset_of
from app.catalog.product import NoSuchProduct, Product, ProductFacts
from app.catalog.repository.gallery import get_galleries
from app.catalog.repository.prices import get_ladder, price_list_of, price_list_since, save_ladder
from app.catalog.repository.rows import (
    CodeRecord,
    MallCodeRecord,
    MallRecord,
    Parts,
    ProductRecord,
    ProductStepRecord,
    TextRecord,
    code_rows,
    mall_columns,
    product_columns,
    product_row,
    text_rows,
    to_malls,
    to_products,
)
from app.catalog.tables import LadderPrice as LadderRow
from app.catalog.tables import Mall as MallRow
from app.catalog.tables import MallProduct as MallProductRow
from app.catalog.tables import MallText as MallTextRow
from app.catalog.tables import Product as ProductRow
from app.catalog.tables import ProductCode as CodeRow
from app.catalog.tables import ProductSearch as SearchRow
from app.catalog.tables import ProductText as TextRow
from app.kit.records import Record, read_all, read_column, read_first

__all__ = ["get_ladder", "price_list_of", "price_list_since", "save_ladder"]


LISTED: Final = ProductState.LISTED.value


class MallCountRecord(Record):
    """How many products a mall shows."""

    code: str
    products: int


class MallIdRecord(Record):
    id: int
    code: str


class ShelfLifeRecord(Record):
    """A product's id and shelf life."""

    id: int
    shelf_life_days: int


# Malls.


async def list_malls(language: str) -> list[Mall]:
    """Return the malls in their order, in this language or, where it is missing, in English."""
    query = (
        MallTextRow.select(*mall_columns())
        .where(MallTextRow.language.is_in([language, "en"]) & MallTextRow.mall.retired_at.is_null())
        .order_by(MallTextRow.mall.position)
        .order_by(MallTextRow.mall)
    )
    return to_malls(await read_all(MallRecord, query), language)


async def get_mall(code: str, language: str) -> Mall:
    """Return the mall in this language, else in English; raises `NoSuchMall`."""
    query = MallTextRow.select(*mall_columns()).where(
        (MallTextRow.mall.code == code)
        & MallTextRow.language.is_in([language, "en"])
        & MallTextRow.mall.retired_at.is_null()
    )
    for mall in to_malls(await read_all(MallRecord, query), language):
        return mall
    raise NoSuchMall(code=code)


async def count_malls() -> int:
    """Return how many malls are open."""
    return int(await MallRow.count())


async def count_products() -> int:
    """Return how many products are listed."""
    return int(await ProductRow.count())


async def count_by_mall() -> dict[str, int]:
    """Count the products of every mall that has any, by the mall's code."""
    query = MallProductRow.select(
        MallProductRow.mall.code.as_alias("code"), Count(MallProductRow.product, alias="products")
    )
    query = query.where(MallProductRow.product.state == LISTED).group_by(MallProductRow.mall.code)
    return {row.code: row.products for row in await read_all(MallCountRecord, query)}


async def _mall_ids(codes: Sequence[str]) -> list[int]:
    query = MallRow.select(MallRow.id, MallRow.code).where(MallRow.code.is_in([*codes, ""]))
    found = {row.code: row.id for row in await read_all(MallIdRecord, query)}
    for code in codes:
        if code not in found:
            raise NoSuchMall(code=code)
    return [found[code] for code in codes]


# Products, read.


async def get_product(slug: str) -> Product:
    """Return the product at this address; raises `NoSuchProduct`."""
    ids = await read_column(int, ProductRow.select(ProductRow.id).where(ProductRow.slug == slug))
    if not ids:
        raise NoSuchProduct(slug=slug)
    return (await read_products(ids))[0]


async def get_products_by_sku(skus: Sequence[str]) -> dict[str, Product]:
    """Return the products that have these article numbers, by them; unknown ones are left out."""
    if not skus:
        return {}
    query = ProductRow.select(ProductRow.id).where(ProductRow.sku.is_in(list(skus)))
    return {product.sku: product for product in await read_products(await read_column(int, query))}


async def get_products_for_pricing(product_ids: Sequence[int]) -> dict[int, Product]:
    """Return these products by id, paused and retired ones too: what was bought goes on."""
    return {product.id: product for product in await read_products(product_ids)}


async def list_products(mall: Mall, *, page: int) -> ListPage[Product]:
    """List a mall's products, newest first; raises `NoSuchListPage`."""
    shown = (MallProductRow.mall == mall.id) & (MallProductRow.product.state == LISTED)
    total = await MallProductRow.count().where(shown)
    query = (
        MallProductRow.select(MallProductRow.product)
        .where(shown)
        .order_by(MallProductRow.product.listed_at, ascending=False)
        .order_by(MallProductRow.product)
        .limit(PAGE_SIZE)
        .offset(offset_of(page, total=total))
    )
    return ListPage(tuple(await read_products(await read_column(int, query))), page, total)


_FROM_EACH: Final = (
    "SELECT product FROM (SELECT product, mall, row_number() OVER"
    " (PARTITION BY mall ORDER BY product) AS place FROM mall_product"
    " JOIN product ON product.id = mall_product.product AND product.state = 'listed') AS placed"
    " WHERE place <= {} ORDER BY place, mall"
)


async def list_from_each_mall(count: int) -> list[Product]:
    """List the first products of every mall in turn, each product once."""
    ids = await read_column(int, MallProductRow.raw(_FROM_EACH, count))
    return await read_products(list(dict.fromkeys(ids)))


_FOUND: Final = (
    " FROM product_search JOIN product"
    " ON product.id = product_search.product AND product.state = 'listed'"
    " WHERE words @> {}::text[]"
)
_COUNT_FOUND: Final = f"SELECT count(*) AS total{_FOUND}"
_LIST_FOUND: Final = (
    f"SELECT product_search.product{_FOUND}"
    " ORDER BY words @> {}::text[] DESC, product_search.product LIMIT {} OFFSET {}"
)


async def search(query: str, *, page: int) -> ListPage[Product]:
    """Find the products that match all terms of the query, matches of the name first.

    Raises `NoSuchListPage`. A query without a term finds nothing.
    """
    terms = query_terms(query)
    counted = await read_column(int, SearchRow.raw(_COUNT_FOUND, terms)) if terms else [0]
    total = counted[0]
    offset = offset_of(page, total=total)
    in_name = [NAME_MARK + term for term in terms]
    found = SearchRow.raw(_LIST_FOUND, terms, in_name, PAGE_SIZE, offset)
    ids = await read_column(int, found) if total else []
    return ListPage(tuple(await read_products(ids)), page, total)


# The latest list of a product holds: there is none for a later day.
_CURRENT_LADDERS: Final = (
    "SELECT list.product, step.price_list, step.from_quantity, step.price_minor"
    " FROM (SELECT DISTINCT ON (product) id, product FROM price_list"
    " WHERE product = ANY({}::integer[]) ORDER BY product, id DESC) AS list"
    " JOIN ladder_price AS step ON step.price_list = list.id ORDER BY step.from_quantity"
)


_STANDING_CODES: Final = (
    "SELECT product, tariff, code, status, source, set_at FROM standing_code"
    " WHERE product = ANY({}::integer[]) ORDER BY set_at, id"
)


async def read_products(product_ids: Sequence[int]) -> list[Product]:
    """Return the products with all their parts, in the order of the ids."""
    ids = list(product_ids)
    if not ids:
        return []
    products = ProductRow.select(*product_columns()).where(ProductRow.id.is_in(ids))
    rows = await read_all(ProductRecord, products)
    malls = MallProductRow.select(
        MallProductRow.product, MallProductRow.mall.code.as_alias("code")
    ).where(MallProductRow.product.is_in(ids))
    parts = Parts(
        texts=await read_all(TextRecord, TextRow.select().where(TextRow.product.is_in(ids))),
        ladders=await read_all(ProductStepRecord, LadderRow.raw(_CURRENT_LADDERS, ids)),
        codes=await read_all(CodeRecord, CodeRow.raw(_STANDING_CODES, ids)),
        malls=await read_all(MallCodeRecord, malls.order_by(MallProductRow.id)),
        galleries=await get_galleries(ids),
    )
    places = {product_id: place for place, product_id in enumerate(ids)}
    return sorted(to_products(rows, parts), key=lambda product: places[product.id])


# Products, saved.


# Piccolo warns of long arrays it would take apart; the driver takes them whole.
_SAVE_TERMS: Final = "INSERT INTO product_search (product, words) VALUES ({}, {}::text[])"


async def get_product_of(sku: str) -> Product:
    """Return the product of an article number; raises `NoSuchProduct`."""
    ids = await read_column(int, ProductRow.select(ProductRow.id).where(ProductRow.sku == sku))
    if not ids:
        raise NoSuchProduct(slug=sku)
    return (await read_products(ids))[0]


async def get_shelf_life(sku: str) -> tuple[int, int]:
    """Return (product id, shelf life in days) of an article number; raises `NoSuchProduct`."""
    query = ProductRow.select(ProductRow.id, ProductRow.shelf_life_days)
    row = await read_first(ShelfLifeRecord, query.where(ProductRow.sku == sku).first())
    if row is None:
        raise NoSuchProduct(slug=sku)
    return row.id, row.shelf_life_days


async def is_product_known(sku: str, slug: str) -> bool:
    """Return whether a product has this number or this address."""
    return await ProductRow.exists().where((ProductRow.sku == sku) | (ProductRow.slug == slug))


async def save_product(
    facts: ProductFacts, *, seller_id: int, terms: list[str], at: datetime
) -> Product:
    """Save a new product with all its parts and search terms; raises `NoSuchMall`."""
    row = product_row(facts, seller_id=seller_id, at=at)
    await row.save()
    await TextRow.insert(*text_rows(row.id, facts))
    await save_ladder(row.id, facts.ladder, at=at)
    if facts.codes:
        await CodeRow.insert(*code_rows(row.id, facts, at=at))
    malls = [MallProductRow(mall=mall, product=row.id) for mall in await _mall_ids(facts.malls)]
    if malls:
        await MallProductRow.insert(*malls)
    await SearchRow.raw(_SAVE_TERMS, row.id, terms)
    return (await read_products([row.id]))[0]


_SAVE_TEXT: Final = (
    "INSERT INTO product_text (product, language, name, description) VALUES ({}, {}, {}, {})"
    " ON CONFLICT (product, language) DO UPDATE"
    " SET name = excluded.name, description = excluded.description"
)
_REPLACE_TERMS: Final = "UPDATE product_search SET words = {}::text[] WHERE product = {}"


async def save_texts(product: Product, *, terms: list[str]) -> None:
    """Save a product's names and descriptions in place of those before, and its search terms."""
    for tag in sorted({*product.names, *product.descriptions}):
        name, description = product.names.get(tag, ""), product.descriptions.get(tag, "")
        await TextRow.raw(_SAVE_TEXT, product.id, tag, name, description)
    await SearchRow.raw(_REPLACE_TERMS, terms, product.id)
