"""Texts are folded to the same terms when they are indexed and when they are searched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.catalog.folding import NAME_MARK, index_terms, query_terms
from app.catalog.product import Seller
from tests.app.catalog.shelf import facts

SELLER = Seller(1, "吐鲁番果业", "Turpan Fruit", "吐鲁番市")


@pytest.mark.parametrize(
    ("query", "terms"),
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
def test_a_query_becomes_terms(query: str, terms: list[str]) -> None:
    assert query_terms(query) == terms


@given(st.text(max_size=200))
def test_any_text_that_names_a_product_finds_it(text: str) -> None:
    listed = facts(names={"en": text})
    indexed = index_terms(listed, seller=SELLER, place="Turpan, Xinjiang")
    searched = query_terms(text)
    assert set(searched) <= set(indexed)
    assert {NAME_MARK + word for word in searched} <= set(indexed)


@given(st.text(max_size=3000))
def test_a_query_never_grows_past_a_dozen_words(text: str) -> None:
    assert len(query_terms(text)) <= 12
