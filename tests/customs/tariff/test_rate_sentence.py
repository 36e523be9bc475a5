"""A rate as a sentence: every place that the sentence names is filled, and nothing else."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from moneyed import Money

from customs.tariff.rate import AdValorem, Lower, NotLess, NotMore, Other, Rate, Specific, Sum
from customs.tariff.rate_sentence import rate_sentence
from customs.tariff.unit import TariffUnit
from tests.customs.tariff.rates import shapes

FIVE = AdValorem(Decimal(5))
KILOGRAMS = Specific(Money("0.05", "EUR"), Decimal(1000), TariffUnit.KILOGRAM)


@given(shapes)
def test_a_sentence_names_exactly_the_figures_it_is_given(rate: Rate) -> None:
    said = rate_sentence(rate)
    assert set(re.findall(r"%\((\w+)\)s", said.text)) == set(said.fields)


SAID: list[tuple[Rate, str]] = [
    (AdValorem(Decimal(0)), "Free of duty"),
    (FIVE, "5% of the customs value"),
    (KILOGRAMS, "0.05 EUR for 1000 kg"),
    (NotLess(FIVE, KILOGRAMS), "5% of the customs value, but not less than 0.05 EUR for 1000 kg"),
    (NotMore(FIVE, KILOGRAMS), "5% of the customs value, but not more than 0.05 EUR for 1000 kg"),
    (Sum(FIVE, KILOGRAMS), "5% of the customs value plus 0.05 EUR for 1000 kg"),
    (
        Lower(AdValorem(Decimal(7)), NotLess(FIVE, KILOGRAMS)),
        (
            "The lower of two sums: 7% of the customs value, or 5% of it but not less than"
            " 0.05 EUR for 1000 kg"
        ),
    ),
    (Other("как решит Комиссия"), "A rate that a broker must work out: как решит Комиссия"),
]


@pytest.mark.parametrize(("rate", "words"), SAID, ids=[words for _, words in SAID])
def test_every_shape_has_its_sentence(rate: Rate, words: str) -> None:
    said = rate_sentence(rate)
    spelled = {**said.fields, "amount": "0.05 EUR"}
    assert said.text % spelled == words
