"""A plain file of the tariff: its columns by name or in the order of the publication."""

from decimal import Decimal

import pytest

from customs.tariff.csv_file import NO_COLUMN, NotATariffCsv
from customs.tariff.footnote_mark import NotAMark
from customs.tariff.line import UnreadRow
from customs.tariff.line_reader import NO_LETTER, NO_NAME, NOT_A_CODE, RATE_IN_WORDS
from customs.tariff.publication import read_publication
from customs.tariff.rate import AdValorem, Other
from customs.tariff.rate_text import format_rate

OWN = """code,name,unit,rate_text,notes
9901,Изделия:,,,
9901 10 000 1,– первые,–,"11, но не менее 0,05 евро за 1 кг",63C) 9С

,,,,
0902100001,– вторые,шт,5 12С),
9901 10 00,– – восемь цифр,,,
цифр нет,– третьи,шт,5,
"""
HEADS = "Ставка ввозной таможенной пошлины;Доп. ед. изм.;Наименование позиции;Код ТН ВЭД\r\n"


def test_columns_are_found_by_the_words_that_the_command_prints() -> None:
    found = read_publication(OWN.encode())
    assert [(line.code, line.full_name, line.unit, line.page) for line in found.lines] == [
        ("9901100001", "Изделия / первые", "", 3),
        ("0902100001", "Изделия / вторые", "шт", 6),
    ]
    assert [(format_rate(line.rate), line.notes) for line in found.lines] == [
        ("11, но не менее 0,05 евро за 1 кг", ("63С", "9С")),
        ("5", ("12С",)),
    ]
    assert [(it.page, it.reason) for it in found.unread] == [(8, NOT_A_CODE)]


def test_columns_are_found_by_the_heads_of_the_publication_in_any_order() -> None:
    body = f"{HEADS}12,5;м2;ковёр;0901 10 000 1\r\n".encode("utf-8-sig")
    (line,) = read_publication(body).lines
    assert (line.code, line.name, line.unit, line.rate_text) == (
        "0901100001",
        "ковёр",
        "м²",
        "12,5",
    )


def test_a_file_without_heads_has_the_columns_of_the_publication() -> None:
    (line,) = read_publication("0901100001\tкофе\t–\t5\n".encode()).lines
    assert (line.code, line.name, line.unit, line.rate_text) == ("0901100001", "кофе", "", "5")


def test_blank_lines_before_the_heads_are_no_heads() -> None:
    (line,) = read_publication(f"\r\n;;;\r\n{HEADS}5;;чай;0902100001\r\n".encode()).lines
    assert (line.code, line.rate_text, line.page) == ("0902100001", "5", 4)


@pytest.mark.parametrize(
    ("heads", "row"),
    [
        ("code,name,unit,rate_text", "0902100001,чай,,12,5"),
        ("code,name,unit,rate_text", "0902100001,чай,,11, но не менее 0,05 евро за 1 кг"),
        ("code,name,unit,rate_text,notes", "0902100001,чай,,12,5,63С"),
        ("code,name,unit,rate_text,comment", "0902100001,чай,,12,5"),
        ("code,name,unit,rate_text,kind,percent", "0902100001,чай,,12,5,advalorem,12.5"),
        ("code,name,unit,rate_text,comment", "0902100001,чай,,11, но не менее 0"),
        ("0901100001,кофе,,5", "0902100001,чай,,12,5"),
    ],
)
def test_a_decimal_comma_without_quotes_leaves_the_row_unread(heads: str, row: str) -> None:
    found = read_publication(f"{heads}\n{row}\n".encode())
    assert "0902100001" not in {line.code for line in found.lines}
    assert [(it.page, it.reason) for it in found.unread] == [(2, NO_COLUMN)]


def test_other_named_columns_are_left_alone() -> None:
    body = (
        "code,name,unit,rate_text,kind,percent,comment\n"
        '0902100001,чай,,"12,5",advalorem,12.5,зелёный\n'
    )
    (line,) = read_publication(body.encode()).lines
    assert line.rate_text == "12,5"


def test_an_unread_row_is_reported_cell_by_cell() -> None:
    found = read_publication("0901100001,кофе,,5\n0902100001,чай,, 12,5\n".encode())
    assert found.unread == [UnreadRow(2, "0902100001 | чай |  | 12 | 5", NO_COLUMN)]


def test_blank_cells_behind_the_last_column_are_nothing() -> None:
    body = "code,name,unit,rate_text,\n0902100001,чай,,5,,\n0902100002,чай,,5\n"
    found = read_publication(body.encode())
    assert ([line.rate_text for line in found.lines], found.unread) == (["5", "5"], [])


@pytest.mark.parametrize("notes", ["63", "см. 9", "63c", "5", "9С и 63С"])
def test_notes_that_are_no_marks_leave_the_row_unread(notes: str) -> None:
    body = f"code,name,unit,rate_text,notes\n0902100001,чай,,12,{notes}\n"
    found = read_publication(body.encode())
    assert found.lines == []
    assert found.unread == [UnreadRow(2, f"0902100001 | чай |  | 12 | {notes}", NotAMark.sentence)]


def test_a_mark_at_the_rate_and_again_in_the_notes_is_one_mark() -> None:
    body = "code,name,unit,rate_text,notes\n0902100001,чай,,5 63С),63C 9С\n"
    (line,) = read_publication(body.encode()).lines
    assert (line.rate_text, line.notes) == ("5", ("63С", "9С"))


def test_one_row_that_counts_goods_by_nothing_does_not_cost_the_others() -> None:
    body = "0902100001,чай,,5 евро за 0 кг\n0902100002,чай,,5\n"
    found = read_publication(body.encode())
    assert [line.rate for line in found.lines] == [
        Other("5 евро за 0 кг"),
        AdValorem(Decimal(5)),
    ]
    assert [(it.page, it.reason) for it in found.unread] == [(1, RATE_IN_WORDS)]


@pytest.mark.parametrize("code", ["０９０２１００００１", "٠٩٠٢١٠٠٠٠١"])
def test_digits_of_another_script_are_no_code(code: str) -> None:
    found = read_publication(f"0901100001,кофе,,5\n{code},чай,,5\n".encode())
    assert [line.code for line in found.lines] == ["0901100001"]
    assert [(it.page, it.reason) for it in found.unread] == [(2, NOT_A_CODE)]


@pytest.mark.parametrize("row", ["0902100001,ч\0й,,5", "0902100001,чай,\0,5", "0902100001,чай,,\0"])
def test_a_row_with_a_letter_that_no_database_takes_is_unread(row: str) -> None:
    found = read_publication(f"0901100001,кофе,,5\n{row}\n".encode())
    assert [line.code for line in found.lines] == ["0901100001"]
    assert [(it.page, it.reason) for it in found.unread] == [(2, NO_LETTER)]


@pytest.mark.parametrize("row", ["0902100001,,,5", "0902100001,– –,,5", "0902,,,"])
def test_a_row_without_a_name_is_unread(row: str) -> None:
    found = read_publication(f"0901100001,кофе,,5\n{row}\n".encode())
    assert [line.code for line in found.lines] == ["0901100001"]
    assert [(it.page, it.reason) for it in found.unread] == [(2, NO_NAME)]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\x00\xff\xd0",
        b"code,name,unit\n0901100001,tea,kg\n",
        b"a,b,c,d\n0901100001,tea,kg,5\n",
        b"<html>gone</html>",
        b"code,name,unit,rate\n" + b"9" * 200_000,
        b"\n\n,,,\n",
        b"code,name,unit,rate,rate_text\n0901100001,tea,,5,7\n",
        b"code,name,unit,rate,code\n0901100001,tea,,5,0901100002\n",
        "０９０１１００００１,tea,,5\n".encode(),
    ],
)
def test_a_file_that_is_no_such_table_is_refused(body: bytes) -> None:
    with pytest.raises(NotATariffCsv):
        read_publication(body)
