"""What the tables hold is given; what they do not stays empty."""

import pytest

from customs.china.levy import delivery_group, levy_nature


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
