"""Lines that say the same are one line; no gram, piece or coin is lost in joining them."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from moneyed import Money

from customs.china.declaration import DeclarationLine, Quantity
from customs.china.lines import LINES_MAX, TooManyLines, merge_lines
from tests.customs.china.export import RAISINS, WALNUTS


def sold(code: str, pieces: int, price_minor: int, *, second: bool) -> DeclarationLine:
    price = Money(Decimal(price_minor) / 100, "KZT")
    return replace(
        RAISINS,
        code=code,
        declared=Quantity(Decimal(pieces), "140"),
        statutory_1=Quantity(Decimal(pieces) / 2, "035"),
        statutory_2=Quantity(Decimal(pieces), "140") if second else None,
        unit_price=price,
        total=price * pieces,
        net_g=pieces * 500,
    )


order_lines = st.lists(
    st.builds(
        sold,
        st.sampled_from(["0806200000", "0802310000", ""]),
        st.integers(1, 1000),
        st.sampled_from([100, 250]),
        second=st.booleans(),
    ),
    min_size=1,
    max_size=30,
)


@given(order_lines)
def test_joining_keeps_every_sum_and_numbers_from_one(given_lines: list[DeclarationLine]) -> None:
    joined = merge_lines(given_lines)
    assert [line.number for line in joined] == list(range(1, len(joined) + 1))
    assert sum(line.net_g for line in joined) == sum(line.net_g for line in given_lines)
    assert sum(line.total.amount for line in joined) == sum(x.total.amount for x in given_lines)
    assert sum(line.declared.amount for line in joined) == sum(
        line.declared.amount for line in given_lines
    )
    keys = {(x.code, x.unit_price, x.statutory_2 is None) for x in joined}
    assert len(keys) == len(joined)


def test_lines_that_differ_in_price_or_elements_stay_apart() -> None:
    dearer = replace(RAISINS, unit_price=Money("877.00", "KZT"))
    darker = replace(RAISINS, elements=("0", "0", "黑", "纸箱"))
    assert len(merge_lines([RAISINS, dearer, darker, WALNUTS])) == 4


def test_lines_with_one_lost_statutory_quantity_stay_apart() -> None:
    unknown = replace(RAISINS, statutory_1=None)
    assert [line.statutory_1 for line in merge_lines([RAISINS, unknown, unknown])] == [
        Quantity(Decimal(50), "035"),
        None,
    ]


def test_fifty_lines_fit_and_one_more_does_not() -> None:
    many = [replace(RAISINS, code=f"{n:010d}") for n in range(LINES_MAX + 1)]
    assert len(merge_lines(many[:LINES_MAX])) == LINES_MAX
    with pytest.raises(TooManyLines) as refused:
        merge_lines(many)
    assert refused.value.fields == {"lines": 51, "most": 50}


def test_lots_of_joined_lines_stand_beside_each_other_once() -> None:
    one = replace(RAISINS, batches=("L2",), produced_on=(date(2026, 9, 2),))
    other = replace(RAISINS, batches=("L1", "L2"), produced_on=(date(2026, 9, 1),))
    (line,) = merge_lines([one, other])
    assert line.batches == ("L2", "L1")
    assert line.produced_on == (date(2026, 9, 1), date(2026, 9, 2))
    assert line.net_g == 100_000


@pytest.mark.parametrize(
    "changes",
    [
        {"code": "0806200001"},
        {"name": "葡萄"},
        {"elements": ("0", "0", "制成干果", "袋")},
        {"declared": Quantity(Decimal(100), "125")},
        {"unit_price": Money("876.51", "KGS"), "total": Money("87651.00", "KGS")},
        {"origin": "KAZ"},
        {"destination": "KGZ"},
        {"domestic_source": "65299"},
    ],
)
def test_whatever_a_line_says_of_its_goods_keeps_it_apart(changes: dict[str, object]) -> None:
    other = replace(RAISINS, **changes)  # type: ignore[arg-type] # by name
    assert len(merge_lines([RAISINS, other])) == 2
