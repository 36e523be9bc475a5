"""The number that customs gives a declaration."""

from datetime import date

import pytest

from customs.eaeu.registration import (
    NoRegistrationNumber,
    RegistrationNumber,
    parse_registration_number,
)


@pytest.mark.parametrize("text", ["55302/010426/0000001", "41710104/311225/12345"])
def test_a_number_is_read_and_written_back(text: str) -> None:
    assert str(parse_registration_number(f" {text}\n")) == text


def test_its_parts_are_office_day_and_number() -> None:
    found = parse_registration_number("55302/010426/0000001")
    assert found == RegistrationNumber("55302", date(2026, 4, 1), "0000001")


@pytest.mark.parametrize(
    "text", ["", "55302/010426", "5530/010426/0000001", "55302/310226/0000001", "٥٥٣٠٢/010426/1"]
)
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(NoRegistrationNumber):
        parse_registration_number(text)
