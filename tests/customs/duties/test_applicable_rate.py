"""Which rate is in force: the table, a footnote for some days or countries, an exemption."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from customs.duties.applicable_rate import (
    Importation,
    NoExemption,
    OriginInTheUnion,
    PrintedRate,
    TwoFootnotes,
    applicable_excise,
    applicable_rate,
    check_origin,
    preference_notices,
)
from customs.duties.measures import (
    Excise,
    Exemption,
    Footnote,
    Measure,
    Requirement,
    TariffMeasures,
)
from customs.tariff.rate_text import UnreadableRate

APRIL = date(2026, 4, 1)
IMPORTATION = Importation(country="KZ", on=APRIL, origin="CN")
LAMP = PrintedRate("8539520003", "0", ("28С",), "chapter 85")
NOTE = Footnote(
    mark="28С",
    rate_text="5",
    valid_from=date(2022, 1, 1),
    valid_to=date(2025, 12, 31),
    source="notes of 2025",
)


def test_a_note_holds_through_its_last_day_and_then_the_table_counts_again() -> None:
    measures = TariffMeasures(notes=[NOTE])
    last = replace(IMPORTATION, on=date(2025, 12, 31))
    assert applicable_rate(LAMP, measures, importation=last).rate.text == "5"
    assert applicable_rate(LAMP, measures, importation=last).rate.source == "28С: notes of 2025"
    assert applicable_rate(LAMP, measures, importation=IMPORTATION).rate.text == "0"
    assert applicable_rate(LAMP, measures, importation=IMPORTATION).notices == ()


def test_a_note_for_one_country_leaves_the_others_alone() -> None:
    measures = TariffMeasures(notes=[replace(NOTE, countries=frozenset({"RU"}), valid_to=None)])
    assert applicable_rate(LAMP, measures, importation=IMPORTATION).rate.text == "0"
    there = replace(IMPORTATION, country="RU")
    assert applicable_rate(LAMP, measures, importation=there).rate.text == "5"


def test_a_note_without_a_text_is_reported_and_the_table_counts() -> None:
    applicable = applicable_rate(LAMP, TariffMeasures(), importation=IMPORTATION)
    assert applicable.rate.text == "0"
    assert [notice.fields for notice in applicable.notices] == [{"mark": "28С"}]


def test_a_note_that_no_source_confirms_is_reported_and_the_table_counts() -> None:
    perhaps = replace(NOTE, valid_from=date(2026, 1, 1), valid_to=None, is_confirmed=False)
    applicable = applicable_rate(
        LAMP, TariffMeasures(notes=[NOTE, perhaps]), importation=IMPORTATION
    )
    assert applicable.rate.text == "0"
    assert [(each.fields, each.source) for each in applicable.notices] == [
        ({"mark": "28С", "rate": "5"}, "notes of 2025")
    ]
    before = replace(IMPORTATION, on=date(2025, 12, 31))
    earlier = applicable_rate(LAMP, TariffMeasures(notes=[NOTE, perhaps]), importation=before)
    assert (earlier.rate.text, earlier.notices) == ("5", ())


def test_the_note_of_a_mark_that_was_entered_last_counts() -> None:
    perhaps = replace(NOTE, valid_to=None, is_confirmed=False)
    prolonged = replace(NOTE, valid_to=None, rate_text="6")
    confirmed = applicable_rate(
        LAMP, TariffMeasures(notes=[perhaps, prolonged]), importation=IMPORTATION
    )
    assert (confirmed.rate.text, confirmed.notices) == ("6", ())
    doubted = applicable_rate(
        LAMP, TariffMeasures(notes=[prolonged, perhaps]), importation=IMPORTATION
    )
    assert (doubted.rate.text, len(doubted.notices)) == ("0", 1)


def test_two_notes_at_once_are_refused() -> None:
    printed = replace(LAMP, marks=("28С", "30С"))
    measures = TariffMeasures(
        notes=[replace(NOTE, valid_to=None), replace(NOTE, mark="30С", valid_to=None)]
    )
    with pytest.raises(TwoFootnotes):
        applicable_rate(printed, measures, importation=IMPORTATION)


def test_an_exemption_is_taken_only_when_wanted_and_releases_conditionally() -> None:
    row = Exemption(
        code="8539520003", country="KZ", rate_text="2", valid_from=date(2020, 1, 1), source="list"
    )
    measures = TariffMeasures(notes=[NOTE], exemptions=[row])
    assert applicable_rate(LAMP, measures, importation=IMPORTATION).rate.text == "0"
    wanted = replace(IMPORTATION, wants_exemption=True)
    applicable = applicable_rate(LAMP, measures, importation=wanted)
    assert (applicable.rate.text, len(applicable.notices)) == ("2", 1)
    with pytest.raises(NoExemption):
        applicable_rate(LAMP, measures, importation=replace(wanted, country="KG"))


@pytest.mark.parametrize(
    ("code", "origin", "day", "notices"),
    [
        ("4011201000", "CN", APRIL, 1),
        ("4011201000", "TR", APRIL, 0),
        ("4011100003", "CN", APRIL, 0),
        ("4011201000", "CN", date(2019, 1, 1), 0),
    ],
)
def test_a_trade_measure_is_reported_by_code_origin_and_day(
    code: str, origin: str, day: date, notices: int
) -> None:
    measure = Measure(
        prefix="401120",
        origin="CN",
        name="anti-dumping duty",
        valid_from=date(2020, 1, 1),
        source="register",
    )
    applicable = applicable_rate(
        PrintedRate(code, "10", (), "chapter 40"),
        TariffMeasures(trade_measures=[measure]),
        importation=Importation("KZ", day, origin),
    )
    assert len(applicable.notices) == notices


def test_a_line_for_a_confirmed_purpose_alone_is_reported_with_its_mark() -> None:
    engine = PrintedRate("8501101001", "0", (), "chapter 85", name_marks=("5",))
    applicable = applicable_rate(engine, TariffMeasures(), importation=IMPORTATION)
    assert [notice.fields for notice in applicable.notices] == [{"code": "8501101001", "mark": "5"}]
    assert applicable.rate.text == "0"


def test_requirements_are_those_of_the_code_the_country_and_the_day() -> None:
    marking = Requirement(
        prefix="6214",
        countries=frozenset({"KZ"}),
        kind="marking",
        name="Digital marking",
        valid_from=date(2026, 12, 1),
        source="operator",
    )
    measures = TariffMeasures(requirements=[marking])
    december = date(2026, 12, 1)
    assert measures.required("6214100000", on=december, country="KZ") == (marking,)
    assert measures.required("6214100000", on=december, country="KG") == ()
    assert measures.required("6215100000", on=december, country="KZ") == ()
    assert measures.required("6214100000", on=APRIL, country="KZ") == ()
    assert measures.needs_marking("6214100000", on=december, country="KZ")
    assert not measures.needs_marking("6214100000", on=APRIL, country="KZ")
    paper = TariffMeasures(requirements=[replace(marking, kind="conformity")])
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
    union = TariffMeasures([NOTE], [exemption], [measure], [everywhere, there], [BEER])
    assert union.outside_the_union() == TariffMeasures(
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
    measures = TariffMeasures(requirements=[first, seen, elsewhere])
    assert measures.required("0806209000", on=APRIL, country="KZ") == (seen,)
    assert measures.required("0806209000", on=APRIL, country="KG") == (seen, elsewhere)


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
    found = applicable_excise(
        code, TariffMeasures(excises=rows), importation=Importation(country, day, "CN")
    )
    assert (found and found.text) == text
    assert found is None or found.source == "a test's own"


def test_an_excise_that_cannot_be_read_is_refused() -> None:
    with pytest.raises(UnreadableRate):
        applicable_excise(
            "2203000100",
            TariffMeasures(excises=[replace(BEER, rate_text="")]),
            importation=replace(IMPORTATION),
        )


@pytest.mark.parametrize("origin", ["AM", "BY", "KG", "KZ", "RU"])
@pytest.mark.parametrize("country", ["KZ", "KG"])
def test_goods_of_a_member_state_need_no_declaration_and_are_refused_by_name(
    country: str, origin: str
) -> None:
    asked = Importation(country=country, on=APRIL, origin=origin)
    with pytest.raises(OriginInTheUnion) as refused:
        applicable_rate(LAMP, TariffMeasures(notes=[NOTE]), importation=asked)
    assert refused.value.fields == {"origin": origin, "country": country}


def test_a_partner_of_free_trade_pays_in_full_and_a_certificate_is_spoken_of() -> None:
    measures = TariffMeasures(notes=[NOTE])
    ours = applicable_rate(LAMP, measures, importation=IMPORTATION)
    uzbek = applicable_rate(LAMP, measures, importation=replace(IMPORTATION, origin="UZ"))
    assert uzbek.rate == ours.rate
    (notice,) = uzbek.notices
    assert "ST-1" in notice.sentence
    assert notice.fields == {"origin": "UZ", "country": "KZ"}
    turkish = applicable_rate(LAMP, measures, importation=replace(IMPORTATION, origin="TR"))
    assert turkish.notices == ()


def test_free_trade_is_spoken_of_from_its_first_day_with_a_source_that_says_how_sure_it_is() -> (
    None
):
    on = date(2014, 5, 12)
    (notice,) = preference_notices("KZ", "UZ", on=on)
    assert notice.source.endswith("; not yet seen in its source")
    assert preference_notices("KZ", "UZ", on=on - timedelta(days=1)) == ()
    assert preference_notices("UZ", "UZ", on=on) == ()


def test_a_country_is_a_member_of_the_union_from_its_first_day_on() -> None:
    check_origin("KZ", "KG", on=date(2015, 8, 11))
    with pytest.raises(OriginInTheUnion):
        check_origin("KZ", "KG", on=date(2015, 8, 12))
