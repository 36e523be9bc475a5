"""Files from Excel are read however it saved them; what cannot be read is named."""

from datetime import date
from decimal import Decimal

import pytest

from app.kit.cells import neutral, read_day
from app.kit.i18n import speaking, translate
from app.kit.spreadsheet import (
    BadCell,
    BadTable,
    CellsBehind,
    ColumnsLack,
    ColumnTwice,
    NoTable,
    OpenQuote,
    UnknownEncoding,
    WorkbookSent,
    read_table,
)
from app.rates.feeds.gacc import HOLIDAYS, parse_holidays, parse_month_rates
from app.tariff.lists import read_list
from app.web.office.rates.export import to_csv
from customs.duties.measures import Excise

HEADS = "month,currency,value,fixing_on,source"
PLAIN = HEADS + "\n2026-12,USD,7.0812,2026-11-18,{}\n"
RUSSIAN = HEADS.replace(",", ";") + "\n2026-12;USD;7,0812;18.11.2026;Уведомление ГТУ\n"
CHINESE = (
    "MONTH\tCurrency\tVALUE\tfixing on\tSource\t\n"
    "2026/12/1\tUSD\t7.0812\t2026/11/18\t海关总署公告\t\n"
    "\t\t\t\t\t\n"
)
EMPTY = HEADS + ",,\r\n2026-12,USD,7.0812,2026-11-18,N,,\r\n,,,,,,\r\n"
SAVED = {
    "utf-8": PLAIN.format("Notice").encode(),
    "utf-8 with its mark": PLAIN.format("公告").encode("utf-8-sig"),
    "utf-16": CHINESE.encode("utf-16"),
    "utf-16 without its mark": PLAIN.format("Notice").encode("utf-16-le"),
    "windows-1251": RUSSIAN.encode("cp1251"),
    "gb 18030": CHINESE.encode("gb18030"),
    "with sep=": ("sep=;\r\n" + PLAIN.format("N").replace(",", ";")).encode(),
    "quoted newline": PLAIN.format('"Notice\nof customs"').encode(),
    "empty columns and rows": EMPTY.encode(),
}


@pytest.mark.parametrize("name", SAVED)
def test_month_rates_are_read_however_excel_saved_them(name: str) -> None:
    (rate,) = parse_month_rates(SAVED[name])
    assert (rate.month, rate.currency, rate.value, rate.fixing_on) == (
        date(2026, 12, 1),
        "USD",
        Decimal("7.0812"),
        date(2026, 11, 18),
    )
    assert rate.source


@pytest.mark.parametrize("language", ["ru", "kk", "ky", "zh_Hans"])
def test_heads_may_be_in_any_language_of_ours(language: str) -> None:

    with speaking(language):
        heads = ";".join(translate(label).upper() for label in HOLIDAYS.values())
    (holiday,) = parse_holidays(f"{heads}\n01.10.2026;国庆节;国务院\n".encode())
    assert (holiday.day, holiday.name) == (date(2026, 10, 1), "国庆节")


def test_a_list_of_the_tariff_is_read_as_russian_excel_saves_it() -> None:
    body = "prefix;country;rate_text;valid_from;source\n2203;KZ;0,75 евро за 1 л;01.01.2026;Закон\n"
    (row,) = read_list("excises", body.encode("cp1251"))
    assert row == Excise(
        prefix="2203",
        country="KZ",
        rate_text="0,75 евро за 1 л",
        valid_from=date(2026, 1, 1),
        source="Закон",
    )


@pytest.mark.parametrize(
    ("body", "refusal", "text"),
    [
        (b"", NoTable, "no row"),
        (b"\x98\xff\x98\x20", UnknownEncoding, "Windows-1251"),
        (b"PK\x03\x04...", WorkbookSent, "workbook"),
        (b"a;b\n1;2\n", ColumnsLack, "month, currency, value"),
        (SAVED["utf-8"].replace(b"source", b"VALUE"), ColumnsLack, "comma"),
        (SAVED["utf-8"].replace(b"source\n", b"source,Value\n"), ColumnTwice, "value"),
        (SAVED["utf-8"].replace(b"Notice", b'"Notice'), OpenQuote, "Row 2"),
        (SAVED["utf-8"].replace(b"Notice", b"Notice,5"), CellsBehind, "Row 2"),
        (SAVED["utf-8"].replace(b"7.0812", b"seven"), BadCell, "Row 2, column value: “seven”"),
        (SAVED["utf-8"].replace(b"7.0812", b'"7,081"'), BadCell, "column value"),
        (SAVED["utf-8"].replace(b"2026-11-18", b"11/18/2026"), BadCell, "UTF-8, separator: comma"),
        (SAVED["utf-8"].replace(b"2026-12", b"Dec-26"), BadCell, "column month"),
    ],
)
def test_a_refusal_names_row_column_encoding_and_separator_and_blames_nobody(
    body: bytes, refusal: type[BadTable], text: str
) -> None:
    with pytest.raises(refusal) as refused:
        parse_month_rates(body)
    said = str(refused.value)
    assert text in said
    assert "China Foreign Exchange" not in said


def test_a_refusal_counts_rows_as_excel_does() -> None:
    body = b'day,name,source\n2026-10-01,"a\nb",n\n\n1 October,c,n\n'
    table = read_table(body, {"day": "Day"}, optional=frozenset())
    with pytest.raises(BadCell, match="Row 4, column day"):
        read_day(table, table.rows[-1], "day")


@pytest.mark.parametrize("text", ["=1+1", "+A1", "-A1", "@SUM(A1)", "\tx"])
def test_a_cell_never_becomes_a_formula(text: str) -> None:
    assert neutral(text) == f"'{text}"
    assert neutral("-0.5") == "-0.5"


def test_an_exported_table_opens_in_russian_and_in_chinese_excel() -> None:
    rows = [("2026-11-23", "nbk", "1", "71.86", "2026-11-23", "-2.5", "=1+1")]
    with speaking("ru"):
        assert to_csv(rows).decode("utf-8-sig").splitlines()[1] == (
            "2026-11-23;nbk;1;71,86;2026-11-23;-2,5;'=1+1"
        )
    with speaking("zh_Hans"):
        body = to_csv(rows)
    assert body.startswith(b"\xef\xbb\xbf")
    assert body.decode("utf-8-sig").splitlines()[1] == (
        "2026-11-23,nbk,1,71.86,2026-11-23,-2.5,'=1+1"
    )
