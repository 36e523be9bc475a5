"""What is kept of a paper that failed: its sentence, plain facts, and when it is tried again."""

import json
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from moneyed import Money

from app.documents.trouble import ATTEMPTS_MAX, LONGEST_PAUSE, PaperDefect, pause_after, trouble_of

AT = datetime(2026, 11, 24, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        (Money("12.50", "KZT"), "12.50 KZT"),
        (Decimal("1E+3"), "1000"),
        (date(2026, 11, 24), "2026-11-24"),
        (["a", Decimal("0.10")], "a, 0.10"),
        (("C-7",), "C-7"),
        (7, "7"),
    ],
)
def test_a_fact_is_kept_as_text_that_json_can_hold(value: object, kept: str) -> None:
    found = trouble_of(PaperDefect(what=value), attempts=0, at=AT)
    assert json.loads(json.dumps(found.fields)) == {"what": kept}


def test_pauses_double_up_to_the_longest() -> None:
    assert [pause_after(each) for each in (1, 2, 3)] == [timedelta(minutes=n) for n in (1, 2, 4)]
    assert pause_after(10**6) == LONGEST_PAUSE


def test_attempts_are_counted_up_to_the_most() -> None:
    found = trouble_of(PaperDefect(), attempts=ATTEMPTS_MAX, at=AT)
    assert (found.attempts, found.next_try_at) == (ATTEMPTS_MAX, AT + LONGEST_PAUSE)
