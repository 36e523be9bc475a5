"""Notices about a whole declaration, for a broker to check."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Final

from customs.countries.profile import Profile
from customs.duties.goods import DutiableGoods, Notice
from customs.duties.reason import AssessmentReason
from customs.refusal import N_
from customs.valuation.exchange_rates import ExchangeRate
from customs.valuation.incoterms import Charge, missing_charges

_NEWS: Final = timedelta(days=14)
"""Longer than the longest holidays of any bank here."""


def declaration_notices(
    goods: Sequence[DutiableGoods], reasons: Iterable[AssessmentReason], profile: Profile
) -> tuple[Notice, ...]:
    """Return notices of missing charges, old exchange rates and unconfirmed figures."""
    return (
        *_charges_left_out(goods),
        *_old_rates(reasons, profile),
        *_no_excise_list(goods, profile),
        *_unconfirmed(profile),
    )


def _no_excise_list(goods: Sequence[DutiableGoods], profile: Profile) -> list[Notice]:
    """Return a notice where an excise of nothing is not known to be none and no rate was given."""
    if profile.excise_prefixes or all(each.excise is not None for each in goods):
        return []
    sentence = N_(
        "Which goods bear excise in %(country)s is not known here: no excise is in the sum, and a"
        " broker must check whether any is due."
    )
    return [Notice(sentence, {"country": profile.country}, "")]


def _charges_left_out(goods: Sequence[DutiableGoods]) -> list[Notice]:
    given = {part.charge for each in goods for part in each.value.parts}
    terms = dict.fromkeys(each.value.term for each in goods)
    return [
        _left_out(term, charge)
        for term in terms
        if term is not None
        for charge in missing_charges(term, given)
    ]


def _left_out(term: str, charge: Charge) -> Notice:
    sentence = N_(
        "Under %(term)s the price does not hold the %(charge)s, and none is given:"
        " customs adds it to the value (box %(box)s of ДТС-1)."
    )
    fields = {"term": term, "charge": charge.name_english, "box": charge.box}
    return Notice(sentence, fields, "Customs Code of the EAEU, article 40")


def _old_rates(reasons: Iterable[AssessmentReason], profile: Profile) -> list[Notice]:
    used = dict.fromkeys(each.exchange for each in reasons if each.exchange is not None)
    return [_old_rate(rate, profile) for rate in used if profile.on - rate.day > _NEWS]


def _old_rate(rate: ExchangeRate, profile: Profile) -> Notice:
    sentence = N_(
        "No official rate of %(currency)s is known after that of %(day)s:"
        " on %(on)s another may be in force."
    )
    fields = {"currency": rate.currency, "day": rate.day, "on": profile.on}
    return Notice(sentence, fields, "Customs Code of the EAEU, article 38(8)")


def _unconfirmed(profile: Profile) -> list[Notice]:
    if not profile.unconfirmed:
        return []
    sentence = N_(
        "For %(country)s these figures are not confirmed yet, their source was not seen:"
        " %(figures)s."
    )
    names = tuple(figure.name.name_english for figure in profile.unconfirmed)
    fields = {"country": profile.country, "figures": names}
    return [Notice(sentence, fields, "")]
