"""Assessing a shipment by the tariff, the figures and the official rates of its day."""

from collections.abc import Iterable, Sequence
from datetime import date

from app.kit.refusal import Refusal
from app.landed.estimate import Bought, Estimate, Estimated, country_of, shipment_of
from app.landed.shipment import Item, Shipment
from app.rates.banks import get_bank
from app.rates.official import NoRates, OfficialRate, Quoted
from app.rates.store import published
from app.tariff.edition import LineInForce
from app.tariff.store import beside, editions
from customs.countries.profile import Profile, profile_on
from customs.duties.assess import Assessment, assess
from customs.duties.beside import Beside
from customs.duties.goods import Goods
from customs.duties.ruling import PrintedRate, Question, rule_on
from customs.refusal import CustomsRefusal
from customs.valuation.exchange import Exchange, Exchanges
from customs.valuation.value import LineValue, Priced, value_lines


async def assess_shipment(shipment: Shipment, given: Iterable[Exchange] = ()) -> Assessment:
    """Will assess a shipment; a given exchange rate stands before the bank's own.

    Raises `UnknownCountry`, `NoFigure`, `UnknownLine`, `LineGone`, and what `value_lines`,
    `rule_on` and `assess` raise.
    """
    figures = await beside.get_figures()
    profile = profile_on(figures, shipment.country, on=shipment.on)
    rows = await beside.get_beside()
    exchanges = Exchanges(profile.currency, [*await _published(profile), *given])
    values = value_lines(
        [Priced(item.price, item.gross_g) for item in shipment.items],
        charges=shipment.charges,
        term=shipment.term,
        exchanges=exchanges,
        shared_by=shipment.shared_by,
    )
    codes = {item.code for item in shipment.items}
    held = await editions.get_lines(profile.tariff, codes, on=shipment.on)
    goods = [
        _goods(item, value, held=held[item.code], rows=rows, shipment=shipment)
        for item, value in zip(shipment.items, values, strict=True)
    ]
    return assess(goods, profile=profile, exchanges=exchanges)


async def estimate(bought: Sequence[Bought], *, on: date) -> Estimated:
    """Will estimate one declaration with everything bought, or give why that cannot be done."""
    country = country_of(bought)
    try:
        assessment = await assess_shipment(shipment_of(bought, on=on))
    except (Refusal, CustomsRefusal) as refusal:
        return Estimated(country, on, refusal)
    goods = sum((each.total for each in bought[1:]), bought[0].total)
    return Estimated(country, on, Estimate(assessment, goods))


async def _published(profile: Profile) -> list[Exchange]:
    """Will give the bank's rates in force on the day; none when it has published none."""
    try:
        rates = await published.list_in_force(get_bank(profile.bank), on=profile.on)
    except NoRates:
        return []
    return [_exchange(rate) for rate in rates if rate.quoted is Quoted.PER_FOREIGN]


def _exchange(rate: OfficialRate) -> Exchange:
    return Exchange(rate.currency, rate.value, rate.nominal, bank=rate.bank, day=rate.effective_on)


def _goods(
    item: Item, value: LineValue, *, held: LineInForce, rows: Beside, shipment: Shipment
) -> Goods:
    printed = PrintedRate(item.code, held.line.rate_text, held.line.notes, held.source)
    question = Question(
        shipment.country, shipment.on, shipment.origin, wants_exemption=shipment.wants_exemption
    )
    ruling = rule_on(printed, rows, question=question)
    return Goods(item.code, value, ruling.rate, item.quantities, notices=ruling.notices)
