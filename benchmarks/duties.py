"""Assessing and the tariff: lines assessed a second, chapters read, and memory while reading."""

import time
import tracemalloc
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from itertools import cycle, islice
from typing import Final

from moneyed import Money

from benchmarks.table import Row, row
from customs.countries.figure import Figures
from customs.countries.known import known_figures
from customs.countries.profile import profile_on
from customs.duties.assess import assess
from customs.duties.goods import Goods, StatedRate
from customs.eaeu.album.esad import write_esad
from customs.eaeu.declaration import GOODS_MOST
from customs.eaeu.rules import DECLARATION
from customs.tariff.publication import read_publication
from customs.tariff.text import parse
from customs.tariff.unit import Unit
from customs.valuation.exchange import Exchange, Exchanges
from customs.valuation.terms import Charge
from customs.valuation.value import Priced, value_lines
from tests.customs.eaeu.making import declaration, good
from tests.customs.tariff.chapter import print_pdf, table
from tests.customs.tariff.chapter import row as tariff_row

_ON: Final = date(2026, 4, 1)
_PROFILE: Final = profile_on(Figures(known_figures()), "KZ", on=_ON)
_EXCHANGES: Final = Exchanges(
    "KZT",
    [
        Exchange(currency, Decimal(value), 1, bank="nbk", day=_ON)
        for currency, value in (("EUR", "548.62"), ("CNY", "69.31"))
    ],
)
_RATES: Final = (
    "5",
    "11, но не менее 0,05 евро за 1 кг",
    "2,2 евро за 1 кг",
    "8 плюс 0,05 евро за 1 кг",
)
_CHAPTER_LINES: Final = 1000
_OFTEN: Final = 1000
_MS: Final = 1000


def measure() -> list[Row]:
    """Will time declarations of one line and of a thousand, and a chapter of a thousand lines."""
    return [*_assessments(), *_declaring(), *_reading()]


def _assessments() -> list[Row]:
    one, many = _priced(1), _priced(1000)
    often = [_ms(lambda: _assess_often(one)) for _ in range(5)]
    long = [_ms(lambda: _assess(many)) for _ in range(10)]
    return [
        row("assess 1,000 declarations of one line", often),
        row("assessments of one line", [_MS * _OFTEN / ms for ms in often], unit="/s"),
        row("assess a declaration of 1,000 lines", long),
        row("assessments of 1,000 lines", [_MS / ms for ms in long], unit="/s"),
        row("memory of an assessment of 1,000 lines", [_peak(many)], unit="MiB"),
    ]


def _peak(lines: Sequence[Priced]) -> float:
    tracemalloc.start()
    _assess(lines)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 2**20


def _priced(count: int) -> list[Priced]:
    return [Priced(Money(Decimal(1000 + n), "CNY"), 1000 + n) for n in range(count)]


def _assess(lines: Sequence[Priced]) -> None:
    values = value_lines(
        lines, charges={Charge.FREIGHT: Money(5000, "CNY")}, term="FCA", exchanges=_EXCHANGES
    )
    rates = islice(
        cycle(StatedRate(parse(text).rate, text, "chapter") for text in _RATES), len(lines)
    )
    goods = [
        Goods("0806209000", value, rate, {Unit.KILOGRAM: Decimal(12)})
        for value, rate in zip(values, rates, strict=True)
    ]
    assess(goods, profile=_PROFILE, exchanges=_EXCHANGES)


def _assess_often(lines: Sequence[Priced]) -> None:
    for _ in range(_OFTEN):
        _assess(lines)


def _declaring() -> list[Row]:
    """A declaration of 999 goods, the most that one holds: checked, assessed, written."""
    goods = tuple(good(number, with_fee=number == 1) for number in range(1, GOODS_MOST + 1))
    made = declaration(*goods)
    priced = _priced(GOODS_MOST)

    def all_of_it() -> None:
        if DECLARATION.check(made, on=_ON):
            raise ValueError("the declaration breaks a rule")
        _assess(priced)
        write_esad(made)

    return [
        row(
            "check a declaration of 999 goods",
            [_ms(lambda: DECLARATION.check(made, on=_ON)) for _ in range(5)],
        ),
        row("write it as XML", [_ms(lambda: write_esad(made)) for _ in range(5)]),
        row("check, assess and write it", [_ms(all_of_it) for _ in range(5)]),
    ]


def _reading() -> list[Row]:
    """A chapter of our own in the publication's layout."""
    lines = (
        tariff_row(f"9901 10 {n:03} 0", "– – прочие", "шт", _RATES[n % len(_RATES)])
        for n in range(_CHAPTER_LINES)
    )
    body = print_pdf(table(*lines))
    if len(read_publication(body).lines) != _CHAPTER_LINES:
        raise ValueError("the chapter was not read in full")
    tracemalloc.start()
    read_publication(body)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    name = f"read a chapter of {_CHAPTER_LINES:,} lines (PDF)"
    return [
        row(name, [_ms(lambda: read_publication(body)) for _ in range(3)]),
        row("memory of its lines at most", [peak / 2**20], unit="MiB"),
    ]


def _ms(action: Callable[[], object]) -> float:
    began = time.perf_counter()
    action()
    return (time.perf_counter() - began) * 1000
