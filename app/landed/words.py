"""Sums and reasons of an assessment in the reader's language."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from moneyed import Money

from app.kit.formats import money, number
from app.kit.words import N_, say, translate
from customs.duties.assess import NoticeAt
from customs.duties.reason import Kind, Reason

KIND_NAMES: Final = {
    Kind.VALUE: N_("Customs value"),
    Kind.DUTY: N_("Import duty"),
    Kind.EXCISE: N_("Excise"),
    Kind.VAT: N_("Value added tax"),
    Kind.FEE: N_("Customs fee"),
}
_COIN_PLACES: Final = -2

# Words that fill places of the law's sentences.
N_("anti-dumping duty")


@dataclass(frozen=True, slots=True)
class ReasonWords:
    """One step of an assessment."""

    kind: str
    text: str
    amount: str
    source: str


def reason_words(reason: Reason) -> ReasonWords:
    """Will put a reason into words."""
    return ReasonWords(
        kind=translate(KIND_NAMES[reason.kind]),
        text=sentence(reason.sentence, reason.fields),
        amount=money(reason.amount),
        source=reason.source,
    )


def notice_words(at: NoticeAt) -> str:
    """Will say what a broker must check."""
    return sentence(at.notice.sentence, at.notice.fields)


def sentence(message: str, fields: Mapping[str, object]) -> str:
    """Will say a sentence of the law with its figures written as the language writes them."""
    return say(message, {name: _written(value) for name, value in fields.items()})


def _written(value: object) -> str:
    match value:
        case Money():
            return _amount(value)
        case Decimal():
            return number(_trimmed(value))
        case _:
            return translate(str(value))


def _amount(value: Money) -> str:
    """Will write a sum; a rate such as 0.055 EUR keeps its digits."""
    exponent = value.amount.as_tuple().exponent
    if isinstance(exponent, int) and exponent < _COIN_PLACES:
        return f"{number(value.amount)}\u00a0{value.currency.code}"
    return money(value)


def _trimmed(value: Decimal) -> Decimal:
    """Will take needless zeros off."""
    plain = value.normalize()
    return plain.quantize(Decimal(1)) if plain == plain.to_integral_value() else plain
