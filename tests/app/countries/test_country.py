"""A country's row: what it must say, and what it is asked."""

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from app.countries.country import Country, UnknownNumber
from app.kit.settings import ROOT

ROW: dict[str, Any] = json.loads(Path(ROOT / "app/countries/data/kz.json").read_text())[0]
KAZAKHSTAN = {
    name: value
    for name, value in ROW.items()
    if name not in {"valid_from", "valid_to", "source", "is_confirmed"}
}


def country(**changes: object) -> Country:
    return msgspec.convert({**KAZAKHSTAN, **changes}, Country)


@pytest.mark.parametrize(
    "fact", ["bank", "tariff", "numbers", "crossings", "address_form", "bank_form"]
)
def test_a_buyers_country_without_a_fact_that_buying_needs_is_refused(fact: str) -> None:
    lacking: dict[str, object] = {"bank": None, "tariff": ""}
    with pytest.raises(msgspec.ValidationError, match=rf"needs it - `\$\.{fact}`"):
        country(**{fact: lacking.get(fact, [])})
    country(**{fact: lacking.get(fact, [])}, is_buyer=False)


def test_an_estimate_that_does_not_say_its_day_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError, match=r"\$\.estimate_title"):
        country(estimate_title={"en": "What customs asks"})


@pytest.mark.parametrize("zone", ["Asia/Nowhere", "../etc/localtime", ""])
def test_a_clock_that_is_none_is_refused(zone: str) -> None:
    with pytest.raises(msgspec.ValidationError, match="no clock of the name"):
        country(zone=zone)


def test_a_number_without_a_check_is_refused() -> None:
    numbers = [{**KAZAKHSTAN["numbers"][0], "code": "unknown"}]
    with pytest.raises(msgspec.ValidationError, match="no check goes by the name unknown"):
        country(numbers=numbers)


def test_a_number_is_asked_for_by_its_kind() -> None:
    found = country()
    assert found.company_number.code == "bin"
    assert [found.number_kind(each.code) for each in found.numbers] == list(found.numbers)
    with pytest.raises(UnknownNumber):
        found.number_kind("uscc")


def test_a_country_whose_numbers_are_of_people_alone_has_none_of_a_company() -> None:
    people = [{**each, "is_company": False} for each in KAZAKHSTAN["numbers"]]
    with pytest.raises(UnknownNumber):
        _ = country(numbers=people).company_number
