"""Rules about the transit declaration."""

import re
from collections.abc import Iterator
from typing import Final

from customs.eaeu.rules.book import FORMAT, SINCE
from customs.eaeu.transit import TirCarnet, TransitDeclaration
from customs.rounding import MASS_DECIMALS, MONEY_DECIMALS, has_decimals
from customs.rules import Place, RuleBook, header_if

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
    return (str(good.number) for good in declaration.goods if _CODE.fullmatch(good.code) is None)


@TRANSIT.rule(
    "T2",
    "Goods have a gross weight of at most six decimals, a value of two, and packages.",
    source=_ARTICLE,
    since=SINCE,
    blocks=True,
)
def goods_are_whole(declaration: TransitDeclaration) -> Iterator[Place]:
    for good in declaration.goods:
        fits = has_decimals(good.gross_kg, MASS_DECIMALS) and has_decimals(
            good.value.amount, MONEY_DECIMALS
        )
        if not fits or good.gross_kg <= 0 or good.value.amount <= 0 or good.packages.count < 0:
            yield str(good.number)


@TRANSIT.rule(
    "T3",
    "Every shipment has goods, numbered from 1 without gaps over all shipments.",
    source=FORMAT,
    since=SINCE,
    blocks=True,
)
def transit_goods_are_numbered(declaration: TransitDeclaration) -> Iterator[Place]:
    numbers = [good.number for good in declaration.goods]
    whole = all(shipment.goods for shipment in declaration.shipments)
    return header_if(not numbers or not whole or numbers != list(range(1, len(numbers) + 1)))


@TRANSIT.rule(
    "T4",
    "A TIR carnet has two letters, eight digits, and a holder of at most 18 letters.",
    source="TIR Convention; " + FORMAT,
    since=SINCE,
    blocks=True,
)
def carnet_is_whole(declaration: TransitDeclaration) -> Iterator[Place]:
    carnet = declaration.carnet
    return header_if(carnet is not None and not _is_carnet(carnet))


def _is_carnet(carnet: TirCarnet) -> bool:
    is_named = _SERIES.fullmatch(carnet.series) and _NUMBER.fullmatch(carnet.number)
    return bool(is_named) and 1 <= len(carnet.holder) <= _HOLDER_MOST


@TRANSIT.rule(
    "T5",
    "The means of transport and each shipment's transport document are named.",
    source=_ARTICLE,
    since=SINCE,
)
def transport_is_stated(declaration: TransitDeclaration) -> Iterator[Place]:
    waybills = [shipment.waybill.number for shipment in declaration.shipments]
    return header_if(not declaration.transport.vehicles or not all(waybills))


@TRANSIT.rule(
    "T6",
    "The value of all goods is stated in one currency.",
    source=FORMAT,
    since=SINCE,
    blocks=True,
)
def transit_has_one_currency(declaration: TransitDeclaration) -> Iterator[Place]:
    return header_if(len({good.value.currency for good in declaration.goods}) > 1)


@TRANSIT.rule(
    "T7",
    "Whether payment is secured is stated by its code, and where there are seals, how customs"
    " will identify the goods by another.",
    source=FORMAT,
    since=SINCE,
    blocks=True,
)
def security_is_stated(declaration: TransitDeclaration) -> Iterator[Place]:
    is_unsaid = bool(declaration.seals) and not declaration.identified_by
    return header_if(is_unsaid or not declaration.guarantee.code)
