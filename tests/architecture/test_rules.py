"""docs/rules.md agrees with the rules."""

from tests.architecture.rules_table import BOOKS, PATH, table


def test_the_table_in_docs_is_made_of_the_rules() -> None:
    assert PATH.read_text(encoding="utf-8") == table()


def test_no_number_stands_twice_in_all_books() -> None:
    numbers = [number for _, book in BOOKS for number in book.rules]
    assert len(numbers) == len(set(numbers))


def test_every_rule_names_its_source() -> None:
    assert all(rule.source for _, book in BOOKS for rule in book.rules.values())
