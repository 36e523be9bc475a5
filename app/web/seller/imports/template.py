"""The workbook to fill in: heads that are recognised, an example, and a sheet of allowed words."""

import io
from collections.abc import Mapping
from typing import Final

import xlsxwriter

from app.imports.column import STEPS, Column
from app.imports.heads import head_in
from app.kit.i18n import N_, language, text_of, translate
from app.web.seller.imports.pages import AllowedWords
from customs.codes import Code

_LEFT_OUT: Final = {Column.NET_G, Column.TARE_G, Column.LADDER, *STEPS[1], *STEPS[2]}
"""Columns that say in another way what the template has already, or that few need."""
_EXAMPLE: Final[Mapping[Column, str | int | float]] = {
    Column.NAME_ZH: "吐鲁番绿葡萄干",
    Column.NAME_RU: "Зелёный изюм из Турфана",
    Column.NAME_EN: "Green raisins of Turpan",
    Column.DESCRIPTION_ZH: "无籽，晾房自然风干。",
    Column.DESCRIPTION_RU: "Без косточек, высушен в тени.",
    Column.DESCRIPTION_EN: "Seedless, dried in the shade.",
    Column.SALES_UNIT: "盒",
    Column.NET_KG: 0.5,
    Column.UNITS_PER_CARTON: 20,
    Column.TARE_KG: 0.6,
    Column.PACKING: "22",
    Column.MINIMUM: 40,
    Column.MULTIPLE: 20,
    Column.PRICE: 12.5,
    Column.FROM_2: 200,
    Column.PRICE_2: 11.9,
    Column.PREFECTURE: "新疆吐鲁番",
    Column.SHELF_LIFE_DAYS: 365,
    Column.HS_CODE: "080620",
    Column.CHINA_CODE: "0806200000",
    Column.CUSTOMS_NAME: "葡萄干",
}
_WIDE: Final = 18


def template_workbook(words: AllowedWords) -> bytes:
    """Return the template in the reader's language."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        text = book.add_format({"num_format": "@"})
        sheet = book.add_worksheet(translate(N_("Goods")))
        columns = [each for each in Column if each not in _LEFT_OUT]
        for place, column in enumerate(columns):
            # Columns of texts and codes are text, so that no program takes off a leading zero.
            sheet.set_column(place, place, _WIDE, text if _is_text(column) else None)
            sheet.write_string(0, place, head_in(column, language()), bold)
            example = _EXAMPLE.get(column, "")
            if column is Column.SKU:
                example = translate(N_("Example"))
            if isinstance(example, str):
                sheet.write_string(1, place, example)
            else:
                sheet.write_number(1, place, example)
        sheet.freeze_panes(1, 1)
        _allowed(book, words)
    return buffer.getvalue()


def _is_text(column: Column) -> bool:
    kind = column.partition("_")[0]
    return kind in {"sku", "barcode", "name", "description", "hs", "china", "elements", "customs"}


def _allowed(book: xlsxwriter.Workbook, words: AllowedWords) -> None:
    """Add the sheet of the words that cells may hold, a column each."""
    sheet = book.add_worksheet(translate(N_("Allowed words")))
    bold = book.add_format({"bold": True})
    lists = (
        (Column.SALES_UNIT, [_name_of(row) for row in words.units]),
        (Column.PACKING, [_name_of(row) for row in words.packings]),
        (Column.PREFECTURE, [text_of(place.names) for place in words.prefectures]),
        (Column.MALLS, [mall.name for mall in words.malls]),
    )
    for place, (column, known) in enumerate(lists):
        sheet.set_column(place, place, _WIDE)
        sheet.write_string(0, place, head_in(column, language()), bold)
        for row, word in enumerate(dict.fromkeys(known), start=1):
            sheet.write_string(row, place, word)


def _name_of(row: Code) -> str:
    return row.name_zh if language() == "zh_Hans" else translate(row.name_en)
