"""Assessment and tariff: lines assessed per second, chapters read, and memory while reading."""

import time
import tracemalloc
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import cycle, islice
from typing import Final

from moneyed import Money

from benchmarks.table import Row, row
from customs.countries.figure import Figures
from customs.countries.known import known_figures
from customs.countries.profile import profile_on
from customs.duties.assess import Assessment, assess
from customs.duties.goods import DutiableGoods, StatedRate
from customs.eaeu.album.esad import write_esad
from customs.eaeu.assessed_payments import with_payments
from customs.eaeu.declaration import GOODS_MOST, GoodsDeclaration
from customs.eaeu.goods import GoodsItem as DeclaredGoods
from customs.eaeu.register.goods_declaration import write_goods_declaration
from customs.eaeu.rules import DECLARATION
from customs.tariff.publication import read_publication
from customs.tariff.rate_text import parse_rate
from customs.tariff.unit import TariffUnit
from customs.valuation.exchange_rates import ExchangeRate, ExchangeRates
from customs.valuation.incoterms import Charge
from customs.valuation.value import PricedLine, value_lines
from tests.customs.eaeu.factories import declaration, good
from tests.customs.tariff.chapter import print_pdf, table
from tests.customs.tariff.chapter import row as tariff_row

_ON: Final = date(2026, 4, 1)
_PROFILE: Final = profile_on(Figures(known_figures()), "KZ", on=_ON)
_EXCHANGES: Final = ExchangeRates(
    "KZT",
    [
        ExchangeRate(currency, Decimal(value), 1, bank="nbk", day=_ON)
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
_THOUSAND: Final = 1000
_CHAPTERS: Final = 14
_FULL: Final = good()
"""All facts that goods can have, quota and excise stamps too."""
_USUAL: Final = replace(
    _FULL,
    groups=(replace(_FULL.groups[0], size=None, serial_numbers=(), standard=""),),
    stamps=(),
    terms=None,
    period=None,
    identification=None,
    quota=None,
    other_quantities=(),
    preceding=_FULL.preceding[:1],
)
"""The facts of goods in a usual shipment of ours."""
_DRAFT: Final = declaration(_FULL)


def measure() -> list[Row]:
    """Time declarations of one line and of a thousand, and a chapter of a thousand lines."""
    return [*_assessments(), *_declaring(), *_reading()]


def _assessments() -> list[Row]:
    one, many = _priced(1), _priced(_THOUSAND)
    often = [_ms(lambda: _assess_often(one)) for _ in range(5)]
    long = [_ms(lambda: _assess(many)) for _ in range(10)]
    return [
        _per_second("declarations of one line assessed", often),
        row("assess a declaration of 1,000 lines", long),
        _per_second("lines of a declaration of 1,000 assessed", long),
        row("memory of an assessment of 1,000 lines", [_peak(many)], unit="MiB"),
    ]


def _peak(lines: Sequence[PricedLine]) -> float:
    tracemalloc.start()
    _assess(lines)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 2**20


def _per_second(name: str, times_ms: list[float]) -> Row:
    """Return how many per second, when a thousand take this long."""
    return row(name, [_THOUSAND * 1000 / each for each in times_ms], unit="/s")


def _priced(count: int) -> list[PricedLine]:
    return [PricedLine(Money(Decimal(1000 + n), "CNY"), 1000 + n) for n in range(count)]


def _assess(lines: Sequence[PricedLine]) -> tuple[list[DutiableGoods], Assessment]:
    values = value_lines(
        lines, charges={Charge.FREIGHT: Money(5000, "CNY")}, term="FCA", exchanges=_EXCHANGES
    )
    rates = islice(
        cycle(StatedRate(parse_rate(text).rate, text, "chapter") for text in _RATES), len(lines)
    )
    goods = [
        DutiableGoods("0806209000", value, rate, {TariffUnit.KILOGRAM: Decimal(12)})
        for value, rate in zip(values, rates, strict=True)
    ]
    return goods, assess(goods, profile=_PROFILE, exchanges=_EXCHANGES)


def _assess_often(lines: Sequence[PricedLine]) -> None:
    for _ in range(_THOUSAND):
        _assess(lines)


def _declaring() -> list[Row]:
    """Time a declaration of 999 goods, the maximum: assessed, checked, written."""
    priced = _priced(GOODS_MOST)
    made = _declared(priced, _USUAL)

    def all_of_it(each: DeclaredGoods) -> None:
        declared = _declared(priced, each)
        if DECLARATION.check(declared, on=_ON):
            raise ValueError("the declaration breaks a rule")
        write_esad(declared)

    return [
        row(
            "check a declaration of 999 goods",
            [_ms(lambda: DECLARATION.check(made, on=_ON)) for _ in range(10)],
        ),
        row("write it as the album's XML", [_ms(lambda: write_esad(made)) for _ in range(10)]),
        row(
            "write it as the register's XML",
            [_ms(lambda: write_goods_declaration(made)) for _ in range(10)],
        ),
        row("assess, check and write it", [_ms(lambda: all_of_it(_USUAL)) for _ in range(10)]),
        row("the same with every box filled", [_ms(lambda: all_of_it(_FULL)) for _ in range(10)]),
    ]


def _declared(priced: Sequence[PricedLine], like: DeclaredGoods) -> GoodsDeclaration:
    """Return a declaration of equal goods, one per price, with the payments assessed."""
    goods, found = _assess(priced)
    lines = tuple(
        replace(like, number=n, price=each.value.original, customs_value=each.value.total)
        for n, each in enumerate(goods, start=1)
    )
    return with_payments(replace(_DRAFT, goods=lines), goods, found)


def _reading() -> list[Row]:
    """Time reading a made-up chapter in the publication's layout."""
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
        row(
            f"read {_CHAPTERS} chapters of as many, about the whole tariff",
            [_ms(lambda: _read_often(body))],
        ),
    ]


def _read_often(body: bytes) -> None:
    for _ in range(_CHAPTERS):
        read_publication(body)


def _ms(action: Callable[[], object]) -> float:
    """Return CPU times in milliseconds, so that other processes do not count."""
    began = time.process_time()
    action()
    return (time.process_time() - began) * 1000
