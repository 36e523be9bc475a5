"""Rules about the transit declaration."""

import re
from collections.abc import Iterator
from typing import Final

from customs.eaeu.rules.book import FORMAT, HEADER, SINCE
from customs.eaeu.transit import TransitDeclaration
from customs.rules import Place, RuleBook

TRANSIT: Final[RuleBook[TransitDeclaration]] = RuleBook()

_ARTICLE: Final = "Customs Code of the EAEU, article 107"
_CODE: Final = re.compile(r"[0-9]{6}|[0-9]{8,10}")
_SERIES: Final = re.compile(r"[A-Z]{2}")
_NUMBER: Final = re.compile(r"[0-9]{8}")
_HOLDER_MOST: Final = 18


@TRANSIT.rule(
    "T1",
    "Goods have at least the six digits of their code.",
    source=_ARTICLE,
    since=SINCE,
)
def codes_have_six_digits(declaration: TransitDeclaration) -> Iterator[Place]:
    """Will check every code."""
    return (str(good.number) for good in declaration.goods if _CODE.fullmatch(good.code) is None)


@TRANSIT.rule(
    "T2",
    "Goods have a gross weight, a value and packages.",
    source=_ARTICLE,
    since=SINCE,
    blocks=True,
)
def goods_are_whole(declaration: TransitDeclaration) -> Iterator[Place]:
    """Will check weights, values and packages."""
    for good in declaration.goods:
        if good.gross_kg <= 0 or good.value.amount <= 0 or good.packages.count < 0:
            yield str(good.number)


@TRANSIT.rule(
    "T3",
    "Goods are numbered from 1 without gaps, over all shipments.",
    source=FORMAT,
    since=SINCE,
    blocks=True,
)
def transit_goods_are_numbered(declaration: TransitDeclaration) -> Iterator[Place]:
    """Will check the goods' numbers."""
    numbers = [good.number for good in declaration.goods]
    if not numbers or numbers != list(range(1, len(numbers) + 1)):
        yield HEADER


@TRANSIT.rule(
    "T4",
    "A TIR carnet has two letters, eight digits, and a holder of at most 18 letters.",
    source="TIR Convention; " + FORMAT,
    since=SINCE,
    blocks=True,
)
def carnet_is_whole(declaration: TransitDeclaration) -> Iterator[Place]:
    """Will check the carnet."""
    carnet = declaration.carnet
    if carnet is None:
        return
    is_named = _SERIES.fullmatch(carnet.series) and _NUMBER.fullmatch(carnet.number)
    if not is_named or not 1 <= len(carnet.holder) <= _HOLDER_MOST:
        yield HEADER


@TRANSIT.rule(
    "T5",
    "The means of transport and each shipment's transport document are named.",
    source=_ARTICLE,
    since=SINCE,
)
def transport_is_told(declaration: TransitDeclaration) -> Iterator[Place]:
    """Will check vehicles and waybills."""
    waybills = [shipment.waybill.number for shipment in declaration.shipments]
    if not declaration.transport.vehicles or not all(waybills):
        yield HEADER
