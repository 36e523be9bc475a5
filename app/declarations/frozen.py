"""A snapshot as JSON, there and back without losing a coin or a gram; and its fingerprint."""

import hashlib
from decimal import Decimal
from typing import Any, TypeVar

import msgspec
from moneyed import Money

from app.declarations.snapshot import LoadSnapshot

Shape = TypeVar("Shape")


def to_body(snapshot: LoadSnapshot) -> dict[str, Any]:
    """Will give the snapshot as plain JSON values; money as its digits and its currency."""
    found: dict[str, Any] = msgspec.to_builtins(snapshot, enc_hook=_write)
    return found


def from_body(body: dict[str, Any]) -> LoadSnapshot:
    """Will give the snapshot back, equal to the one that was kept."""
    return msgspec.convert(body, LoadSnapshot, dec_hook=_read)


def fingerprint(body: dict[str, Any]) -> str:
    """Will give the SHA-256 of the body in one fixed order of names."""
    return hashlib.sha256(msgspec.json.encode(body, order="deterministic")).hexdigest()


def _write(value: object) -> object:
    if isinstance(value, Money):
        return {"amount": str(value.amount), "currency": value.currency.code}
    message = f"{type(value)} is not kept in snapshots"
    raise NotImplementedError(message)


def _read(kind: type[Shape], value: Any) -> Shape:  # noqa: ANN401 -- msgspec's signature
    if kind is Money:
        return kind(Decimal(value["amount"]), value["currency"])  # type: ignore[call-arg] # Money
    message = f"{kind} is not kept in snapshots"
    raise NotImplementedError(message)
