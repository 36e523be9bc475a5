"""The customs fee of a declaration."""

from decimal import Decimal

from moneyed import Money

from customs.countries.fee import FixedFee, LadderFee, PercentFee
from customs.countries.figure import sources
from customs.countries.profile import Profile
from customs.duties.reason import AmountKind, AssessmentReason
from customs.refusal import N_
from customs.rounding import MONEY_DECIMALS, half_up, percent_of
from customs.valuation.exchange_rates import ExchangeRates


def charge_fee(profile: Profile, value: Money, exchanges: ExchangeRates) -> AssessmentReason:
    """Return the fee on the customs value of a declaration; raises `NoExchangeRate`."""
    match profile.fee:
        case FixedFee():
            return _fixed(profile.fee, profile)
        case PercentFee():
            return _percent(profile.fee, value, profile)
        case _:
            return _ladder(profile.fee, value, profile=profile, exchanges=exchanges)


def _fixed(rule: FixedFee, profile: Profile) -> AssessmentReason:
    amount = _settled(rule.unit * rule.units, profile.rounding.fee)
    return AssessmentReason(
        kind=AmountKind.FEE,
        rule="fee.fixed",
        line=None,
        sentence=N_("Customs fee: %(units)s × %(unit)s for the declaration = %(amount)s."),
        fields={"units": rule.units, "unit": rule.unit, "amount": amount},
        amount=amount,
        base=rule.unit,
        rate_text=_units_text(rule.units, rule.unit, profile),
        source=sources(profile.fee_figures),
    )


def _percent(rule: PercentFee, value: Money, profile: Profile) -> AssessmentReason:
    exact = Money(percent_of(value.amount, rule.percent), value.currency)
    amount = _settled(min(max(exact, rule.least), rule.most), profile.rounding.fee)
    return AssessmentReason(
        kind=AmountKind.FEE,
        rule="fee.percent",
        line=None,
        sentence=N_(
            "Customs fee: %(percent)s%% of %(base)s, not less than %(least)s"
            " and not more than %(most)s = %(amount)s."
        ),
        fields={
            "percent": rule.percent,
            "base": value,
            "least": rule.least,
            "most": rule.most,
            "amount": amount,
        },
        amount=amount,
        base=value,
        rate_text=f"{rule.percent:f} %",
        source=sources(profile.fee_figures),
    )


def _ladder(
    rule: LadderFee, value: Money, *, profile: Profile, exchanges: ExchangeRates
) -> AssessmentReason:
    exchange = exchanges.find(rule.currency)
    exact = value.amount if exchange is None else value.amount * exchange.nominal / exchange.value
    # Rounded to cents, so that rounding of the value's parts cannot cross the end of a step.
    worth = _settled(Money(exact, rule.currency), MONEY_DECIMALS)
    units = rule.units_for(worth.amount)
    amount = _settled(rule.unit * units, profile.rounding.fee)
    return AssessmentReason(
        kind=AmountKind.FEE,
        rule="fee.ladder",
        line=None,
        sentence=N_(
            "Customs fee: a value of %(worth)s asks for %(units)s × %(unit)s = %(amount)s."
        ),
        fields={
            "worth": worth,
            "units": units,
            "unit": rule.unit,
            "amount": amount,
        },
        amount=amount,
        base=value,
        rate_text=_units_text(units, rule.unit, profile),
        exchange=exchange,
        source=sources(profile.fee_figures),
    )


def _units_text(units: Decimal, unit: Money, profile: Profile) -> str:
    """Return `6 × MRP`, or the unit's amount where its name is not known."""
    return f"{units:f} × {profile.fee_unit_name or f'{unit.amount:f} {unit.currency.code}'}"


def _settled(amount: Money, decimals: int) -> Money:
    return Money(half_up(amount.amount, decimals), amount.currency)
