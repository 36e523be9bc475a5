"""Value added tax of one line."""

from typing import Final

from moneyed import Money

from customs.countries.profile import Profile
from customs.duties.reason import Kind, Reason
from customs.refusal import N_
from customs.rounding import half_up
from customs.valuation.exchange import MONEY_DECIMALS

_PERCENT: Final = 100
_WITH_FEE: Final = N_(
    "%(percent)s%% VAT on value, duty, excise and this line's part of the fee,"
    " %(base)s = %(amount)s."
)
_WITHOUT_FEE: Final = N_("%(percent)s%% VAT on value, duty and excise, %(base)s = %(amount)s.")


def charge_vat(profile: Profile, base: Money, line: int) -> Reason:
    """Will give the tax on a base that holds already whatever the country taxes."""
    rule = profile.vat
    amount = Money(half_up(base.amount * rule.percent / _PERCENT, MONEY_DECIMALS), base.currency)
    return Reason(
        kind=Kind.VAT,
        rule="vat.with_fee" if rule.base_has_fee else "vat.without_fee",
        line=line,
        sentence=_WITH_FEE if rule.base_has_fee else _WITHOUT_FEE,
        fields={"percent": rule.percent, "base": base, "amount": amount},
        amount=amount,
        base=base,
        source=profile.vat_figure.source,
    )
