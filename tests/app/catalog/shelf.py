"""A small shelf in a real database: two sellers, two malls, four goods with all their texts."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from moneyed import Money

from app.accounts.tables import Company
from app.catalog import actions
from app.catalog.ladder import Ladder, LadderStep
from app.catalog.mall import MallFacts
from app.catalog.product import CodeStatus, Product, ProductCode, ProductFacts, Tariff
from app.kit.i18n import LANGUAGES
from app.tariff.actions import china as tariff
from app.tariff.china_line import ChinaLine

MORNING = datetime(2026, 11, 23, 3, tzinfo=UTC)

RAISINS = {
    "en": "Green raisins of Turpan",
    "ru": "Зелёный изюм из Турфана",
    "kk": "Тұрпанның жасыл мейізі",
    "ky": "Турпандын жашыл мейизи",
    "zh_Hans": "吐鲁番绿葡萄干",
}
WALNUTS = {
    "en": "Thin-shelled walnuts",
    "ru": "Тонкокорые грецкие орехи",
    "kk": "Жұқа қабықты грек жаңғағы",
    "ky": "Жука кабыктуу грек жаңгагы",
    "zh_Hans": "薄皮核桃",
}
SOCKS = {
    "en": "Cotton socks",
    "ru": "Хлопковые носки",
    "kk": "Мақта шұлық",
    "ky": "Кебез байпак",
    "zh_Hans": "纯棉袜子",
}
BAGS = {
    "en": "Gift bags",
    "ru": "Подарочные пакеты",
    "kk": "Сыйлық пакеттер",
    "ky": "Белек баштыктар",
    "zh_Hans": "礼品袋",
}
GIFTS = {
    "en": "For raisins and sweets.",
    "ru": "Для изюма и сладостей.",
    "kk": "Мейіз бен тәттілерге арналған.",
    "ky": "Мейиз жана таттуулар үчүн.",
    "zh_Hans": "用于装葡萄干和糖果。",
}
PLAIN = dict.fromkeys(LANGUAGES, "—")


async def save_seller(slug: str, *, kind: str = "seller", name: str = "吐鲁番果业") -> Company:
    company = Company(
        slug=slug,
        kind=kind,
        country="CN",
        name=name,
        name_latin=f"{slug.capitalize()} Fruit",
        number=f"9165{slug.upper():0<14}"[:18],
        number_kind="uscc",
        address="新疆吐鲁番市",
        created_at=MORNING,
    )
    await company.save()
    return company


def mall(code: str = "bulk", *, position: int = 1, **changes: Any) -> MallFacts:  # noqa: ANN401 -- changes by name
    fitting = {
        "code": code,
        "position": position,
        "accent": "#b3261e",
        "picture": "keruen:grapes",
        "tint": 4,
        "names": {tag: f"{code} {tag}" for tag in LANGUAGES},
        "intros": {tag: f"Welcome {tag}" for tag in LANGUAGES},
    }
    return MallFacts(**{**fitting, **changes})


def ladder(steps: Mapping[int, str]) -> Ladder:
    return Ladder(
        tuple(LadderStep(minimum, Money(price, "CNY")) for minimum, price in steps.items())
    )


def code(digits: str, tariff: Tariff = Tariff.HS) -> ProductCode:
    return ProductCode(tariff, digits, CodeStatus.PROPOSED, "From the exporter.")


def facts(sku: str = "RAISINS", **changes: Any) -> ProductFacts:  # noqa: ANN401 -- changes by name
    fitting = {
        "sku": sku,
        "slug": sku.lower(),
        "names": RAISINS,
        "descriptions": PLAIN,
        "picture": "keruen:grapes",
        "tint": 4,
        "sales_unit": "140",
        "unit_net_g": 5000,
        "units_per_carton": 4,
        "carton_tare_g": 600,
        "packing": "22",
        "minimum": 40,
        "multiple": 4,
        "prefecture": "turpan",
        "ladder": ladder({40: "62.00", 200: "59.50"}),
        "malls": ("bulk",),
    }
    return ProductFacts(**{**fitting, **changes})


async def list_product(sku: str = "RAISINS", **changes: Any) -> Product:  # noqa: ANN401 -- changes by name
    return await actions.add_product(facts(sku, **changes), seller="turpan", at=MORNING)


async def save_raisins_line() -> None:
    line = ChinaLine(
        code="0806200000",
        name_zh="葡萄干",
        unit_1="035",
        element_names=("品牌类型", "出口享惠情况", "包装规格"),
        source="From memory.",
        valid_from=date(2026, 1, 1),
    )
    await tariff.add_china_line(line)


async def fill_shelf() -> dict[str, Product]:
    """Open two malls and list four goods of one seller."""
    await save_seller("turpan")
    await save_raisins_line()
    await actions.add_mall(mall("hub", position=2))
    await actions.add_mall(mall("bulk", position=1))
    codes = (
        code("080620"),
        code("0806200000", Tariff.CHINA),
        code("0806209000", Tariff.EAEU),
    )
    return {
        "raisins": await list_product("RAISINS", codes=codes, elements=("0", "0", "箱装")),
        "walnuts": await list_product(
            "WALNUTS",
            names=WALNUTS,
            ladder=ladder({1: "33.33"}),
            minimum=1,
            multiple=1,
            sales_unit="035",
            unit_net_g=1000,
            codes=(code("080232"),),
            prefecture="aksu",
        ),
        "socks": await list_product(
            "SOCKS", names=SOCKS, malls=("hub",), sales_unit="025", prefecture="jinhua"
        ),
        "bags": await list_product(
            "BAGS", names=BAGS, descriptions=GIFTS, malls=("hub", "bulk"), prefecture="jinhua"
        ),
    }
