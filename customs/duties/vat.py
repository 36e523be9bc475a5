"""Value added tax of a line."""

from typing import Final

from moneyed import Money

from customs.countries.figure import sources
from customs.countries.profile import Profile
from customs.duties.goods import Notice
from customs.duties.reason import AmountKind, AssessmentReason
from customs.refusal import N_
from customs.rounding import half_up, percent_of

_WITH_FEE: Final = N_(
    "%(percent)s%% VAT on value, duty, excise and this line's part of the fee,"
    " %(base)s = %(amount)s."
)
_WITHOUT_FEE: Final = N_("%(percent)s%% VAT on value, duty and excise, %(base)s = %(amount)s.")


def charge_vat(profile: Profile, base: Money, *, line: int, code: str) -> AssessmentReason:
    """Return the tax on a base, which includes the fee where the country taxes it."""
    rule = profile.vat
    reduced = rule.reduced_for(code)
    percent = rule.percent if reduced is None else reduced.percent
    figure = profile.vat_figure if reduced is None else reduced.figure
    exact = percent_of(base.amount, percent)
    amount = Money(half_up(exact, profile.rounding.vat), base.currency)
    return AssessmentReason(
        kind=AmountKind.VAT,
        rule="vat.with_fee" if rule.base_has_fee else "vat.without_fee",
        line=line,
        sentence=_WITH_FEE if rule.base_has_fee else _WITHOUT_FEE,
        fields={"percent": percent, "base": base, "amount": amount},
        amount=amount,
        base=base,
        rate_text=f"{percent:f}",
        source=sources((figure, profile.vat_base_figure)),
    )


def vat_notices(profile: Profile, code: str) -> tuple[Notice, ...]:
    """Return a notice of a reduced rate, which the code alone does not justify."""
    reduced = profile.vat.reduced_for(code)
    if reduced is None:
        return ()
    sentence = N_(
        "Of goods of the codes %(prefix)s some pay VAT of %(percent)s%% instead of %(full)s%%,"
        " and the sum takes it: a broker must check that these do."
    )
    fields = {"prefix": reduced.prefix, "percent": reduced.percent, "full": profile.vat.percent}
    return (Notice(sentence, fields, reduced.figure.source),)
