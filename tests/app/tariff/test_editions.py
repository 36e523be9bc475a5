"""Editions beside each other: which line is in force on a day, and what an import changes."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.tariff.actions.editions import import_editions
from app.tariff.edition import (
    EAEU,
    Change,
    Edition,
    EditionDifference,
    EditionKnown,
    EmptyEdition,
    LineGone,
    TariffLine,
    UnknownLine,
    compare,
)
from app.tariff.repository import editions
from app.tariff.tables import TariffEdition
from app.tariff.tables import TariffLine as LineRow

AT = datetime(2026, 11, 23, tzinfo=UTC)
MARCH, MAY = date(2026, 3, 8), date(2026, 5, 1)


def line(code: str, rate: str = "5", *, name: str = "raisins") -> TariffLine:
    return TariffLine(code, name, "", rate, ("63С",))


async def imported(
    edition: Edition, lines: Sequence[TariffLine], *, at: datetime = AT
) -> EditionDifference:
    return await import_editions([(edition, lines)], at=at)


def edition(name: str, day: date, *, whole: tuple[str, ...] = ()) -> Edition:
    return Edition(tariff=EAEU, source=name, sha256=name, valid_from=day, whole_chapters=whole)


async def test_the_line_in_force_is_that_of_the_latest_edition_of_its_day(database: str) -> None:
    assert database
    await imported(edition("march", MARCH), [line("0806209000", "5")])
    await imported(edition("may", MAY, whole=("08",)), [line("0806209000", "7")])
    april = await editions.get_line(EAEU, "0806209000", on=date(2026, 4, 30))
    assert (april.line.rate_text, april.since, april.source) == ("5", MARCH, "march")
    assert (await editions.get_line(EAEU, "0806209000", on=MAY)).line.rate_text == "7"
    with pytest.raises(UnknownLine):
        await editions.get_line(EAEU, "0806209000", on=date(2026, 3, 7))


async def test_a_code_that_a_whole_chapter_lacks_is_gone_from_its_day_on(database: str) -> None:
    assert database
    await imported(
        edition("march", MARCH, whole=("08",)), [line("0806209000"), line("0806203000")], at=AT
    )
    found = await imported(
        edition("may", MAY, whole=("08",)), [line("0806209000"), line("0806209900")], at=AT
    )
    assert [each.code for each in found.gone] == ["0806203000"]
    assert [each.code for each in found.new] == ["0806209900"]
    assert found.codes == {"0806203000", "0806209900"}
    with pytest.raises(LineGone) as refusal:
        await editions.get_line(EAEU, "0806203000", on=MAY)
    assert refusal.value.fields["since"] == MAY
    assert await editions.find_lines(EAEU, ["0806203000"], on=MAY) == {}
    assert (await editions.get_line(EAEU, "0806203000", on=MARCH)).since == MARCH


async def test_a_list_of_some_codes_leaves_the_others_as_they_were(database: str) -> None:
    assert database
    await imported(edition("all", MARCH, whole=("08",)), [line("0802310000")])
    found = await imported(edition("some", MAY), [line("0806209000")])
    assert (found.gone, found.changed) == ((), ())
    assert (await editions.get_line(EAEU, "0802310000", on=MAY)).source == "all"


async def test_the_same_publication_is_saved_once_for_a_day_and_nothing_moves(
    database: str,
) -> None:
    assert database
    await imported(edition("march", MARCH), [line("0806209000")])
    with pytest.raises(EditionKnown):
        await imported(edition("march", MARCH), [line("0806209000", "9")])
    assert (await TariffEdition.count(), await LineRow.count()) == (1, 1)


async def test_editions_of_one_import_are_saved_in_the_order_of_their_days_or_not_at_all(
    database: str,
) -> None:
    assert database
    march = (edition("march", MARCH, whole=("08",)), [line("0806209000"), line("0806203000")])
    may = (edition("may", MAY, whole=("08",)), [line("0806209000", "7")])
    found = await import_editions([may, march], at=AT)
    assert [each.code for each in found.new] == ["0806209000", "0806203000"]
    assert [each.code for each in found.gone] == ["0806203000"]
    assert [each.after.rate_text for each in found.changed] == ["7"]
    other = (edition("april", date(2026, 4, 1)), [line("0802310000")])
    with pytest.raises(EditionKnown) as refusal:
        await import_editions([other, may], at=AT)
    assert refusal.value.fields == {"source": "may", "day": MAY}
    assert (await TariffEdition.count(), await LineRow.count()) == (2, 3)


async def test_an_edition_without_a_line_is_refused_and_those_beside_it_are_not_saved(
    database: str,
) -> None:
    assert database
    whole = (edition("march", MARCH), [line("0806209000")])
    with pytest.raises(EmptyEdition) as refusal:
        await import_editions([whole, (edition("may", MAY), [])], at=AT)
    assert refusal.value.fields == {"source": "may"}
    assert await TariffEdition.count() == 0


async def test_marks_of_a_name_are_saved_and_a_code_given_to_other_goods_is_a_change(
    database: str,
) -> None:
    assert database
    old = TariffLine("8501101001", "motors", "шт", "0", name_marks=("5",))
    await imported(edition("march", MARCH), [old])
    assert (await editions.get_line(EAEU, old.code, on=MARCH)).line == old
    other = replace(old, is_reused=True)
    found = await imported(edition("may", MAY), [other])
    assert found.changed == (Change(old, other),)
    assert found.codes == {old.code}
    assert (await editions.get_line(EAEU, old.code, on=MAY)).line == other


def test_a_reworded_name_is_no_change_and_a_rate_or_a_unit_is() -> None:
    before = {"0806209000": line("0806209000"), "0806203000": line("0806203000")}
    after = [line("0806209000", name="изюм"), line("0806203000", "6")]
    found = compare(before, after, whole_chapters=["08"])
    assert found.changed == (Change(before["0806203000"], after[1]),)
    assert (found.new, found.gone) == ((), ())
