"""What is declared of goods: their codes, elements and units as they stand on a day."""

from datetime import date
from typing import Any

from app.catalog.product import Tariff
from app.catalog.tables import Product as ProductRow
from app.catalog.tables import ProductCode as ProductCodeRow
from app.declarations.snapshot import DeclaredGoods
from app.tariff.tables import ChinaTariffLine as TariffRow


async def declared_goods(
    product_ids: list[int], *, on: date, tariff: Tariff
) -> dict[int, DeclaredGoods]:
    """Will give each product's customs facts as of the day; what nobody has given stays blank.

    `tariff` is that of the country the goods go to.
    """
    rows = await ProductRow.select(
        ProductRow.id,
        ProductRow.name_zh_customs,
        ProductRow.elements,
        ProductRow.origin_district,
    ).where(ProductRow.id.is_in(product_ids))
    codes = await _codes(product_ids)
    lines = await _tariff_lines(
        [code for (_, tariff), code in codes.items() if tariff == Tariff.CHINA], on
    )
    return {row["id"]: _goods(row, codes=codes, lines=lines, tariff=tariff) for row in rows}


async def _codes(product_ids: list[int]) -> dict[tuple[int, str], str]:
    rows = (
        await ProductCodeRow.select(
            ProductCodeRow.product, ProductCodeRow.tariff, ProductCodeRow.code
        )
        .where(ProductCodeRow.product.is_in(product_ids))
        .order_by(ProductCodeRow.set_at)
    )
    # Later named codes take the place of earlier ones.
    return {(row["product"], row["tariff"]): row["code"] for row in rows}


async def _tariff_lines(codes: list[str], on: date) -> dict[str, dict[str, Any]]:
    if not codes:
        return {}
    rows = await TariffRow.select().where(
        TariffRow.code.is_in(codes)
        & (TariffRow.valid_from <= on)
        & (TariffRow.valid_to.is_null() | (TariffRow.valid_to >= on))
    )
    return {row["code"]: row for row in rows}


def _goods(
    row: dict[str, Any],
    *,
    codes: dict[tuple[int, str], str],
    lines: dict[str, dict[str, Any]],
    tariff: Tariff,
) -> DeclaredGoods:
    china_code = codes.get((row["id"], Tariff.CHINA), "")
    line = lines.get(china_code)
    return DeclaredGoods(
        china_code=china_code,
        eaeu_code=codes.get((row["id"], tariff), ""),
        name_zh=row["name_zh_customs"],
        elements=tuple(row["elements"]),
        statutory_unit_1=line["unit_1"] if line else "",
        statutory_unit_2=line["unit_2"] if line else "",
        origin_district=row["origin_district"],
        control_letters=line["supervision_letters"] if line else "",
        element_names=tuple(line["element_names"]) if line else (),
    )


async def sellers_of(product_ids: list[int]) -> dict[int, int]:
    """Will give the selling company's id by product."""
    rows = await ProductRow.select(ProductRow.id, ProductRow.seller).where(
        ProductRow.id.is_in(product_ids)
    )
    return {row["id"]: row["seller"] for row in rows}
