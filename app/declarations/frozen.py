"""Lossless conversion of snapshots to and from JSON, and their fingerprint."""

import hashlib
from decimal import Decimal
from typing import TypeAlias, TypeVar

import msgspec
from moneyed import Money

from app.declarations.snapshot import LoadSnapshot

Shape = TypeVar("Shape")
Body: TypeAlias = dict[str, object]
"""A snapshot as plain JSON values."""


def to_body(snapshot: LoadSnapshot) -> Body:
    """Return the snapshot as plain JSON values; money as amount (text) and currency."""
    found: Body = msgspec.to_builtins(snapshot, enc_hook=_write)
    return found


def from_body(body: Body) -> LoadSnapshot:
    """Return the snapshot, equal to the one that was converted."""
    return msgspec.convert(body, LoadSnapshot, dec_hook=_read)


def fingerprint(body: Body) -> str:
    """Return the SHA-256 of the body with its keys in a fixed order."""
    return hashlib.sha256(msgspec.json.encode(body, order="deterministic")).hexdigest()


def _write(value: object) -> object:
    if isinstance(value, Money):
        return {"amount": str(value.amount), "currency": value.currency.code}
    message = f"{type(value)} cannot be part of a snapshot"
    raise NotImplementedError(message)


class _Amount(msgspec.Struct):
    amount: str
    currency: str


def _read(kind: type[Shape], value: object) -> Shape:
    if kind is Money:
        amount = msgspec.convert(value, _Amount)
        return kind(Decimal(amount.amount), amount.currency)  # type: ignore[call-arg] # Money
    message = f"{kind} cannot be part of a snapshot"
    raise NotImplementedError(message)
