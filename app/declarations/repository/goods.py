"""Query of the customs facts of goods on a day."""

from collections.abc import Iterable
from datetime import date

from app.catalog.product import Product, Tariff
from app.declarations.snapshot import DeclaredGoods
from app.tariff.china_line import ChinaLine
from app.tariff.repository import china
from customs.china.elements import Slots


async def declared_goods(
    products: Iterable[Product], *, on: date, tariff: Tariff
) -> dict[int, DeclaredGoods]:
    """Return each product's customs facts on the day by product id; unknown facts are blank.

    `tariff` is that of the country the goods go to.
    """
    goods = list(products)
    lines = await china.find_china_lines({each.code_in(Tariff.CHINA) for each in goods}, on=on)
    return {
        each.id: _goods(each, lines.get(each.code_in(Tariff.CHINA)), tariff=tariff)
        for each in goods
    }


def _goods(product: Product, line: ChinaLine | None, *, tariff: Tariff) -> DeclaredGoods:
    slots = Slots(line.element_names if line else ())
    return DeclaredGoods(
        china_code=product.code_in(Tariff.CHINA),
        eaeu_code=product.code_in(tariff),
        name_zh=product.customs_name,
        elements=slots.carry(product.elements, written_in=product.element_names),
        statutory_unit_1=line.unit_1 if line else "",
        statutory_unit_2=line.unit_2 if line else "",
        origin_district=product.origin_district,
        control_letters=line.supervision_letters if line else "",
        element_names=slots.names,
    )
