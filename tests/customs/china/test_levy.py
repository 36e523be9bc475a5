"""What the tables hold is given; what they do not stays empty."""

import pytest

from customs.china.levy import delivery_group, levy_mode, levy_nature


@pytest.mark.parametrize(
    ("customs_code", "nature"),
    [
        ("6501910001", "101"),
        ("6501920001", "602"),
        ("6501930001", "601"),
        ("6501940001", "603"),
        ("6501960001", "101"),
        ("6501980001", ""),
        ("", ""),
    ],
)
def test_the_ownership_digit_tells_the_levy_nature(customs_code: str, nature: str) -> None:
    assert levy_nature(customs_code) == nature


@pytest.mark.parametrize(("term", "group"), [("FCA", "3"), ("CPT", "2"), ("DAP", "1"), ("XXX", "")])
def test_a_delivery_term_tells_its_group(term: str, group: str) -> None:
    assert delivery_group(term) == group


@pytest.mark.parametrize(
    ("mode", "nature"),
    [("3339", "101"), ("1300", "299"), ("4561", "299"), ("1427", "299"), ("9710", "")],
)
def test_other_modes_have_a_levy_nature_of_their_own(mode: str, nature: str) -> None:
    assert levy_nature("6501940001", mode=mode) == nature


@pytest.mark.parametrize(
    ("mode", "nature", "levied"),
    [
        ("0110", "101", "1"),
        ("0110", "601", "1"),
        ("0110", "602", "1"),
        ("0110", "603", "1"),
        ("0110", "299", ""),
        ("0214", "502", "3"),
        ("0615", "503", "3"),
        ("3100", "299", "3"),
    ],
)
def test_mode_and_nature_tell_how_a_line_is_levied(mode: str, nature: str, levied: str) -> None:
    assert levy_mode(mode, nature) == levied
