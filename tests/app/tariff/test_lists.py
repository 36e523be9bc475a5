"""Lists beside the tariff: read from files in our own format, saved once, unchanged."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from asyncpg import CheckViolationError

from app.cli.printing.tariff import enter_list, show
from app.kit.spreadsheet import (
    BadTable,
    CellsBehind,
    ColumnsLack,
    NoTable,
    OpenQuote,
    UnknownEncoding,
)
from app.tariff.actions.known import enter_known, enter_rows
from app.tariff.edition import EAEU
from app.tariff.lists import BadList, UnknownList, read_list
from app.tariff.repository import beside, editions
from app.tariff.tables import CountryFigure, TariffEdition, TariffNote
from customs.countries.figure import Figure, FigureName
from customs.countries.known import known_figures
from customs.duties.measures import Exemption, Footnote, Requirement

AT = datetime(2026, 11, 23, tzinfo=UTC)
NOTES = b"""mark,rate_text,countries,valid_from,valid_to,source
28\xd0\xa1,5,KZ KG,2022-01-01,2025-12-31,notes
"""
NOTE = Footnote(
    mark="28С",
    rate_text="5",
    countries=frozenset({"KZ", "KG"}),
    valid_from=date(2022, 1, 1),
    valid_to=date(2025, 12, 31),
    source="notes",
)
FIGURES = b"""country,name,value,valid_from,valid_to,source,is_confirmed
KZ,fee_unit,4500,2027-01-01,2027-12-31,Budget law,no
TJ,code_vat,,2026-01-01,,not known,
"""


def test_a_row_is_read_with_its_days_its_countries_and_its_source() -> None:
    assert read_list("notes", NOTES) == [NOTE]


def test_figures_have_names_that_are_computed_with_and_may_be_unconfirmed() -> None:
    fee, blank = read_list("figures", FIGURES)
    assert isinstance(fee, Figure)
    assert isinstance(blank, Figure)
    assert (fee.name, fee.value, fee.is_confirmed) == (FigureName.FEE_UNIT, "4500", False)
    assert (blank.value, blank.valid_to, blank.is_confirmed) == ("", None, True)


@pytest.mark.parametrize(
    ("before", "after", "column"),
    [
        (b"2022-01-01", b"1 January", "valid_from"),
        (b",5,", b",five,", "rate_text"),
        (b",5,", b",,", "rate_text"),
        (b"28\xd0\xa1,", b",", "mark"),
        (b"notes\n", b"\n", "source"),
        (b"28\xd0\xa1", b"28", "mark"),
        (b"28\xd0\xa1", b"28D", "mark"),
        (b"KZ KG", b"kz", "countries"),
        (b"KZ KG", b"KAZ", "countries"),
        (b"KZ KG", b"KZ;KG", "countries"),
        (b"KZ KG", b"KZ XX", "countries"),
        (b"2025-12-31", b"2021-12-31", "valid_to"),
        (b",countries,", b",country,", "country"),
    ],
)
def test_a_row_that_is_not_whole_is_refused_with_its_column(
    before: bytes, after: bytes, column: str
) -> None:
    with pytest.raises(BadList) as refusal:
        read_list("notes", NOTES.replace(before, after))
    assert refusal.value.fields["column"] == column


@pytest.mark.parametrize(
    ("before", "after", "column"),
    [
        (b"fee_unit", b"fee_unknown", "name"),
        (b",no", b",perhaps", "is_confirmed"),
        (b"KZ,", b"kz,", "country"),
        (b"4500", b"-4500", "value"),
        (b"4500", b"", "value"),
        (b"fee_unit", b"fee_kind", "value"),
    ],
)
def test_a_figure_that_nobody_computes_with_is_refused(
    before: bytes, after: bytes, column: str
) -> None:
    with pytest.raises(BadList) as refusal:
        read_list("figures", FIGURES.replace(before, after))
    assert refusal.value.fields["column"] == column


ALL_HEADS = "valid_from, source, prefix, country, rate_text"


@pytest.mark.parametrize(
    ("body", "columns"),
    [
        (b'2203,KZ,"0,1 \xd0\xb5\xd0\xb2\xd1\x80\xd0\xbe",2026-01-01,,law\n', ALL_HEADS),
        (b"prefix,country,rate_text,valid_from\n2203,KZ,5,2026-01-01\n", "source"),
    ],
)
def test_a_file_without_its_heads_is_refused_and_loses_no_row(body: bytes, columns: str) -> None:
    with pytest.raises(ColumnsLack) as refusal:
        read_list("excises", body)
    assert refusal.value.fields["columns"] == columns
    assert refusal.value.fields["separator"] == "comma"


@pytest.mark.parametrize(
    ("body", "refusal"),
    [
        (b"", NoTable),
        (NOTES.replace(b"notes\n", b"no\0tes\n"), UnknownEncoding),
        (NOTES.replace(b"notes\n", b"notes,5\n"), CellsBehind),
        (NOTES.replace(b",5,", b',"5,'), OpenQuote),
    ],
)
def test_a_file_that_is_no_table_is_refused_by_name(body: bytes, refusal: type[BadTable]) -> None:
    with pytest.raises(refusal):
        read_list("notes", body)


def test_a_mark_with_a_latin_letter_is_the_mark_of_the_tariff() -> None:
    assert read_list("notes", NOTES.replace(b"\xd0\xa1", b"C")) == [NOTE]


@pytest.mark.parametrize(
    ("name", "row", "column"),
    [
        ("exemptions", "080620900,KZ,0,2026-01-01,list", "code"),
        ("exemptions", "０８０６２０９０００,KZ,0,2026-01-01,list", "code"),
        ("exemptions", "0806209000,RUS,0,2026-01-01,list", "country"),
        ("measures", "4011x,CN,duty,2026-01-01,list", "prefix"),
        ("measures", "401120,cn,duty,2026-01-01,list", "origin"),
        ("requirements", "4,phytosanitary,318,2026-01-01,list", "prefix"),
        ("requirements", "08,a kind that nobody says,318,2026-01-01,list", "kind"),
    ],
)
def test_a_row_that_could_never_apply_is_refused_with_its_column(
    name: str, row: str, column: str
) -> None:
    heads = {
        "exemptions": "code,country,rate_text,valid_from,source",
        "measures": "prefix,origin,name,valid_from,source",
        "requirements": "prefix,kind,name,valid_from,source",
    }
    with pytest.raises(BadList) as refusal:
        read_list(name, f"{heads[name]}\n{row}\n".encode())
    assert refusal.value.fields["column"] == column


def test_a_list_that_is_none_is_refused_with_those_that_are() -> None:
    with pytest.raises(UnknownList, match="notes, exemptions, measures, requirements, figures"):
        read_list("tariffs", NOTES)


async def test_rows_are_saved_once_and_given_back_as_they_were(
    database: str, tmp_path: Path
) -> None:
    assert database
    path = tmp_path / "notes.csv"
    path.write_bytes(NOTES)
    assert await enter_list("notes", path, dry_run=True) == ["rows read: 1; nothing is entered"]
    assert await TariffNote.count() == 0
    assert await enter_list("notes", path, dry_run=False) == ["rows read: 1; entered: 1"]
    assert await enter_list("notes", path, dry_run=False) == ["rows read: 1; entered: 0"]
    assert await beside.list_rows(Footnote) == [NOTE]


async def test_a_list_is_entered_as_a_whole_or_not_at_all(database: str, tmp_path: Path) -> None:
    assert database
    path = tmp_path / "notes.csv"
    path.write_bytes(NOTES + NOTES.splitlines(keepends=True)[1].replace(b"28", b"29"))
    await TariffNote.raw("ALTER TABLE tariff_note ADD CONSTRAINT no_29 CHECK (mark NOT LIKE '29%')")
    try:
        with pytest.raises(CheckViolationError):
            await enter_list("notes", path, dry_run=False)
    finally:
        await TariffNote.raw("ALTER TABLE tariff_note DROP CONSTRAINT no_29")
    assert await TariffNote.count() == 0
    assert await enter_list("notes", path, dry_run=False) == ["rows read: 2; entered: 2"]


async def test_what_was_known_is_entered_once_and_a_newer_figure_stays(database: str) -> None:
    assert database
    await enter_known(at=AT)
    newer = replace(known_figures()[0], value="XXX")
    await enter_rows([newer])
    await enter_known(at=AT)
    chapters = await TariffEdition.select(TariffEdition.source).output(as_list=True)
    assert len(set(chapters)) == len(chapters) == 18
    grapes = await editions.get_line(EAEU, "0806209000", on=date(2025, 4, 1))
    assert (grapes.line.rate_text, grapes.since) == ("5", date(2024, 7, 28))
    assert await CountryFigure.count() == len(known_figures()) + 1
    figures = await beside.get_figures()
    assert figures.get("KZ", newer.name, on=date(2026, 4, 1)).value == "XXX"
    rows = await beside.get_beside()
    assert rows.exemptions == []
    assert {row.prefix for row in rows.trade_measures} >= {"401120", "7607"}
    assert rows.required("6214100000", on=date(2026, 12, 1), country="KZ")


async def test_an_exemption_and_a_requirement_come_back_as_they_were(database: str) -> None:
    assert database
    exemption = Exemption(
        code="0806209000", country="KZ", rate_text="0", valid_from=date(2026, 1, 1), source="list"
    )
    requirement = Requirement(
        prefix="08", kind="phytosanitary", name="318", valid_from=date(2026, 1, 1), source="list"
    )
    await enter_rows([exemption, requirement])
    assert await beside.list_rows(Exemption) == [exemption]
    assert await beside.list_rows(Requirement) == [requirement]


async def test_a_line_is_shown_with_what_its_goods_must_have(database: str) -> None:
    assert database
    await enter_known(at=AT)
    (text,) = await show("EAEU", "0409000000", on=date(2026, 6, 1), as_json=True)
    assert '"rate_text": "15"' in text
    assert "veterinary: Decision 317 of 18 June 2010" in text
    lines = await show("EAEU", "0409000000", on=date(2026, 6, 1), as_json=False)
    assert lines[0].split() == ["code", "0409000000"]
    assert ["is_reused", "no"] in [line.split() for line in lines]
    spaced = await show("EAEU", " 0409 00\u00a0000 0", on=date(2026, 6, 1), as_json=False)
    assert spaced == lines
