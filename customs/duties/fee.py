"""The customs fee of one declaration."""

from decimal import Decimal
from typing import Final

from moneyed import Money

from customs.countries.fee import FixedFee, LadderFee, PercentFee
from customs.countries.profile import Profile
from customs.duties.reason import Kind, Reason
from customs.refusal import N_
from customs.rounding import half_up
from customs.valuation.exchange import MONEY_DECIMALS, Exchanges

_PERCENT: Final = Decimal(100)


def charge_fee(profile: Profile, value: Money, exchanges: Exchanges) -> Reason:
    """Will give the fee on a declaration's customs value; raises `NoExchange`."""
    match profile.fee:
        case FixedFee():
            return _fixed(profile.fee, profile)
        case PercentFee():
            return _percent(profile.fee, value, profile)
        case _:
            return _ladder(profile.fee, value, profile=profile, exchanges=exchanges)


def _fixed(rule: FixedFee, profile: Profile) -> Reason:
    amount = _settled(rule.unit * rule.units)
    return Reason(
        kind=Kind.FEE,
        rule="fee.fixed",
        line=None,
        sentence=N_("Customs fee: %(units)s × %(unit)s for the declaration = %(amount)s."),
        fields={"units": rule.units, "unit": rule.unit, "amount": amount},
        amount=amount,
        source=profile.fee_figure.source,
    )


def _percent(rule: PercentFee, value: Money, profile: Profile) -> Reason:
    exact = _settled(value * (rule.percent / _PERCENT))
    amount = min(max(exact, rule.least), rule.most)
    return Reason(
        kind=Kind.FEE,
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
        source=profile.fee_figure.source,
    )


def _ladder(rule: LadderFee, value: Money, *, profile: Profile, exchanges: Exchanges) -> Reason:
    exchange = exchanges.find(rule.currency)
    worth = value.amount if exchange is None else value.amount * exchange.nominal / exchange.value
    units = rule.units_for(worth)
    amount = _settled(rule.unit * units)
    return Reason(
        kind=Kind.FEE,
        rule="fee.ladder",
        line=None,
        sentence=N_(
            "Customs fee: a value of %(worth)s asks for %(units)s × %(unit)s = %(amount)s."
        ),
        fields={
            "worth": _settled(Money(worth, rule.currency)),
            "units": units,
            "unit": rule.unit,
            "amount": amount,
        },
        amount=amount,
        base=value,
        exchange=exchange,
        source=profile.fee_figure.source,
    )


def _settled(amount: Money) -> Money:
    return Money(half_up(amount.amount, MONEY_DECIMALS), amount.currency)
