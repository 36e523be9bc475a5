"""The shipped tariff data is whole, also that of the demo goods."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from itertools import combinations
from typing import Any, Final

import pytest

from app.demo import cast
from app.kit.i18n import speaking
from app.tariff.actions.known import enter_known
from app.tariff.edition import EAEU
from app.tariff.repository import beside, editions
from app.web.presenters.sources import source_text
from customs.countries.known import known_figures
from customs.duties.applicable_rate import ApplicableRate, Importation, PrintedRate, applicable_rate
from customs.duties.measures import Dated, Footnote, TariffMeasures
from customs.tariff.footnote_mark import parse_mark
from customs.tariff.rate_text import parse_rate

AT = datetime(2026, 11, 23, tzinfo=UTC)
DECEMBER = date(2026, 12, 1)
LAMP, LINEN = "8539520003", "6302210000"
NOTHING_KNOWN: Final = {
    "leather-bridle-with-halter",
    "carved-walnut-box",
    "hotan-mulberry-paper",
    "hand-tool-set-46",
    "soft-close-cabinet-hinges",
    "mulberry-wood-dutar",
}
"""Demo goods for which no known source requires anything."""


@pytest.fixture
async def known(database: str) -> TariffMeasures:
    assert database
    await enter_known(at=AT)
    return await beside.get_beside()


async def ruled(code: str, rows: TariffMeasures, *, on: date) -> ApplicableRate:
    """Return the ruling on a known line in Kazakhstan."""
    held = await editions.get_line(EAEU, code, on=on)
    printed = PrintedRate(code, held.line.rate_text, held.line.notes, held.source)
    return applicable_rate(printed, rows, importation=Importation("KZ", on, "CN"))


def asked(good: dict[str, Any], rows: TariffMeasures) -> set[tuple[str, str]]:
    """Return (kind, name) of what a demo good must have in Kazakhstan, by its code."""
    code = good["eaeu_code"] or good["hs6"]
    return {(row.kind, row.name) for row in rows.required(code, on=DECEMBER, country="KZ")}


async def test_every_demo_good_is_asked_for_what_a_source_says_of_it(known: TariffMeasures) -> None:
    goods = {good["slug"]: asked(good, known) for good in cast.demo_goods()}
    assert {slug for slug, needs in goods.items() if not needs} == NOTHING_KNOWN
    cheese, socks = goods["dried-curd-balls"], goods["camel-wool-socks"]
    assert cheese == {
        ("veterinary", "Decision 317 of 18 June 2010"),
        ("conformity", "TR TS 021/2011; TR TS 022/2011; TR TS 033/2013"),
    }
    assert socks == {
        ("conformity", "TR TS 017/2011"),
        ("marking", "Digital marking of light-industry goods"),
    }
    assert ("conformity", "TR TS 023/2011") in goods["kargilik-pomegranate-juice"]
    for seeds in ("striped-sunflower-seed", "turpan-cumin-seed", "jinghe-wolfberries"):
        assert ("phytosanitary", "Decision 318 of 18 June 2010") in goods[seeds]
    for vessel in ("turned-mulberry-wood-bowl", "engraved-copper-teapot", "steel-thermos-1-litre"):
        assert goods[vessel] == {("conformity", "Decision 299 of 28 May 2010")}


async def test_clothing_is_marked_in_kazakhstan_from_its_day_on(known: TariffMeasures) -> None:
    days = [date(2026, 11, 30), DECEMBER]
    needs = [known.needs_marking("6115940000", on=day, country="KZ") for day in days]
    assert needs == [False, True]
    assert not known.needs_marking("6115940000", on=DECEMBER, country="KG")


async def test_every_code_of_a_demo_good_has_a_line_on_the_day_the_shop_opens(
    known: TariffMeasures,
) -> None:
    assert known.requirements
    codes = {good["eaeu_code"] for good in cast.demo_goods()} - {""}
    assert set(await editions.find_lines(EAEU, codes, on=AT.date())) == codes


async def test_lamps_are_free_by_the_table_and_a_broker_gets_a_notice_of_their_note(
    known: TariffMeasures,
) -> None:
    ruling = await ruled(LAMP, known, on=date(2026, 4, 1))
    assert ruling.rate.text == "0"
    assert [each.fields for each in ruling.notices] == [{"mark": "28С", "rate": "5"}]


@pytest.mark.parametrize(
    ("day", "rate", "shown"),
    [
        (date(2026, 4, 1), "12, но не менее 0,44 евро за 1 кг", 0),
        (date(2026, 12, 31), "12, но не менее 0,44 евро за 1 кг", 0),
        (date(2027, 1, 1), "11,3, но не менее 0,44 евро за 1 кг", 1),
    ],
)
async def test_linen_pays_by_its_note_for_as_long_as_a_source_says(
    known: TariffMeasures, day: date, rate: str, shown: int
) -> None:
    ruling = await ruled(LINEN, known, on=day)
    assert (ruling.rate.text, len(ruling.notices)) == (rate, shown)


async def test_a_line_that_is_lower_in_russia_alone_pays_the_tables_rate(
    known: TariffMeasures,
) -> None:
    printed = PrintedRate("8501101001", "0", ("9С",), "chapter 85")
    here = applicable_rate(printed, known, importation=Importation("KZ", DECEMBER, "CN"))
    there = applicable_rate(printed, known, importation=Importation("RU", DECEMBER, "CN"))
    assert (here.rate.text, here.notices, there.rate.text) == ("0", (), "5")


async def test_every_note_has_a_mark_and_a_rate_that_can_be_read(known: TariffMeasures) -> None:
    assert len({note.mark for note in known.notes}) == 87
    for note in known.notes:
        assert parse_mark(note.mark) == note.mark
        assert parse_rate(note.rate_text).notes == ()


async def test_no_two_notes_of_a_mark_speak_of_one_day(known: TariffMeasures) -> None:
    by_mark: dict[str, list[Footnote]] = {}
    for note in known.notes:
        by_mark.setdefault(note.mark, []).append(note)
    assert not [pair for notes in by_mark.values() for pair in meeting(notes)]


def meeting(notes: Iterable[Footnote]) -> list[tuple[Footnote, Footnote]]:
    """Return pairs of notes that are both in force on some day."""
    return [
        (one, other)
        for one, other in combinations(notes, 2)
        if one.valid_from <= (other.valid_to or date.max)
        and other.valid_from <= (one.valid_to or date.max)
    ]


@pytest.mark.parametrize("language", ["ru", "kk", "ky", "zh_Hans"])
async def test_every_source_that_we_name_is_translated_to_the_readers_language(
    known: TariffMeasures, language: str
) -> None:
    dated: list[Dated] = [*known.notes, *known.trade_measures, *known.requirements]
    named = {row.source for row in dated} | {figure.source for figure in known_figures()}
    named |= {row.name for row in known.requirements}
    with speaking(language):
        parts = {part for text in named for part in source_text(text).split("; ")}
    assert {part for part in parts if re.search(r"[a-z]{3}", part)} == set()
