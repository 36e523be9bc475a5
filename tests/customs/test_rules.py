"""A book of rules: numbered once, dated, and naming every place."""

from collections.abc import Iterator
from datetime import date

import pytest

from customs.rules import RuleBook, RuleTwice, Violation

BOOK: RuleBook[list[int]] = RuleBook()


@BOOK.rule("T1", "No number may be below zero.", source="test", since=date(2020, 1, 1), blocks=True)
def below_zero(numbers: list[int]) -> Iterator[str]:
    yield from (f"number {place}" for place, number in enumerate(numbers) if number < 0)


@BOOK.rule("T2", "No number may be odd.", source="test", since=date(2026, 7, 1))
def odd(numbers: list[int]) -> Iterator[str]:
    yield from (f"number {place}" for place, number in enumerate(numbers) if number % 2)


def test_every_place_of_every_rule_is_named_in_the_order_of_the_book() -> None:
    found = BOOK.check([-1, 2, -4], on=date(2026, 7, 1))
    assert found == (
        Violation("T1", "No number may be below zero.", "number 0", blocks=True),
        Violation("T1", "No number may be below zero.", "number 2", blocks=True),
        Violation("T2", "No number may be odd.", "number 0", blocks=False),
    )


def test_a_rule_holds_from_its_day_on() -> None:
    assert BOOK.check([1], on=date(2026, 6, 30)) == ()
    assert len(BOOK.check([1], on=date(2026, 7, 1))) == 1


def test_a_number_is_given_once() -> None:
    with pytest.raises(RuleTwice):
        BOOK.rule("T1", "Again.", source="test", since=date(2020, 1, 1))
    assert list(BOOK.rules) == ["T1", "T2"]
