"""A rate as a translatable sentence with named places."""

from collections.abc import Mapping
from dataclasses import dataclass

from customs.refusal import N_
from customs.tariff.rate import AdValorem, Lower, NotLess, NotMore, Rate, Specific, Sum


@dataclass(frozen=True, slots=True)
class RateSentence:
    """An English sentence with named places, to be translated, and their values.

    Percentages and quantities are `Decimal`, an amount is `Money` that is not rounded (0.055 EUR),
    a unit is the English name of a `TariffUnit`, itself a message of the catalogue.
    """

    text: str
    fields: Mapping[str, object]


def rate_sentence(rate: Rate) -> RateSentence:
    """Return the sentence of a rate of any form."""
    return RateSentence(_text(rate), _fields(rate))


def _text(rate: Rate) -> str:  # noqa: PLR0911 -- a sentence for every shape
    match rate:
        case AdValorem(percent):
            return N_("%(percent)s%% of the customs value") if percent else N_("Free of duty")
        case Specific():
            return N_("%(amount)s for %(quantity)s %(unit)s")
        case NotLess():
            return N_(
                "%(percent)s%% of the customs value, but not less than %(amount)s"
                " for %(quantity)s %(unit)s"
            )
        case NotMore():
            return N_(
                "%(percent)s%% of the customs value, but not more than %(amount)s"
                " for %(quantity)s %(unit)s"
            )
        case Sum():
            return N_(
                "%(percent)s%% of the customs value plus %(amount)s for %(quantity)s %(unit)s"
            )
        case Lower():
            return N_(
                "The lower of two sums: %(percent)s%% of the customs value, or %(other_percent)s%%"
                " of it but not less than %(amount)s for %(quantity)s %(unit)s"
            )
        case _:
            return N_("A rate that a broker must work out: %(text)s")


def _fields(rate: Rate) -> Mapping[str, object]:
    match rate:
        case AdValorem(percent):
            return {"percent": percent} if percent else {}
        case Specific(amount, quantity, unit):
            return {"amount": amount, "quantity": quantity, "unit": unit.name_english}
        case Lower(value, other):
            own = {"percent": value.percent, "other_percent": other.value.percent}
            return {**own, **_fields(other.least)}
        case NotLess(value, specific) | NotMore(value, specific) | Sum(value, specific):
            return {"percent": value.percent, **_fields(specific)}
        case _:
            return {"text": rate.text}
