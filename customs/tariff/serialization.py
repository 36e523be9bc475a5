"""A line of the tariff as a dictionary of strings."""

from decimal import Decimal

from customs.tariff.line import PublishedLine
from customs.tariff.rate import AdValorem, Lower, NotLess, NotMore, Other, Rate, Specific, Sum

LineDict = dict[str, str | list[str] | None]

_KINDS = {
    AdValorem: "advalorem",
    Specific: "specific",
    NotLess: "max",
    NotMore: "min",
    Sum: "sum",
    Lower: "min",
    Other: "other",
}


def line_to_dict(line: PublishedLine) -> LineDict:
    """Return the fields of a line by name.

    Numbers of a rate are decimals with a point, in the digits of the publication. What a rate does
    not have is None; so is every number of a rate in words, and of chapter 87's "whichever is
    lower", which has one number more than the fields: `rate_text` has all.
    """
    return {
        "code": line.code,
        "name": line.name,
        "unit": line.unit,
        "rate_text": line.rate_text,
        "notes": list(line.notes),
        "kind": _KINDS[type(line.rate)],
        "percent": _percent(line.rate),
        **_specific_fields(_specific(line.rate)),
    }


def _percent(rate: Rate) -> str | None:
    match rate:
        case AdValorem(percent):
            return _digits(percent)
        case NotLess(value, _) | NotMore(value, _) | Sum(value, _):
            return _digits(value.percent)
        case _:
            return None


def _specific(rate: Rate) -> Specific | None:
    match rate:
        case Specific():
            return rate
        case NotLess(_, specific) | NotMore(_, specific) | Sum(_, specific):
            return specific
        case _:
            return None


def _specific_fields(rate: Specific | None) -> dict[str, str | None]:
    if rate is None:
        return dict.fromkeys(("amount", "currency", "per_quantity", "per_unit"))
    return {
        "amount": _digits(rate.amount.amount),
        "currency": rate.amount.currency.code,
        "per_quantity": _digits(rate.per_quantity),
        "per_unit": rate.per_unit.word,
    }


def _digits(number: Decimal) -> str:
    return f"{number:f}"
