"""Conversion between rows and malls and products."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeVar

from piccolo.columns import Column

from app.catalog.gallery import Gallery
from app.catalog.ladder import Ladder, LadderStep
from app.catalog.mall import Mall
from app.catalog.on_sale import ProductState
from app.catalog.product import CodeStatus, Product, ProductCode, ProductFacts, Seller, Tariff
from app.catalog.tables import LadderPrice as LadderRow
from app.catalog.tables import MallText as MallTextRow
from app.catalog.tables import Product as ProductRow
from app.catalog.tables import ProductCode as CodeRow
from app.catalog.tables import ProductText as TextRow
from app.kit.money import CNY, from_minor, to_minor
from app.kit.records import Record


class MallRecord(Record):
    """A mall in one language."""

    mall: int
    code: str
    position: int
    accent: str
    picture: str
    tint: int
    language: str
    name: str
    intro: str


class ProductRecord(Record):
    """A product's row, with its seller's."""

    id: int
    sku: str
    slug: str
    seller: int
    seller_name: str
    seller_latin: str
    seller_address: str
    picture: str
    tint: int
    sales_unit: str
    unit_net_g: int
    units_per_carton: int
    carton_tare_g: int
    packing: str
    minimum: int
    multiple: int
    prefecture: str
    origin_district: str
    shelf_life_days: int
    name_zh_customs: str
    elements: tuple[str, ...]
    element_names: tuple[str, ...]
    state: ProductState


class TextRecord(Record):
    """A product's name and description in one language."""

    product: int
    language: str
    name: str
    description: str


class StepRecord(Record):
    """A step of a price list."""

    price_list: int
    from_quantity: int
    price_minor: int


class ProductStepRecord(StepRecord):
    """A step of a product's price list of today."""

    product: int


class CodeRecord(Record):
    product: int
    tariff: str
    code: str
    status: CodeStatus
    source: str
    set_at: datetime


class MallCodeRecord(Record):
    """A mall that shows a product."""

    product: int
    code: str


def mall_columns() -> tuple[Column, ...]:
    """Return the columns of a mall in one language."""
    mall = MallTextRow.mall
    return (
        MallTextRow.mall,
        mall.code.as_alias("code"),
        mall.position.as_alias("position"),
        mall.accent.as_alias("accent"),
        mall.picture.as_alias("picture"),
        mall.tint.as_alias("tint"),
        MallTextRow.language,
        MallTextRow.name,
        MallTextRow.intro,
    )


def to_malls(rows: Iterable[MallRecord], language: str) -> list[Mall]:
    """Return each mall once, in the language when both of its texts are written."""
    chosen: dict[int, MallRecord] = {}
    for row in rows:
        is_whole = bool(row.name.strip() and row.intro.strip())
        is_own = row.language == language and is_whole
        if row.mall not in chosen or is_own:
            chosen[row.mall] = row
    return [_mall(row) for row in chosen.values()]


def _mall(row: MallRecord) -> Mall:
    return Mall(
        id=row.mall,
        code=row.code,
        position=row.position,
        accent=row.accent,
        picture=row.picture,
        tint=row.tint,
        name=row.name,
        intro=row.intro,
        language=row.language,
    )


def product_columns() -> tuple[Column, ...]:
    """Return the columns of a product and its seller."""
    seller = ProductRow.seller
    return (
        *ProductRow.all_columns(),
        seller.name.as_alias("seller_name"),
        seller.name_latin.as_alias("seller_latin"),
        seller.address.as_alias("seller_address"),
    )


@dataclass(frozen=True, slots=True)
class Parts:
    """The rows that belong to products."""

    texts: list[TextRecord]
    ladders: list[ProductStepRecord]
    """By quantity."""
    codes: list[CodeRecord]
    malls: list[MallCodeRecord]
    galleries: Mapping[int, Gallery]
    """By product."""


def to_products(rows: Iterable[ProductRecord], parts: Parts) -> list[Product]:
    texts, ladders = _by_product(parts.texts), _by_product(parts.ladders)
    codes, malls = _by_product(parts.codes), _by_product(parts.malls)
    return [
        Product(
            id=row.id,
            state=row.state,
            seller=_seller(row),
            names={text.language: text.name for text in texts[row.id]},
            descriptions={text.language: text.description for text in texts[row.id]},
            ladder=to_ladder(ladders[row.id]),
            codes=tuple(map(_code, codes[row.id])),
            malls=tuple(mall.code for mall in malls[row.id]),
            gallery=parts.galleries.get(row.id, ()),
            customs_name=row.name_zh_customs,
            elements=row.elements,
            element_names=row.element_names,
            sku=row.sku,
            slug=row.slug,
            picture=row.picture,
            tint=row.tint,
            sales_unit=row.sales_unit,
            unit_net_g=row.unit_net_g,
            units_per_carton=row.units_per_carton,
            carton_tare_g=row.carton_tare_g,
            packing=row.packing,
            minimum=row.minimum,
            multiple=row.multiple,
            prefecture=row.prefecture,
            origin_district=row.origin_district,
            shelf_life_days=row.shelf_life_days,
        )
        for row in rows
    ]


class _OfProduct(Protocol):
    product: int


Part = TypeVar("Part", bound=_OfProduct)


def _by_product(rows: Iterable[Part]) -> defaultdict[int, list[Part]]:
    found: defaultdict[int, list[Part]] = defaultdict(list)
    for row in rows:
        found[row.product].append(row)
    return found


def _seller(row: ProductRecord) -> Seller:
    return Seller(row.seller, row.seller_name, row.seller_latin, row.seller_address)


def to_ladder(rows: Sequence[StepRecord]) -> Ladder:
    """Return the ladder of one list's rows, by quantity."""
    return Ladder(tuple(_step(row) for row in rows), id=rows[0].price_list if rows else 0)


def _step(row: StepRecord) -> LadderStep:
    return LadderStep(row.from_quantity, from_minor(row.price_minor, CNY.code))


def _code(row: CodeRecord) -> ProductCode:
    return ProductCode(
        tariff=Tariff(row.tariff),
        code=row.code,
        status=row.status,
        source=row.source,
        set_at=row.set_at,
    )


def product_row(facts: ProductFacts, *, seller_id: int, at: datetime) -> ProductRow:
    """Return the row of a new product; `at` is when it was listed."""
    return ProductRow(
        sku=facts.sku,
        slug=facts.slug,
        seller=seller_id,
        picture=facts.picture,
        tint=facts.tint,
        sales_unit=facts.sales_unit,
        unit_net_g=facts.unit_net_g,
        units_per_carton=facts.units_per_carton,
        carton_tare_g=facts.carton_tare_g,
        packing=facts.packing,
        minimum=facts.minimum,
        multiple=facts.multiple,
        prefecture=facts.prefecture,
        origin_district=facts.origin_district,
        shelf_life_days=facts.shelf_life_days,
        name_zh_customs=facts.customs_name,
        elements=list(facts.elements),
        element_names=list(facts.element_names),
        listed_at=at,
    )


def text_rows(product_id: int, facts: ProductFacts) -> list[TextRow]:
    return [
        TextRow(product=product_id, language=tag, name=name, description=facts.descriptions[tag])
        for tag, name in facts.names.items()
    ]


def ladder_rows(price_list_id: int, ladder: Ladder) -> list[LadderRow]:
    return [
        LadderRow(
            price_list=price_list_id,
            from_quantity=step.minimum,
            price_minor=to_minor(step.unit_price),
        )
        for step in ladder.steps
    ]


def code_rows(product_id: int, facts: ProductFacts, *, at: datetime) -> list[CodeRow]:
    """Return the rows of a product's codes; `at` is since when they hold."""
    return [
        CodeRow(
            product=product_id,
            tariff=each.tariff,
            code=each.code,
            status=each.status.value,
            source=each.source,
            set_at=at,
        )
        for each in facts.codes
    ]
