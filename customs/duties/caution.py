"""What a broker must check about a whole declaration, whatever its goods are."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Final

from customs.countries.profile import Profile
from customs.duties.goods import Goods, Notice
from customs.duties.reason import Reason
from customs.refusal import N_
from customs.valuation.exchange import Exchange
from customs.valuation.terms import Charge, missing

_NEWS: Final = timedelta(days=14)
"""No bank here is silent for longer, its longest holidays included."""


def cautions(
    goods: Sequence[Goods], reasons: Iterable[Reason], profile: Profile
) -> tuple[Notice, ...]:
    """Will tell which figures nobody has seen in a source, which rate is old, what is not added."""
    return (
        *_charges_left_out(goods),
        *_old_rates(reasons, profile),
        *_no_excise_list(goods, profile),
        *_unconfirmed(profile),
    )


def _no_excise_list(goods: Sequence[Goods], profile: Profile) -> list[Notice]:
    """Tell that an excise of nothing is not known to be none, where no rate was given."""
    if profile.excise_prefixes or all(each.excise is not None for each in goods):
        return []
    sentence = N_(
        "Which goods bear excise in %(country)s is not known here: no excise is in the sum, and a"
        " broker must check whether any is due."
    )
    return [Notice(sentence, {"country": profile.country}, "")]


def _charges_left_out(goods: Sequence[Goods]) -> list[Notice]:
    given = {part.charge for each in goods for part in each.value.parts}
    terms = dict.fromkeys(each.value.term for each in goods)
    return [
        _left_out(term, charge)
        for term in terms
        if term is not None
        for charge in missing(term, given)
    ]


def _left_out(term: str, charge: Charge) -> Notice:
    sentence = N_(
        "Under %(term)s the price does not hold the %(charge)s, and none is given:"
        " customs adds it to the value (box %(box)s of ДТС-1)."
    )
    fields = {"term": term, "charge": charge.name_english, "box": charge.box}
    return Notice(sentence, fields, "Customs Code of the EAEU, article 40")


def _old_rates(reasons: Iterable[Reason], profile: Profile) -> list[Notice]:
    used = dict.fromkeys(each.exchange for each in reasons if each.exchange is not None)
    return [_old_rate(rate, profile) for rate in used if profile.on - rate.day > _NEWS]


def _old_rate(rate: Exchange, profile: Profile) -> Notice:
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
