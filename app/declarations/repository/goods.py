"""Query of the customs facts of goods on a day."""

from collections.abc import Mapping
from datetime import date

from app.catalog.product import Product, Tariff
from app.catalog.repository import codes as catalog
from app.declarations.snapshot import DeclaredGoods
from app.orders.order import Order
from app.tariff.china_line import ChinaLine
from app.tariff.repository import china
from customs.china.elements import Slots

Codes = Mapping[str, str]
"""Codes of goods by tariff."""


async def declared_goods(
    order: Order, products: Mapping[int, Product], *, on: date, tariff: Tariff
) -> dict[int, DeclaredGoods]:
    """Return the customs facts on the day of an order's goods by product id.

    `tariff` is that of the country the goods go to. Unknown facts are blank.
    """
    return await goods_by_codes(await _codes(order), products, on=on, tariff=tariff)


async def goods_by_codes(
    codes: Mapping[int, Codes], products: Mapping[int, Product], *, on: date, tariff: Tariff
) -> dict[int, DeclaredGoods]:
    """Return the customs facts on the day of goods with these codes, both by product id."""
    lines = await china.find_china_lines(
        {each.get(Tariff.CHINA, "") for each in codes.values()}, on=on
    )
    return {
        product_id: _goods(
            products[product_id], lines.get(own.get(Tariff.CHINA, "")), codes=own, tariff=tariff
        )
        for product_id, own in codes.items()
    }


async def _codes(order: Order) -> dict[int, Codes]:
    """Return by product the codes that the order was placed with.

    One that was taken back since must not be declared, and one that lacked may be known by now:
    there the code that stands is taken.
    """
    ids = {line.product_id for line in order.lines}
    standing = await catalog.codes_for(ids, firm_id=order.terms.broker_id)
    gone = await catalog.codes_gone(ids)
    return {
        line.product_id: {
            **{tariff: each.code for tariff, each in standing[line.product_id].items()},
            **{
                tariff: code
                for tariff, code in line.codes.items()
                if (line.product_id, tariff, code) not in gone
            },
        }
        for line in order.lines
    }


def _goods(
    product: Product, line: ChinaLine | None, *, codes: Codes, tariff: Tariff
) -> DeclaredGoods:
    slots = Slots(line.element_names if line else ())
    return DeclaredGoods(
        china_code=codes.get(Tariff.CHINA, ""),
        eaeu_code=codes.get(tariff, ""),
        name_zh=product.customs_name,
        elements=slots.carry(product.elements, written_in=product.element_names),
        statutory_unit_1=line.unit_1 if line else "",
        statutory_unit_2=line.unit_2 if line else "",
        origin_district=product.origin_district,
        control_letters=line.supervision_letters if line else "",
        element_names=slots.names,
    )
