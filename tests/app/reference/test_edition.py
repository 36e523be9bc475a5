"""Which row of a list is valid on a day."""

from datetime import date
from pathlib import Path

import msgspec
import pytest

from app.reference import current
from app.reference.current import NothingLoaded
from app.reference.edition import ReferenceEdition
from app.reference.row import NoRow, ReferenceLine, ReferenceList


class Fee(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A list of one plain column."""

    code: str
    percent: int


FEES = ReferenceList("fees", Fee, Path("fees.csv"), "fees")
NEW_YEAR, JULY = date(2026, 1, 1), date(2026, 7, 1)


def row(percent: int | None, since: date, **more: object) -> ReferenceLine:
    data = None if percent is None else {"code": "port", "percent": percent}
    facts: dict[str, object] = {"valid_to": None, "source": "law", "is_confirmed": True, **more}
    return ReferenceLine(list="fees", key="port", valid_from=since, data=data, **facts)  # type: ignore[arg-type]


def on(day: date, *rows: ReferenceLine) -> list[int]:
    return [fee.percent for fee in ReferenceEdition(rows).on(FEES, day).values()]


def test_the_later_entered_of_two_rows_counts() -> None:
    assert on(JULY, row(5, NEW_YEAR, id=1), row(6, JULY, id=2)) == [6]
    assert on(NEW_YEAR, row(5, NEW_YEAR, id=1), row(6, JULY, id=2)) == [5]
    assert on(JULY, row(6, JULY, id=1), row(5, NEW_YEAR, id=2)) == [5]


def test_an_administrators_row_stands_before_one_that_came_with_a_later_version() -> None:
    assert on(JULY, row(7, NEW_YEAR, id=1, is_shipped=False), row(5, NEW_YEAR, id=2)) == [7]


def test_after_its_last_day_a_row_holds_no_more() -> None:
    short = row(7, NEW_YEAR, valid_to=date(2026, 6, 30), id=2, is_shipped=False)
    assert on(date(2026, 6, 30), row(5, NEW_YEAR, id=1), short) == [7]
    assert on(JULY, row(5, NEW_YEAR, id=1), short) == [5]


def test_a_row_may_say_that_nothing_holds_any_more() -> None:
    ended = row(None, JULY, id=2, is_shipped=False)
    assert on(date(2026, 6, 30), row(5, NEW_YEAR, id=1), ended) == [5]
    assert on(JULY, row(5, NEW_YEAR, id=1), ended) == []


def test_a_missing_row_is_refused_with_list_key_and_day() -> None:
    edition = ReferenceEdition([row(5, JULY)])
    assert edition.get(FEES, "port", on=JULY).percent == 5
    with pytest.raises(NoRow, match="“fees” has no row “port” that holds on 2026-01-01"):
        edition.get(FEES, "port", on=NEW_YEAR)
    with pytest.raises(NoRow, match="“fees” has no row “moon” that holds on 2026-07-01"):
        edition.get(FEES, "moon", on=JULY)


def test_what_is_worked_out_of_an_edition_is_worked_out_once() -> None:
    edition, calls = ReferenceEdition([]), []

    def count(_: ReferenceEdition) -> int:
        calls.append(1)
        return len(calls)

    assert (edition.derive(count), edition.derive(count)) == (1, 1)


def test_only_so_many_days_are_cached() -> None:
    edition = ReferenceEdition([row(5, NEW_YEAR)])
    days = [date(2026, 1 + n // 28, 1 + n % 28) for n in range(200)]
    assert all(len(edition.on(FEES, day)) == 1 for day in days)


def test_lists_asked_for_before_any_are_loaded_are_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(current._Current, "edition", None)  # noqa: SLF001 -- as at start
    with pytest.raises(NothingLoaded):
        current.edition()
