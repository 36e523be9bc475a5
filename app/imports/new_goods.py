"""Rows of goods that the shop does not have: what they lack, or the goods they are."""

from collections.abc import Mapping
from typing import Final

from app.catalog.product import (
    NEEDED_LANGUAGES,
    CodeStatus,
    ProductCode,
    ProductFacts,
    Tariff,
    check_facts,
)
from app.imports.column import LANGUAGE_DESCRIPTIONS, LANGUAGE_NAMES, Column
from app.imports.line import Line
from app.imports.remark import Remark
from app.imports.verdict import Judgement, Verdict, refused
from app.kit.i18n import N_
from app.kit.refusal import BadInput, Refusal

LACKING: Final = N_("To be listed, goods need this.")
_NEEDED: Final = (
    *(LANGUAGE_NAMES[tag] for tag in NEEDED_LANGUAGES),
    *(LANGUAGE_DESCRIPTIONS[tag] for tag in NEEDED_LANGUAGES),
    Column.SALES_UNIT,
    Column.UNITS_PER_CARTON,
    Column.PACKING,
    Column.MINIMUM,
    Column.MULTIPLE,
    Column.PREFECTURE,
)
_EITHER: Final = (
    (Column.NET_KG, Column.NET_G),
    (Column.TARE_KG, Column.TARE_G),
    (Column.PRICE, Column.LADDER),
)


def judge_new(line: Line, remarks: list[Remark]) -> Judgement:
    """Judge a row whose article number nobody has."""
    said = {each.column for each in remarks}
    lacking = [each for each in _NEEDED if each not in line.values and each not in said]
    lacking += [one for one, two in _EITHER if not {one, two} & {*line.values, *said}]
    lacks = [Remark(each, LACKING) for each in lacking]
    if remarks:
        return Judgement(Verdict.REFUSED, line.sku, (*remarks, *lacks))
    if lacks:
        return Judgement(Verdict.LACKS, line.sku, tuple(lacks))
    try:
        facts = _facts(line)
        check_facts(facts)
    except Refusal as refusal:
        return refused(line.sku, refusal)
    return Judgement(Verdict.NEW, line.sku, facts=facts)


def _facts(line: Line) -> ProductFacts:
    minimum = line.number(Column.MINIMUM)
    ladder = line.ladder(minimum=minimum)
    if ladder is None:
        raise BadInput  # never: `_EITHER` names what tells a price
    return ProductFacts(
        sku=line.sku,
        slug=_slug(line.sku),
        names=_texts(line, LANGUAGE_NAMES),
        descriptions=_texts(line, LANGUAGE_DESCRIPTIONS),
        picture=PICTURE,
        tint=0,
        sales_unit=line.codes(Column.SALES_UNIT)[0],
        unit_net_g=line.number(Column.NET_KG, Column.NET_G),
        units_per_carton=line.number(Column.UNITS_PER_CARTON),
        carton_tare_g=line.number(Column.TARE_KG, Column.TARE_G),
        packing=line.codes(Column.PACKING)[0],
        minimum=minimum,
        multiple=line.number(Column.MULTIPLE),
        prefecture=line.codes(Column.PREFECTURE)[0],
        ladder=ladder,
        codes=_codes(line),
        malls=line.codes(Column.MALLS),
        shelf_life_days=line.number(Column.SHELF_LIFE_DAYS),
        customs_name=line.text(Column.CUSTOMS_NAME),
        elements=line.codes(Column.ELEMENTS),
    )


PICTURE: Final = "fluent-emoji-flat:package"
"""Shown until the goods have a picture of their own."""
EVIDENCE: Final = "Seller's workbook."


def _slug(sku: str) -> str:
    return "".join(sign if sign.isascii() and sign.isalnum() else "-" for sign in sku.lower())


def _codes(line: Line) -> tuple[ProductCode, ...]:
    named = ((Tariff.HS, Column.HS_CODE), (Tariff.CHINA, Column.CHINA_CODE))
    return tuple(
        ProductCode(tariff, line.text(column), CodeStatus.PROPOSED, EVIDENCE)
        for tariff, column in named
        if line.text(column)
    )


def _texts(line: Line, columns: Mapping[str, Column]) -> dict[str, str]:
    return {tag: text for tag, column in columns.items() if (text := line.text(column))}
