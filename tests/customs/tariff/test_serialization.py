"""A line as plain strings: what its rate has, and None for what it has not."""

from decimal import Decimal

import pytest
from moneyed import Money

from customs.tariff.line import PublishedLine
from customs.tariff.rate import AdValorem, Lower, NotLess, NotMore, Other, Rate, Specific, Sum
from customs.tariff.serialization import line_to_dict
from customs.tariff.unit import TariffUnit

VALUE = AdValorem(Decimal("12.50"))
PAIRS = Specific(Money("0.05", "EUR"), Decimal(1), TariffUnit.PAIR)
MONEY = {"amount": "0.05", "currency": "EUR", "per_quantity": "1", "per_unit": "пару"}
NO_MONEY = dict.fromkeys(MONEY)
SHAPES: dict[str, tuple[Rate, dict[str, str | None]]] = {
    "by value": (VALUE, {"kind": "advalorem", "percent": "12.50", **NO_MONEY}),
    "specific": (PAIRS, {"kind": "specific", "percent": None, **MONEY}),
    "not less": (NotLess(VALUE, PAIRS), {"kind": "max", "percent": "12.50", **MONEY}),
    "not more": (NotMore(VALUE, PAIRS), {"kind": "min", "percent": "12.50", **MONEY}),
    "sum": (Sum(VALUE, PAIRS), {"kind": "sum", "percent": "12.50", **MONEY}),
    "lower": (
        Lower(VALUE, NotLess(VALUE, PAIRS)),
        {"kind": "min", "percent": None, **NO_MONEY},
    ),
    "words": (Other("по решению"), {"kind": "other", "percent": None, **NO_MONEY}),
}


def line(rate: Rate) -> PublishedLine:
    return PublishedLine(
        code="0902100001",
        name="в пакетиках",
        parents=("Чай:", "зеленый:"),
        name_marks=("5",),
        unit="пар",
        rate_text="текст",
        rate=rate,
        notes=("63С",),
        is_reused=False,
        page=3,
    )


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_fills_its_own_fields_and_no_other(shape: str) -> None:
    rate, fields = SHAPES[shape]
    assert line_to_dict(line(rate)) == {
        "code": "0902100001",
        "name": "в пакетиках",
        "unit": "пар",
        "rate_text": "текст",
        "notes": ["63С"],
        **fields,
    }


def test_a_full_name_is_the_chain_of_headings() -> None:
    assert line(VALUE).full_name == "Чай / зеленый / в пакетиках"
