"""Malls and products: every query. A page of goods costs the same number of queries, always."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from piccolo.query.functions import Count

from app.catalog.folding import NAME_MARK, query_words
from app.catalog.ladder import Ladder, NoSuchPriceList
from app.catalog.mall import Mall, MallFacts, NoSuchMall
from app.catalog.paging import PAGE_SIZE, ListPage, offset_of
from app.catalog.product import NoSuchProduct, Product, ProductCode, ProductFacts
from app.catalog.store.rows import (
    Parts,
    code_rows,
    ladder_rows,
    mall_columns,
    product_columns,
    product_row,
    text_rows,
    to_ladder,
    to_malls,
    to_products,
)
from app.catalog.tables import LadderPrice as LadderRow
from app.catalog.tables import Mall as MallRow
from app.catalog.tables import MallProduct as MallProductRow
from app.catalog.tables import MallText as MallTextRow
from app.catalog.tables import PriceList as PriceListRow
from app.catalog.tables import Product as ProductRow
from app.catalog.tables import ProductCode as CodeRow
from app.catalog.tables import ProductSearch as SearchRow
from app.catalog.tables import ProductText as TextRow

# Malls.


async def list_malls(language: str) -> list[Mall]:
    """Return the malls in their order, in this language, and in English where it lacks."""
    rows = (
        await MallTextRow.select(*mall_columns())
        .where(MallTextRow.language.is_in([language, "en"]))
        .order_by(MallTextRow.mall.position)
        .order_by(MallTextRow.mall)
    )
    return to_malls(rows, language)


async def get_mall(code: str, language: str) -> Mall:
    """Return the mall in this language, in English where it lacks; raise `NoSuchMall`."""
    rows = await MallTextRow.select(*mall_columns()).where(
        (MallTextRow.mall.code == code) & MallTextRow.language.is_in([language, "en"])
    )
    for mall in to_malls(rows, language):
        return mall
    raise NoSuchMall(code=code)


async def is_mall_known(code: str) -> bool:
    """Will say whether a mall has this code."""
    return await MallRow.exists().where(MallRow.code == code)


async def keep_mall(facts: MallFacts) -> None:
    """Will keep a new mall with its words."""
    mall = MallRow(
        code=facts.code,
        position=facts.position,
        accent=facts.accent,
        picture=facts.picture,
        tint=facts.tint,
    )
    await mall.save()
    texts = [
        MallTextRow(mall=mall.id, language=tag, name=name, intro=facts.intros[tag])
        for tag, name in facts.names.items()
    ]
    await MallTextRow.insert(*texts)


async def count_by_mall() -> dict[str, int]:
    """Will count the products of every mall that has any, by the mall's code."""
    rows = await MallProductRow.select(
        MallProductRow.mall.code.as_alias("code"), Count(MallProductRow.product, alias="products")
    ).group_by(MallProductRow.mall.code)
    return {row["code"]: row["products"] for row in rows}


async def _mall_ids(codes: Sequence[str]) -> list[int]:
    rows = await MallRow.select(MallRow.id, MallRow.code).where(MallRow.code.is_in([*codes, ""]))
    found = {row["code"]: row["id"] for row in rows}
    for code in codes:
        if code not in found:
            raise NoSuchMall(code=code)
    return [found[code] for code in codes]


# Products, read.


async def get_product(slug: str) -> Product:
    """Will give the product at this address; raises `NoSuchProduct`."""
    row = await ProductRow.select(ProductRow.id).where(ProductRow.slug == slug).first()
    if row is None:
        raise NoSuchProduct(slug=slug)
    return (await _read([row["id"]]))[0]


async def get_products_for_pricing(product_ids: Sequence[int]) -> dict[int, Product]:
    """Will give these products by id; one that is not sold any more is not among them."""
    return {product.id: product for product in await _read(product_ids)}


async def list_products(mall: Mall, *, page: int) -> ListPage[Product]:
    """Will list a mall's products, newest first; raises `NoSuchListPage`."""
    total = await MallProductRow.count().where(MallProductRow.mall == mall.id)
    rows = (
        await MallProductRow.select(MallProductRow.product)
        .where(MallProductRow.mall == mall.id)
        .order_by(MallProductRow.product.listed_at, ascending=False)
        .order_by(MallProductRow.product)
        .limit(PAGE_SIZE)
        .offset(offset_of(page, total=total))
    )
    return ListPage(tuple(await _read([row["product"] for row in rows])), page, total)


_FROM_EACH: Final = (
    "SELECT product FROM (SELECT product, mall, row_number() OVER"
    " (PARTITION BY mall ORDER BY product) AS place FROM mall_product) AS placed"
    " WHERE place <= {} ORDER BY place, mall"
)


async def list_from_each_mall(count: int) -> list[Product]:
    """Will list the first products of every mall in turn, each product once."""
    rows = await MallProductRow.raw(_FROM_EACH, count)
    return await _read(list(dict.fromkeys(row["product"] for row in rows)))


_COUNT_FOUND: Final = "SELECT count(*) AS total FROM product_search WHERE words @> {}::text[]"
_LIST_FOUND: Final = (
    "SELECT product FROM product_search WHERE words @> {}::text[]"
    " ORDER BY words @> {}::text[] DESC, product LIMIT {} OFFSET {}"
)


async def search(query: str, *, page: int) -> ListPage[Product]:
    """Will find the products that all the query's words lead to, those by name first.

    Raises `NoSuchListPage`. A query without a word finds nothing.
    """
    words = query_words(query)
    total = int((await SearchRow.raw(_COUNT_FOUND, words))[0]["total"]) if words else 0
    offset = offset_of(page, total=total)
    named = [NAME_MARK + word for word in words]
    rows = await SearchRow.raw(_LIST_FOUND, words, named, PAGE_SIZE, offset) if total else []
    return ListPage(tuple(await _read([row["product"] for row in rows])), page, total)


# The latest list of a product holds: there is none for a later day.
_CURRENT_LADDERS: Final = (
    "SELECT list.product, step.price_list, step.from_quantity, step.price_minor"
    " FROM (SELECT DISTINCT ON (product) id, product FROM price_list"
    " WHERE product = ANY({}::integer[]) ORDER BY product, id DESC) AS list"
    " JOIN ladder_price AS step ON step.price_list = list.id ORDER BY step.from_quantity"
)


async def _read(product_ids: Sequence[int]) -> list[Product]:
    """Will read products with all their parts, in this order."""
    ids = list(product_ids)
    if not ids:
        return []
    rows = await ProductRow.select(*product_columns()).where(ProductRow.id.is_in(ids))
    parts = Parts(
        texts=await TextRow.select().where(TextRow.product.is_in(ids)),
        ladders=await LadderRow.raw(_CURRENT_LADDERS, ids),
        codes=await CodeRow.select()
        .where(CodeRow.product.is_in(ids))
        .order_by(CodeRow.set_at)
        .order_by(CodeRow.id),
        malls=await MallProductRow.select(
            MallProductRow.product, MallProductRow.mall.code.as_alias("code")
        )
        .where(MallProductRow.product.is_in(ids))
        .order_by(MallProductRow.id),
    )
    return sorted(to_products(rows, parts), key=lambda product: ids.index(product.id))


# Products, kept.


# Piccolo warns of long arrays it would take apart; the driver takes them whole.
_KEEP_WORDS: Final = "INSERT INTO product_search (product, words) VALUES ({}, {}::text[])"


async def get_product_id(sku: str) -> int:
    """Will give the row of a product by its article number; raises `NoSuchProduct`."""
    row = await ProductRow.select(ProductRow.id).where(ProductRow.sku == sku).first()
    if row is None:
        raise NoSuchProduct
    found: int = row["id"]
    return found


async def keep_code(product_id: int, named: ProductCode, *, by_id: int, at: datetime) -> None:
    """Will keep a code that somebody named; the one before it stays and no longer counts."""
    await CodeRow(
        product=product_id,
        tariff=named.tariff,
        code=named.code,
        status=named.status.value,
        source=named.source,
        set_at=at,
        set_by=by_id,
    ).save()


async def is_product_known(sku: str, slug: str) -> bool:
    """Will say whether a product has this number or this address."""
    return await ProductRow.exists().where((ProductRow.sku == sku) | (ProductRow.slug == slug))


async def keep_product(
    facts: ProductFacts, *, seller_id: int, words: list[str], at: datetime
) -> Product:
    """Will keep a new product with all its parts and search words; raises `NoSuchMall`."""
    row = ProductRow(**product_row(facts), seller=seller_id, listed_at=at)
    await row.save()
    await TextRow.insert(*text_rows(row.id, facts))
    await keep_ladder(row.id, facts.ladder, at=at)
    if facts.codes:
        await CodeRow.insert(*code_rows(row.id, facts, at=at))
    malls = [MallProductRow(mall=mall, product=row.id) for mall in await _mall_ids(facts.malls)]
    if malls:
        await MallProductRow.insert(*malls)
    await SearchRow.raw(_KEEP_WORDS, row.id, words)
    return (await _read([row.id]))[0]


# Price lists.


async def keep_ladder(product_id: int, ladder: Ladder, *, at: datetime) -> None:
    """Will keep a product's new prices; earlier lists stay, so that old prices can be told."""
    price_list = PriceListRow(product=product_id, set_at=at)
    await price_list.save()
    await LadderRow.insert(*ladder_rows(price_list.id, ladder))


async def get_ladder(price_list_id: int) -> Ladder:
    """Will give the prices of a list as they were set; raises `NoSuchPriceList`."""
    rows = (
        await LadderRow.select()
        .where(LadderRow.price_list == price_list_id)
        .order_by(LadderRow.from_quantity)
    )
    if not rows:
        raise NoSuchPriceList
    return to_ladder(rows)


async def price_list_since(price_list_id: int) -> datetime:
    """Will say since when a price list held; raises `NoSuchPriceList`."""
    row = await PriceListRow.select().where(PriceListRow.id == price_list_id).first()
    if row is None:
        raise NoSuchPriceList
    since: datetime = row["set_at"]
    return since


async def price_list_of(price_list_id: int) -> str:
    """Will give the article number that a price list is for; raises `NoSuchPriceList`."""
    row = (
        await PriceListRow.select(PriceListRow.product.sku.as_alias("sku"))
        .where(PriceListRow.id == price_list_id)
        .first()
    )
    if row is None:
        raise NoSuchPriceList
    return str(row["sku"])
