"""A cell put together from letters in any order that a PDF may hold them in."""

from hypothesis import given
from hypothesis import strategies as st

from customs.tariff.page import Glyph
from customs.tariff.table_cell import TableCell, compose_cell

FULL, SMALL, RISE = 1300, 850, 450


def typed(text: str, *, x: int = 0, y: int = 0, size: int = FULL) -> list[Glyph]:
    return [Glyph(letter, x + 600 * place, y, size) for place, letter in enumerate(text)]


def test_an_empty_cell_and_one_of_blanks_hold_no_text() -> None:
    assert compose_cell([]) == compose_cell(typed("  ")) == TableCell()


@given(st.permutations([*typed("12,5"), *typed("63С)", x=2400, y=RISE, size=SMALL)]))
def test_a_mark_is_found_in_whatever_order_the_letters_come(glyphs: list[Glyph]) -> None:
    assert compose_cell(glyphs) == TableCell("12,5", ("63С",))


def test_a_cell_all_in_small_type_is_text() -> None:
    assert compose_cell(typed("63С)", size=SMALL)) == TableCell("63С)")


def test_small_type_that_is_no_mark_is_a_power_or_an_index() -> None:
    assert compose_cell([*typed("см"), *typed("3", x=1200, y=RISE, size=SMALL)]).text == "см³"
    assert compose_cell([*typed("H"), *typed("2", x=600, y=-200, size=SMALL)]).text == "H₂"
    assert compose_cell([*typed("5"), *typed("63D)", x=600, y=RISE, size=SMALL)]) == TableCell(
        "5⁶³D)"
    )


def test_a_mark_too_far_above_a_line_has_a_line_of_its_own() -> None:
    glyphs = [*typed("5"), *typed("0"), *typed("9C)", y=1500, size=SMALL)]
    assert compose_cell(glyphs) == TableCell("50", ("9С",))


def test_a_line_ends_in_a_blank_unless_in_a_hyphen_inside_a_word() -> None:
    lines = [*typed("древесно-", y=3000), *typed("стружечная –", y=1500), *typed("плита -", y=0)]
    assert (
        compose_cell([*lines, *typed("ДСП", y=-1500)]).text == "древесно-стружечная – плита - ДСП"
    )


def test_the_rest_of_a_cut_cell_follows_its_beginning() -> None:
    assert TableCell("11, но не", ("9С",)).followed_by(TableCell("менее", ("63С",))) == TableCell(
        "11, но не менее", ("9С", "63С")
    )
    assert TableCell("", ()).followed_by(TableCell("шт")) == TableCell("шт")
