"""A plain file of the tariff: its columns by name or in the order of the publication."""

import pytest

from customs.tariff.lines import NOT_A_CODE
from customs.tariff.plain import NotAPlainTariff
from customs.tariff.publication import read_publication
from customs.tariff.text import print_rate

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
    assert [(print_rate(line.rate), line.notes) for line in found.lines] == [
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


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\x00\xff\xd0",
        b"code,name,unit\n0901100001,tea,kg\n",
        b"a,b,c,d\n0901100001,tea,kg,5\n",
        b"<html>gone</html>",
        b"code,name,unit,rate\n" + b"9" * 200_000,
    ],
)
def test_a_file_that_is_no_such_table_is_refused(body: bytes) -> None:
    with pytest.raises(NotAPlainTariff):
        read_publication(body)
