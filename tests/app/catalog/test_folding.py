"""Words are folded the same way when they are kept and when they are asked for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.catalog.folding import NAME_MARK, index_view, query_view
from app.catalog.product import Seller
from tests.app.catalog.shelf import facts

SELLER = Seller(1, "吐鲁番果业", "Turpan Fruit", "吐鲁番市")


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("Ёлка", ["елка"]),
        ("қара өрік", ["кара", "орик"]),
        ("raisins raisins", ["raisi"]),
        ("хлопок", ["хлоп"]),
        ("葡萄干", ["葡萄", "萄干"]),
        ("枣", ["枣"]),
        ("A4纸", ["a4", "纸"]),
        ("0806 20", ["080620"]),
        ("", []),
        ("_ - ^", []),
    ],
)
def test_a_query_becomes_words(query: str, words: list[str]) -> None:
    assert query_view(query) == words


@given(st.text(max_size=200))
def test_any_text_that_names_a_product_finds_it(text: str) -> None:
    listed = facts(names={"en": text})
    kept = index_view(listed, seller=SELLER, place="Turpan, Xinjiang")
    asked = query_view(text)
    assert set(asked) <= set(kept)
    assert {NAME_MARK + word for word in asked} <= set(kept)


@given(st.text(max_size=3000))
def test_a_query_never_grows_past_a_dozen_words(text: str) -> None:
    assert len(query_view(text)) <= 12
