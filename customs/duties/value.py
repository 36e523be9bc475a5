"""Reasons of a line's customs value: its price and its share of each charge."""

from collections.abc import Iterator
from typing import Final

from customs.duties.reason import AmountKind, AssessmentReason
from customs.refusal import N_
from customs.valuation.value import ChargeShare, LineValue

_ARTICLE: Final = "Customs Code of the EAEU, articles 39 and 40"


def value_reasons(value: LineValue, line: int) -> Iterator[AssessmentReason]:
    """Yield a reason for the price and one for each charge."""
    yield _price(value, line)
    for part in value.parts:
        yield _part(part, line)


def _price(value: LineValue, line: int) -> AssessmentReason:
    converted = N_("The price %(original)s by the official rate = %(amount)s.")
    own = N_("The price %(amount)s.")
    return AssessmentReason(
        kind=AmountKind.VALUE,
        rule="value.price",
        line=line,
        sentence=own if value.exchange is None else converted,
        fields={"original": value.original, "amount": value.price},
        amount=value.price,
        base=value.original,
        exchange=value.exchange,
        source=_ARTICLE,
    )


def _part(part: ChargeShare, line: int) -> AssessmentReason:
    added = N_("Added for %(charge)s: of %(whole)s in all, this line's part %(amount)s.")
    taken_off = N_(
        "Taken off for %(charge)s, shown apart: of %(whole)s in all, this line's part %(amount)s."
    )
    return AssessmentReason(
        kind=AmountKind.VALUE,
        rule=f"value.{part.charge}",
        line=line,
        sentence=taken_off if part.charge.is_deducted else added,
        fields={"charge": part.charge.name_english, "whole": part.whole, "amount": part.amount},
        amount=part.amount,
        base=part.whole,
        exchange=part.exchange,
        source=_ARTICLE,
    )
