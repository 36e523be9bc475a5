"""Goods that are written down whole: the answers of every step."""

from datetime import date, datetime

from app.accounts.person import Reader
from app.catalog import actions as catalog
from app.kit.i18n import LANGUAGES
from app.listings import actions
from app.tariff.actions import china as tariff
from app.tariff.china_line import ChinaLine
from tests.app.catalog.shelf import mall

CODE = "0813409010"
ELEMENTS = ("品牌类型", "出口享惠情况", "制作或保存方法")
ANSWERS = {
    "words": {
        "name_zh": "喀什杏干",
        "description_zh": "树上自然晾干。",
        "name_en": "Dried apricots of Kashgar",
        "description_en": "Dried on the tree.",
        "name_ru": "Курага из Кашгара",
        "description_ru": "Высушена на дереве.",
        "translate": "",
    },
    "packing": {
        "sku": "APRICOT-1",
        "sales_unit": "140",
        "unit_net": "0.5",
        "units_per_carton": "20",
        "packing": "22",
        "carton_tare": "0.4",
    },
    "prices": {
        "multiple": "10",
        "from_1": "20",
        "price_1": "18.50",
        "from_2": "200",
        "price_2": "17.20",
        "from_3": "",
        "price_3": "",
        "from_4": "",
        "price_4": "",
    },
    "origin": {"prefecture": "kashgar", "shelf_life_days": "365"},
    "code": {"china_code": CODE, "customs_name": "杏干", "evidence": "Our own declaration of May."},
    "elements": {
        "element:品牌类型": "0",
        "element:出口享惠情况": "0",
        "element:制作或保存方法": "晾干",
    },
    "malls": {"mall": "bulk"},
}
"""By step, as they are saved."""


async def open_shelf() -> None:
    """Open the mall and the tariff line that the answers name."""
    await catalog.add_mall(mall("bulk", names={tag: f"bulk {tag}" for tag in LANGUAGES}))
    await tariff.add_china_line(
        ChinaLine(
            code=CODE,
            name_zh="其他干果",
            unit_1="035",
            element_names=ELEMENTS,
            source="A test.",
            valid_from=date(2026, 1, 1),
        )
    )


async def written(seller: Reader, *, at: datetime, without: tuple[str, ...] = ()) -> int:
    """Write a draft down, without the answers to these questions; return its id."""
    draft_id = await actions.begin_draft(by=seller, at=at)
    for version, answers in enumerate(ANSWERS.values(), 1):
        said = {name: text for name, text in answers.items() if name not in without}
        await actions.save_step(draft_id, said, version=version, by=seller, at=at)
    return draft_id


async def submitted(seller: Reader, *, at: datetime) -> int:
    """Open the shelf and submit a draft; return its id."""
    await open_shelf()
    draft_id = await written(seller, at=at)
    await actions.submit_draft(draft_id, by=seller, at=at)
    return draft_id
