"""Which rate is in force: the table, a footnote for some days or countries, an exemption."""

from dataclasses import replace
from datetime import date

import pytest

from customs.duties.beside import Beside, Excise, Exemption, Measure, Note, Requirement
from customs.duties.ruling import (
    NoExemption,
    OriginInTheUnion,
    PrintedRate,
    Question,
    TwoNotes,
    excise_on,
    rule_on,
)
from customs.tariff.text import UnreadableRate

APRIL = date(2026, 4, 1)
QUESTION = Question(country="KZ", on=APRIL, origin="CN")
LAMP = PrintedRate("8539520003", "0", ("28С",), "chapter 85")
NOTE = Note(
    mark="28С",
    rate_text="5",
    valid_from=date(2022, 1, 1),
    valid_to=date(2025, 12, 31),
    source="notes of 2025",
)


def test_a_note_holds_through_its_last_day_and_then_the_table_counts_again() -> None:
    beside = Beside(notes=[NOTE])
    last = replace(QUESTION, on=date(2025, 12, 31))
    assert rule_on(LAMP, beside, question=last).rate.text == "5"
    assert rule_on(LAMP, beside, question=last).rate.source == "28С: notes of 2025"
    assert rule_on(LAMP, beside, question=QUESTION).rate.text == "0"
    assert rule_on(LAMP, beside, question=QUESTION).notices == ()


def test_a_note_for_one_country_leaves_the_others_alone() -> None:
    beside = Beside(notes=[replace(NOTE, countries=frozenset({"RU"}), valid_to=None)])
    assert rule_on(LAMP, beside, question=QUESTION).rate.text == "0"
    there = replace(QUESTION, country="RU")
    assert rule_on(LAMP, beside, question=there).rate.text == "5"


def test_a_note_without_a_text_is_told_and_the_table_counts() -> None:
    ruling = rule_on(LAMP, Beside(), question=QUESTION)
    assert ruling.rate.text == "0"
    assert [notice.fields for notice in ruling.notices] == [{"mark": "28С"}]


def test_a_note_that_no_source_confirms_is_told_and_the_table_counts() -> None:
    perhaps = replace(NOTE, valid_from=date(2026, 1, 1), valid_to=None, is_confirmed=False)
    ruling = rule_on(LAMP, Beside(notes=[NOTE, perhaps]), question=QUESTION)
    assert ruling.rate.text == "0"
    assert [(each.fields, each.source) for each in ruling.notices] == [
        ({"mark": "28С", "rate": "5"}, "notes of 2025")
    ]
    before = replace(QUESTION, on=date(2025, 12, 31))
    told = rule_on(LAMP, Beside(notes=[NOTE, perhaps]), question=before)
    assert (told.rate.text, told.notices) == ("5", ())


def test_the_note_of_a_mark_that_was_entered_last_counts() -> None:
    perhaps = replace(NOTE, valid_to=None, is_confirmed=False)
    prolonged = replace(NOTE, valid_to=None, rate_text="6")
    confirmed = rule_on(LAMP, Beside(notes=[perhaps, prolonged]), question=QUESTION)
    assert (confirmed.rate.text, confirmed.notices) == ("6", ())
    doubted = rule_on(LAMP, Beside(notes=[prolonged, perhaps]), question=QUESTION)
    assert (doubted.rate.text, len(doubted.notices)) == ("0", 1)


def test_two_notes_at_once_are_refused() -> None:
    printed = replace(LAMP, marks=("28С", "30С"))
    beside = Beside(notes=[replace(NOTE, valid_to=None), replace(NOTE, mark="30С", valid_to=None)])
    with pytest.raises(TwoNotes):
        rule_on(printed, beside, question=QUESTION)


def test_an_exemption_is_taken_only_when_wanted_and_releases_conditionally() -> None:
    row = Exemption(
        code="8539520003", country="KZ", rate_text="2", valid_from=date(2020, 1, 1), source="list"
    )
    beside = Beside(notes=[NOTE], exemptions=[row])
    assert rule_on(LAMP, beside, question=QUESTION).rate.text == "0"
    wanted = replace(QUESTION, wants_exemption=True)
    ruling = rule_on(LAMP, beside, question=wanted)
    assert (ruling.rate.text, len(ruling.notices)) == ("2", 1)
    with pytest.raises(NoExemption):
        rule_on(LAMP, beside, question=replace(wanted, country="KG"))


@pytest.mark.parametrize(
    ("code", "origin", "day", "told"),
    [
        ("4011201000", "CN", APRIL, 1),
        ("4011201000", "TR", APRIL, 0),
        ("4011100003", "CN", APRIL, 0),
        ("4011201000", "CN", date(2019, 1, 1), 0),
    ],
)
def test_a_trade_measure_is_told_by_code_origin_and_day(
    code: str, origin: str, day: date, told: int
) -> None:
    measure = Measure(
        prefix="401120",
        origin="CN",
        name="anti-dumping duty",
        valid_from=date(2020, 1, 1),
        source="register",
    )
    ruling = rule_on(
        PrintedRate(code, "10", (), "chapter 40"),
        Beside(measures=[measure]),
        question=Question("KZ", day, origin),
    )
    assert len(ruling.notices) == told


def test_a_line_for_a_confirmed_purpose_alone_is_told_with_its_mark() -> None:
    engine = PrintedRate("8501101001", "0", (), "chapter 85", name_marks=("5",))
    ruling = rule_on(engine, Beside(), question=QUESTION)
    assert [notice.fields for notice in ruling.notices] == [{"code": "8501101001", "mark": "5"}]
    assert ruling.rate.text == "0"


def test_requirements_are_those_of_the_code_the_country_and_the_day() -> None:
    marking = Requirement(
        prefix="6214",
        countries=frozenset({"KZ"}),
        kind="marking",
        name="Digital marking",
        valid_from=date(2026, 12, 1),
        source="operator",
    )
    beside = Beside(requirements=[marking])
    december = date(2026, 12, 1)
    assert beside.required("6214100000", on=december, country="KZ") == (marking,)
    assert beside.required("6214100000", on=december, country="KG") == ()
    assert beside.required("6215100000", on=december, country="KZ") == ()
    assert beside.required("6214100000", on=APRIL, country="KZ") == ()
    assert beside.needs_marking("6214100000", on=december, country="KZ")
    assert not beside.needs_marking("6214100000", on=APRIL, country="KZ")
    paper = Beside(requirements=[replace(marking, kind="conformity")])
    assert not paper.needs_marking("6214100000", on=december, country="KZ")


def test_outside_the_union_only_rows_that_name_countries_hold() -> None:
    everywhere = Requirement(
        prefix="08", kind="conformity", name="021", valid_from=date(2020, 1, 1), source="list"
    )
    there = replace(everywhere, countries=frozenset({"UZ"}))
    exemption = Exemption(
        code="0806209000", country="UZ", rate_text="0", valid_from=date(2020, 1, 1), source="list"
    )
    measure = Measure(
        prefix="08", origin="CN", name="duty", valid_from=date(2020, 1, 1), source="register"
    )
    union = Beside([NOTE], [exemption], [measure], [everywhere, there], [BEER])
    assert union.outside_the_union() == Beside(
        exemptions=[exemption], requirements=(there,), excises=[BEER]
    )


def test_of_two_rows_for_one_requirement_the_later_entered_counts() -> None:
    first = Requirement(
        prefix="08",
        kind="conformity",
        name="TR TS 021/2011",
        valid_from=date(2013, 7, 1),
        source="not yet seen in its source",
    )
    seen = replace(first, source="the regulation itself")
    elsewhere = replace(first, countries=frozenset({"KG"}))
    beside = Beside(requirements=[first, seen, elsewhere])
    assert beside.required("0806209000", on=APRIL, country="KZ") == (seen,)
    assert beside.required("0806209000", on=APRIL, country="KG") == (seen, elsewhere)


BEER = Excise(
    prefix="2203",
    country="KZ",
    rate_text="0,1 евро за 1 л",
    valid_from=date(2026, 1, 1),
    valid_to=date(2026, 12, 31),
    source="a test's own",
)


@pytest.mark.parametrize(
    ("code", "country", "day", "text"),
    [
        ("2203000100", "KZ", APRIL, "0,1 евро за 1 л"),
        ("2203000900", "KZ", APRIL, "0,3 евро за 1 л"),
        ("2203000100", "KG", APRIL, None),
        ("2204000100", "KZ", APRIL, None),
        ("2203000100", "KZ", date(2027, 1, 1), None),
    ],
)
def test_excise_is_that_of_the_longest_beginning_the_country_and_the_day(
    code: str, country: str, day: date, text: str | None
) -> None:
    rows = [
        replace(BEER, prefix="22030009", rate_text="0,2 евро за 1 л"),
        replace(BEER, prefix="22030009", rate_text="0,3 евро за 1 л"),
        BEER,
    ]
    found = excise_on(code, Beside(excises=rows), question=Question(country, day, "CN"))
    assert (found and found.text) == text
    assert found is None or found.source == "a test's own"


def test_an_excise_that_cannot_be_read_is_refused() -> None:
    with pytest.raises(UnreadableRate):
        excise_on(
            "2203000100",
            Beside(excises=[replace(BEER, rate_text="")]),
            question=replace(QUESTION),
        )


@pytest.mark.parametrize("origin", ["AM", "BY", "KG", "KZ", "RU"])
@pytest.mark.parametrize("country", ["KZ", "KG"])
def test_goods_of_a_member_state_need_no_declaration_and_are_refused_by_name(
    country: str, origin: str
) -> None:
    asked = Question(country=country, on=APRIL, origin=origin)
    with pytest.raises(OriginInTheUnion) as refused:
        rule_on(LAMP, Beside(notes=[NOTE]), question=asked)
    assert refused.value.fields == {"origin": origin, "country": country}


def test_a_partner_of_free_trade_pays_in_full_and_a_certificate_is_spoken_of() -> None:
    beside = Beside(notes=[NOTE])
    from_uzbekistan = rule_on(LAMP, beside, question=replace(QUESTION, origin="UZ"))
    assert from_uzbekistan.rate == rule_on(LAMP, beside, question=QUESTION).rate
    (notice,) = from_uzbekistan.notices
    assert "ST-1" in notice.sentence
    assert notice.fields == {"origin": "UZ", "country": "KZ"}
    assert rule_on(LAMP, beside, question=replace(QUESTION, origin="TR")).notices == ()
