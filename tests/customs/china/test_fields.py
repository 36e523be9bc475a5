"""Every field of the model has its number, its official name and its room in the message."""

from dataclasses import fields

import pytest

from customs.china.declaration import DeclarationLine, ExportDeclaration
from customs.china.fields import FIELDS, LENGTHS, field_at, width


def test_every_field_of_the_model_is_named() -> None:
    header = {field.name for field in fields(ExportDeclaration)}
    line = {f"lines/{field.name}" for field in fields(DeclarationLine)}
    assert header | line <= set(FIELDS)


def test_official_misspellings_are_the_names() -> None:
    assert FIELDS["gross_g"].element == "GrossWet"
    assert FIELDS["destination_port"].element == "DistinatePort"
    assert FIELDS["exit_port"].element == "EntyPortCode"


def test_countries_of_a_line_stand_in_each_others_element() -> None:
    assert FIELDS["lines/origin"].element == "DestinationCountry"
    assert FIELDS["lines/destination"].element == "OriginCountry"


@pytest.mark.parametrize(
    ("place", "path"),
    [
        ("net_g", "net_g"),
        ("lines/12/elements/3", "lines/elements"),
        ("lines/1/statutory_1/amount", "lines/statutory_1"),
        ("lines/1/statutory_1/unit", "lines/statutory_1/unit"),
        ("charges/2/figure", "charges"),
        ("containers/1/number", "containers/number"),
    ],
)
def test_a_place_lies_in_its_field(place: str, path: str) -> None:
    assert field_at(place).path == path


def test_lengths_are_those_of_the_message_and_a_chinese_character_counts_two() -> None:
    assert LENGTHS["GModel"] == LENGTHS["GName"] == LENGTHS["NoteS"] == 255
    assert (LENGTHS["BillNo"], LENGTHS["ContrNo"], LENGTHS["MarkNo"]) == (32, 32, 400)
    assert (LENGTHS["TradeName"], LENGTHS["OverseasConsigneeEname"]) == (100, 400)
    assert width("纸箱 A1") == 7
