"""Chapters printed in the publication's layout and read back: every line once, nothing dropped."""

import io
import os
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from moneyed import Money
from pypdf import PdfReader, PdfWriter

from customs.tariff.line import TWICE, Publication, UnreadRow
from customs.tariff.line_reader import (
    NO_NAME,
    NO_RATE,
    NOT_A_CODE,
    NOT_UNDER_A_CODE,
    RATE_IN_WORDS,
)
from customs.tariff.pdf import UnreadablePdf
from customs.tariff.publication import (
    ABOVE_THE_HEAD,
    EMPTY_PAGE,
    NO_HEAD,
    OUTSIDE_THE_TABLE,
    NoTariffTable,
    read_publication,
    valid_from_file_name,
)
from customs.tariff.rate import (
    AdValorem,
    Lower,
    NotLess,
    NotMore,
    Other,
    Shape,
    Specific,
    Sum,
)
from customs.tariff.rate_text import format_rate
from customs.tariff.unit import TariffUnit
from tests.customs.tariff.chapter import NOTES, print_pdf, row, table

PUBLISHED_LINES = {
    "08": 137,
    "09": 64,
    "20": 399,
    "57": 45,
    "62": 187,
    "64": 79,
    "69": 68,
    "82": 105,
    "85": 1139,
    "94": 187,
}
"""Ten-digit lines counted in the official chapters in force on 08.03.2026."""

FIVE = AdValorem(Decimal(5))
MANY = [row(f"9901 10 {n:03} 1", f"– вид {n}", "шт", "12,5<sup>63С)</sup>") for n in range(150)]


def long_chapter() -> tuple[bytes, int]:
    return print_pdf(NOTES + table(row("9901", "Изделия:"), *MANY)), len(MANY)


def chapters() -> list[tuple[bytes, int]]:
    """The official chapters where KERUEN_REFERENCE_ETT names their folder; else one of our own."""
    folder = os.environ.get("KERUEN_REFERENCE_ETT")
    if folder is None:
        return [long_chapter()]
    found = sorted(Path(folder).glob("ru.*.pdf"))
    return [(path.read_bytes(), PUBLISHED_LINES[path.name[3:5]]) for path in found]


def bare(*parts: str) -> bytes:
    """A chapter whose pages have no numbers but those of their own."""
    return print_pdf("<style>@page { @bottom-center { content: none } }</style>" + "".join(parts))


def read(*rows: str, before: str = NOTES) -> Publication:
    return read_publication(print_pdf(before + table(*rows)))


def test_every_line_of_a_chapter_is_read_once_and_its_rate_prints_as_published() -> None:
    for body, count in chapters():
        found = read_publication(body)
        assert found.unread == []
        assert len(found.lines) == len({line.code for line in found.lines}) == count
        assert [format_rate(line.rate) for line in found.lines] == [
            line.rate_text for line in found.lines
        ]


def test_a_table_of_many_pages_is_read_under_the_head_of_each_and_reported_page_by_page() -> None:
    body, count = long_chapter()
    reported: list[tuple[int, int]] = []
    found = read_publication(body, on_page=lambda done, pages: reported.append((done, pages)))
    pages = reported[-1][1]
    assert pages > 2
    assert reported == [(page, pages) for page in range(1, pages + 1)]
    assert {line.page for line in found.lines} == set(range(1, pages + 1))
    assert [line.name for line in found.lines] == [f"вид {n}" for n in range(count)]
    assert {line.notes for line in found.lines} == {("63С",)}


def test_names_stand_under_their_headings_with_and_without_a_code() -> None:
    found = read(
        row("", "I. МЕБЕЛЬ"),
        row("[9900]", "–"),
        row("9901", "Мебель древесно-<br>стружечная:"),
        row("9901 10", "– детская:"),
        row("", "– – из бука:"),
        row("9901 10 000 1", "– – – складная<sup>5)</sup>", "–", "5"),
        row("9901 10 000 9", "– – – прочая", "–", "5"),
        row("9901 90 000 0", "– прочая", "–", "5"),
        row("", "II. ПРОЧЕЕ"),
        row("9903 00 000 0", "Изделия прочие", "–", "5"),
    )
    assert found.unread == []
    assert [line.full_name for line in found.lines] == [
        "I. МЕБЕЛЬ / Мебель древесно-стружечная / детская / из бука / складная",
        "I. МЕБЕЛЬ / Мебель древесно-стружечная / детская / из бука / прочая",
        "I. МЕБЕЛЬ / Мебель древесно-стружечная / прочая",
        "II. ПРОЧЕЕ / Изделия прочие",
    ]
    assert [line.name_marks for line in found.lines] == [("5",), (), (), ()]


def test_a_mark_is_distinguished_from_its_number_by_the_size_of_its_type() -> None:
    found = read(
        row("9901 10 000 1", "пять", "–", "5<sup>63С)</sup>"),
        row("9901 10 000 2", "с латинской буквой", "–", "56<sup>3C)</sup>"),
        row("9901 10 000 3", "две", "–", "0<sup>9С), 63С)</sup>"),
        row("9901 10 000 4", "на мере", "м<sup>2</sup>", "0,38 евро за 1 м<sup>212С)</sup>"),
        row("9901 10 000 5", "на строке", "м²", "0,38 евро за<br>1 м²<br><sup>12С)</sup>"),
    )
    assert [(line.rate_text, line.notes) for line in found.lines] == [
        ("5", ("63С",)),
        ("56", ("3С",)),
        ("0", ("9С", "63С")),
        ("0,38 евро за 1 м²", ("12С",)),
        ("0,38 евро за 1 м²", ("12С",)),
    ]
    assert [line.unit for line in found.lines] == ["", "", "", "м²", "м²"]


def test_powers_and_indices_stay_in_a_name_and_wrapped_cells_are_put_together() -> None:
    found = read(
        row(
            "9901 10 000 1",
            "K<sub>2</sub>O не более 10<sup>–6</sup> на 1 см<sup>3</sup>",
            "л<br>100%<br>спирта",
            "11, но не менее<br>0,\u00ad<br>05 евро\u00a0за<br>1 кг",
        ),
    )
    (line,) = found.lines
    assert line.name == "K₂O не более 10⁻⁶ на 1 см³"
    assert (line.unit, line.rate_text) == ("л 100% спирта", "11, но не менее 0,05 евро за 1 кг")


def test_a_row_that_the_page_cuts_is_read_as_one() -> None:
    name = " ".join(f"слово{n}" for n in range(240))
    found = read(
        row("9901 10 000 1", "первая", "–", "5"),
        row("9901 10 000 2", f"– {name}<sup>5)</sup>", "шт", "7", style="break-inside: auto"),
        row("", "– прочие:"),
        row("9901 10 000 3", "– – последняя", "–", "0"),
    )
    assert found.unread == []
    assert [line.page for line in found.lines] == [1, 1, 2]
    assert (found.lines[1].name, found.lines[1].name_marks) == (name, ("5",))
    assert found.lines[2].parents == ("первая", "прочие:")


def test_an_unnumbered_heading_that_opens_a_page_is_not_the_rest_of_the_row_before() -> None:
    found = read(
        row("9901 10 000 1", "– первая", "–", "5"),
        row("", "– прочие:", style="break-before: page"),
        row("9901 10 000 2", "– – вторая", "–", "5"),
    )
    assert [line.full_name for line in found.lines] == ["первая", "прочие / вторая"]


@pytest.mark.parametrize("title", ["ПРОЧИЕ ТОВАРЫ", "II. Прочие товары", "МЕБЕЛЬ (ИЗ ДЕРЕВА)"])
def test_a_title_that_opens_a_page_is_not_the_rest_of_the_row_before(title: str) -> None:
    found = read(
        row("9901", "изделия:"),
        row("9901 10 000 1", "– первая", "–", "5"),
        row("", title, style="break-before: page"),
        row("9902", "изделия:"),
        row("9902 10 000 2", "– вторая", "–", "5"),
    )
    assert [line.full_name for line in found.lines] == [
        "изделия / первая",
        f"{title} / изделия / вторая",
    ]


@pytest.mark.parametrize(("code", "rate"), [("9901", ""), ("9901 10 000 1", "5")])
def test_a_code_with_a_name_in_capitals_is_no_title(code: str, rate: str) -> None:
    found = read(
        row(code, "МЕБЕЛЬ", "", rate),
        row("9902", "изделия:"),
        row("9902 10 000 0", "– прочие", "–", "5"),
    )
    assert found.lines[-1].parents == ("изделия:",)


@pytest.mark.parametrize(
    ("begun", "rest"),
    [
        ("машин позиций 8701", "– 8705 (кроме)"),
        ("машин позиций 8701 –", "8705 (кроме)"),
        ("действующее вещество", "(ISO)"),
        ("проигрыватели", "CD И DVD"),
        ("соответствующие", "ГОСТ 10"),
    ],
)
def test_the_rest_of_a_cut_name_may_be_a_range_or_an_abbreviation(begun: str, rest: str) -> None:
    found = read(
        row("9901", "изделия:"),
        row("9901 10", f"– {begun}"),
        row("", rest, style="break-before: page"),
        row("9901 10 000 1", "– – первая", "–", "5"),
    )
    assert found.unread == []
    assert found.lines[0].parents == ("изделия:", f"{begun} {rest}")


@pytest.mark.parametrize(("before", "heading"), [("вид 1", "– 1,4-диоксан:"), ("вид", "– 9902:")])
def test_a_heading_with_figures_that_opens_a_page_is_no_rest_of_a_range(
    before: str, heading: str
) -> None:
    found = read(
        row("9901 10 000 1", f"– {before}", "–", "5"),
        row("", heading, style="break-before: page"),
        row("9901 10 000 2", "– – вторая", "–", "5"),
    )
    assert [line.name for line in found.lines] == [before, "вторая"]
    assert found.lines[1].parents == (heading.removeprefix("– "),)


def test_a_page_that_opens_with_words_and_no_row_before_it_is_a_heading() -> None:
    found = read(row("", "без кода и тире"), row("9901 10 000 1", "– первая", "–", "5"))
    assert [line.full_name for line in found.lines] == ["без кода и тире / первая"]


def test_a_plus_in_the_margin_says_that_the_code_was_used_for_other_goods() -> None:
    plus = "<span style='position: absolute; margin-left: -20pt'>+</span>9901 10 000 1"
    found = read(row(plus, "первая", "–", "5"), row("9901 10 000 2", "вторая", "–", "5"))
    assert [(line.code, line.is_reused) for line in found.lines] == [
        ("9901100001", True),
        ("9901100002", False),
    ]


def test_text_beside_the_table_is_listed_and_the_line_kept() -> None:
    left = "<span style='position: absolute; margin-left: -30pt'>см.</span>9901 10 000 1"
    right = "<span style='position: absolute; margin-left: 125pt'>9С)</span>5"
    found = read(row(left, "первая", "–", "5"), row("9901 10 000 2", "вторая", "–", right))
    assert [line.rate for line in found.lines] == [FIVE, FIVE]
    assert [(it.page, it.text, it.reason) for it in found.unread] == [
        (1, "см. 9С) 1", OUTSIDE_THE_TABLE)
    ]


def test_what_cannot_be_read_is_listed_with_its_page_and_nothing_else_is_lost() -> None:
    found = read(
        row("9901 10 000 1", "первая", "–", "5"),
        row("9901 10 000 1", "снова она", "–", "7"),
        row("9901 10 00O 2", "буква вместо нуля", "–", "5"),
        row("9901 10 000 3", "без ставки", "–", ""),
        row("9901 20", "заголовок со ставкой", "–", "5"),
        row("9901 30", "заголовок с единицей", "шт", ""),
        row("9901 40 000 0<br>9901 50 000 0", "два кода", "–", "5"),
        row("9901 60 000 0", "словами", "–", "по решению Комиссии"),
        row("", "без кода с одной сноской", "", "<sup>9С)</sup> <sup>63С)</sup>"),
        row("9901 65 000 0", "–", "–", "5"),
        row("9901 70 000 0", "последняя", "–", "0"),
    )
    assert [line.code for line in found.lines] == ["9901100001", "9901600000", "9901700000"]
    assert [line.rate for line in found.lines] == [
        AdValorem(Decimal(5)),
        Other("по решению Комиссии"),
        AdValorem(Decimal(0)),
    ]
    assert [(it.page, it.reason) for it in found.unread] == [
        (1, TWICE),
        (1, NOT_A_CODE),
        (1, NO_RATE),
        (1, NOT_UNDER_A_CODE),
        (1, NOT_UNDER_A_CODE),
        (1, NOT_A_CODE),
        (1, RATE_IN_WORDS),
        (1, NOT_UNDER_A_CODE),
        (1, NO_NAME),
    ]
    assert found.unread[0].text == "9901 10 000 1 | снова она | – | 7"


def test_a_code_in_the_notes_or_in_another_table_before_is_no_line() -> None:
    other = table(row("9901 20 000 0", "не более", "–", "0,5"), head="")
    found = read(row("9901 10 000 1", "первая", "–", "5"), before=NOTES + other)
    assert [line.code for line in found.lines] == ["9901100001"]
    assert found.unread == []


def test_text_under_the_head_that_stands_in_no_row_is_listed() -> None:
    stray = "<div style='border: 1pt solid'>9901 10 000 2 вне таблицы</div>"
    found = read_publication(print_pdf(table(row("9901 10 000 1", "первая", "–", "5")) + stray))
    assert [(it.page, it.text, it.reason) for it in found.unread] == [
        (1, "9901 10 000 2 вне таблицы 1", OUTSIDE_THE_TABLE)
    ]


@pytest.mark.parametrize("text", ["9901 20 000 0", "12 - 5", "١٢", "1234"])
def test_figures_that_are_no_number_of_a_page_are_listed_where_they_stand_in_no_row(
    text: str,
) -> None:
    found = read_publication(bare(table(row("9901 10 000 1", "первая", "–", "5")), f"<p>{text}"))
    assert found.unread == [UnreadRow(1, text, OUTSIDE_THE_TABLE)]


@pytest.mark.parametrize("text", ["12", "– 12 –", "-127-", "– 3"])
def test_the_number_of_a_page_is_no_part_of_the_tariff_above_and_below_its_table(text: str) -> None:
    one = f"<p>{text}</p>{table(row('9901 10 000 1', 'первая', '–', '5'))}<p>{text}</p>"
    two = (
        f"<p style='break-before: page'>{text}</p>{table(row('9901 20 000 0', 'вторая', '', '5'))}"
    )
    found = read_publication(bare(one, two))
    assert ([line.page for line in found.lines], found.unread) == ([1, 2], [])


def test_rows_above_the_head_of_a_later_page_are_listed() -> None:
    lost = table(row("9901 20 000 0", "потеряна", "–", "7"), head="")
    later = (
        f"<div style='break-before: page'>{lost}{table(row('9901 30 000 0', 'вторая', '', '5'))}"
    )
    found = read_publication(bare(NOTES, table(row("9901 10 000 0", "первая", "–", "5")), later))
    assert [line.code for line in found.lines] == ["9901100000", "9901300000"]
    assert found.unread == [UnreadRow(2, "9901 20 000 0 потеряна–7", ABOVE_THE_HEAD)]


def test_lines_across_the_page_and_rows_without_text_are_nothing_to_read() -> None:
    across = "<div style='height: 1pt; background: black'></div>"
    rows = (row("9901 10 000 1", "первая", "–", "5"), row(), row())
    found = read(*rows, before=across)
    assert ([line.name for line in found.lines], found.unread) == (["первая"], [])


def test_codes_that_another_publication_has_are_left_out_and_listed() -> None:
    found = read(row("9901 10 000 1", "первая", "–", "5"), row("9901 10 000 2", "вторая", "–", "5"))
    rest = found.without({"9901100001", "9902000000"})
    assert [line.code for line in rest.lines] == ["9901100002"]
    assert rest.unread == [UnreadRow(1, "9901100001 | первая", TWICE)]


def test_a_page_without_a_head_after_the_table_began_is_listed() -> None:
    body = table(row("9901 10 000 1", "первая", "–", "5"))
    last = "<p style='break-before: page'>9901 10 000 2 без головы</p>"
    found = read_publication(print_pdf(body + last))
    assert [(it.page, it.reason) for it in found.unread] == [(2, NO_HEAD)]
    assert "9901 10 000 2 без головы" in found.unread[0].text


def test_an_empty_page_after_the_table_began_is_listed_and_before_it_is_nothing() -> None:
    body = bare(table(row("9901 10 000 1", "первая", "–", "5")))
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(body)))
    writer.insert_blank_page(index=0)
    writer.add_blank_page()
    emptied = io.BytesIO()
    writer.write(emptied)
    found = read_publication(emptied.getvalue())
    assert [line.page for line in found.lines] == [2]
    assert found.unread == [UnreadRow(3, "", EMPTY_PAGE)]


def test_every_shape_of_a_rate_is_read_from_a_column_that_wraps_it() -> None:
    amounts = [Specific(Money("0.375", "EUR"), Decimal(1), unit) for unit in TariffUnit]
    dollars = Specific(Money(340, "USD"), Decimal(1000), TariffUnit.KILOGRAM)
    rates: list[Shape] = [dollars, NotMore(FIVE, dollars)]
    for amount in amounts:
        least = NotLess(FIVE, amount)
        rates += [amount, least, Sum(FIVE, amount), Lower(FIVE, least)]
    rows = [row(f"9901 10 {n:03} 0", "вид", "–", format_rate(rate)) for n, rate in enumerate(rates)]
    found = read(*rows)
    assert found.unread == []
    assert [line.rate for line in found.lines] == rates


def test_a_pdf_without_the_table_is_refused() -> None:
    with pytest.raises(NoTariffTable):
        read_publication(print_pdf(NOTES))


def test_a_pdf_that_is_broken_or_locked_is_refused(tmp_path: Path) -> None:
    whole = print_pdf(table(row("9901 10 000 1", "первая", "–", "5")))
    with pytest.raises(UnreadablePdf):
        read_publication(b"%PDF-1.7 and no more")
    plain, locked = tmp_path / "plain.pdf", tmp_path / "locked.pdf"
    plain.write_bytes(whole)
    writer = PdfWriter(clone_from=PdfReader(plain))
    writer.encrypt("a word nobody knows", algorithm="RC4-128")
    writer.write(locked)
    with pytest.raises(UnreadablePdf):
        read_publication(locked.read_bytes())


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("ru.08_2022_28.07.2024.pdf", date(2024, 7, 28)),
        ("ru.57_2022.pdf", date(2022, 1, 1)),
        ("ru.57_2022_31.02.2024.pdf", None),
        ("08_2022_28.07.2024.pdf", None),
        ("ru.08_2022_28.07.2024", None),
        ("tea.csv", None),
    ],
)
def test_the_commissions_own_name_of_a_file_says_its_first_day(name: str, day: date | None) -> None:
    assert valid_from_file_name(name) == day
