"""Assessment of a shipment by the tariff, the figures and the official rates of its day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from app.countries.repository import get_buyer_by_currency
from app.kit.refusal import Refusal
from app.landed.estimate import Bought, Estimate, Estimated, shipment_of
from app.landed.shipment import Item, Shipment
from app.rates.banks import get_bank
from app.rates.official import NoRate, NoRates, OfficialRate, Quoted
from app.rates.repository import published
from app.tariff.edition import EAEU, LineInForce
from app.tariff.repository import beside, editions
from customs.countries.figure import Figures
from customs.countries.profile import Profile, profile_on
from customs.duties.applicable_rate import (
    Importation,
    PrintedRate,
    applicable_excise,
    applicable_rate,
)
from customs.duties.assess import Assessment, assess
from customs.duties.goods import DutiableGoods
from customs.duties.measures import Requirement, TariffMeasures
from customs.valuation.exchange_rates import ExchangeRate, ExchangeRates, NoExchangeRate
from customs.valuation.value import LineValue, PricedLine, value_lines


@dataclass(frozen=True, slots=True)
class _CustomsRules:
    """Countries' figures, and the measures beside the tariff."""

    figures: Figures
    rows: TariffMeasures


async def _load_rules() -> _CustomsRules:
    return _CustomsRules(await beside.get_figures(), await beside.get_beside())


async def assess_shipment(shipment: Shipment, given: Iterable[ExchangeRate] = ()) -> Assessment:
    """Assess a shipment; a given exchange rate takes precedence over the bank's own.

    Raises `UnknownCountry`, `NoFigure`, `UnknownLine`, `LineGone`, `NoRate`, and what
    `value_lines`, `rule_on` and `assess` raise.
    """
    return await _assess(shipment, await _load_rules(), given)


async def _assess(
    shipment: Shipment, rules: _CustomsRules, given: Iterable[ExchangeRate] = ()
) -> Assessment:
    profile = profile_on(rules.figures, shipment.country, on=shipment.on)
    exchanges = ExchangeRates(profile.currency, await _rates(profile, tuple(given)))
    try:
        return await _assess_by(exchanges, shipment=shipment, profile=profile, rules=rules)
    except NoExchangeRate as missing:
        bank = get_bank(profile.bank)
        raise NoRate(bank=bank, currency=missing.fields["currency"], day=profile.on) from missing


async def _assess_by(
    exchanges: ExchangeRates, *, shipment: Shipment, profile: Profile, rules: _CustomsRules
) -> Assessment:
    values = value_lines(
        [PricedLine(item.price, item.gross_g) for item in shipment.items],
        charges=shipment.charges,
        term=shipment.term,
        exchanges=exchanges,
        shared_by=shipment.shared_by,
    )
    codes = {item.code for item in shipment.items}
    held = await editions.get_lines(profile.tariff, codes, on=shipment.on)
    rows = rules.rows if profile.tariff == EAEU else rules.rows.outside_the_union()
    goods = [
        _goods(item, value, held=held[item.code], rows=rows, shipment=shipment)
        for item, value in zip(shipment.items, values, strict=True)
    ]
    return assess(goods, profile=profile, exchanges=exchanges)


async def estimate(bought: Sequence[Bought], *, on: date) -> Estimated:
    """Estimate one declaration with everything bought, or return why that is impossible.

    It is made in the country that pays in the currency of the goods. Raises `CurrencyNotServed`.
    """
    country = get_buyer_by_currency(bought[0].total.currency.code, on=on)
    required: tuple[Requirement, ...] = ()
    try:
        shipment = shipment_of(bought, country=country, on=on)
        rules = await _load_rules()
        required = _required(shipment, rules.rows)
        assessment = await _assess(shipment, rules)
    except Refusal as refusal:
        return Estimated(country, on, refusal, required)
    goods = sum((each.total for each in bought[1:]), bought[0].total)
    return Estimated(country, on, Estimate(assessment, goods), required)


def _required(shipment: Shipment, rows: TariffMeasures) -> tuple[Requirement, ...]:
    """Return what goods must have besides duty paid, each requirement once."""
    asked = {
        row: None
        for item in shipment.items
        for row in rows.required(item.code, on=shipment.on, country=shipment.country)
    }
    return tuple(asked)


async def _rates(profile: Profile, given: Sequence[ExchangeRate]) -> list[ExchangeRate]:
    """Return the given rates, and the bank's own of every other currency."""
    named = {each.currency for each in given}
    bank = [each for each in await _published(profile) if each.currency not in named]
    return [*bank, *given]


async def _published(profile: Profile) -> list[ExchangeRate]:
    """Return the bank's rates in force on the day; none when it has published none."""
    try:
        rates = await published.list_in_force(get_bank(profile.bank), on=profile.on)
    except NoRates:
        return []
    return [_exchange(rate) for rate in rates if rate.quoted is Quoted.PER_FOREIGN]


def _exchange(rate: OfficialRate) -> ExchangeRate:
    return ExchangeRate(
        rate.currency, rate.value, rate.nominal, bank=rate.bank, day=rate.effective_on
    )


def _goods(
    item: Item, value: LineValue, *, held: LineInForce, rows: TariffMeasures, shipment: Shipment
) -> DutiableGoods:
    printed = PrintedRate(
        item.code, held.line.rate_text, held.line.notes, held.source, held.line.name_marks
    )
    importation = Importation(
        shipment.country, shipment.on, shipment.origin, wants_exemption=shipment.wants_exemption
    )
    applicable = applicable_rate(printed, rows, importation=importation)
    excise = applicable_excise(item.code, rows, importation=importation)
    return DutiableGoods(
        item.code, value, applicable.rate, item.quantities, excise, applicable.notices
    )
