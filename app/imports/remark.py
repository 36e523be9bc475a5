"""Remarks beside the cells of a row, and what a row would change."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import msgspec
from moneyed import Money

from app.imports.column import Column
from app.kit.message import NamedInEnglish
from app.kit.refusal import Refusal


class Remark(msgspec.Struct, frozen=True, array_like=True):
    """What is said of a cell: a message of the catalogue with its figures."""

    column: str
    """A `Column`; empty for the row as a whole."""
    sentence: str
    fields: dict[str, int | str] = {}


class CellChange(msgspec.Struct, frozen=True, array_like=True):
    """What a row would change in the shop, or has changed: texts as a cell holds them."""

    column: str
    before: str
    after: str


def remark_of(refusal: Refusal, column: Column | str = "") -> Remark:
    """Return a refusal as a remark beside a column's cell."""
    return Remark(column, refusal.sentence, _plain_fields(refusal.fields))


def _plain_fields(fields: Mapping[str, object]) -> dict[str, int | str]:
    return {name: _plain(value) for name, value in fields.items() if name != "field"}


def _plain(value: object) -> int | str:
    """Return a value that can be stored as JSON; a message is translated when it is read."""
    match value:
        case int():
            return int(value)
        case Money() | Decimal() | date():
            return _figure(value)
        case NamedInEnglish():
            return value.name_english
        case tuple() | list():
            return ", ".join(str(_plain(each)) for each in value)
        case _:
            return str(value)


def _figure(value: Money | Decimal | date) -> str:
    if isinstance(value, Money):
        return f"{value.amount:f} {value.currency.code}"
    return f"{value:f}" if isinstance(value, Decimal) else value.isoformat()
