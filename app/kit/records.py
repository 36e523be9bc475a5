"""Typed rows: the result of a query as structs, so that mypy finds a mistyped column."""

from collections.abc import Awaitable, Mapping, Sequence
from typing import TypeVar

import msgspec


class Record(msgspec.Struct):
    """The columns that a query reads, by name and type."""


Read = TypeVar("Read", bound=Record)
Value = TypeVar("Value")


async def read_all(
    shape: type[Read], query: Awaitable[Sequence[Mapping[str, object]]]
) -> list[Read]:
    """Run the query and return its rows; raises `msgspec.ValidationError` for another shape."""
    return msgspec.convert(await query, list[shape])  # type: ignore[valid-type] # made when it runs


async def read_first(
    shape: type[Read], query: Awaitable[Mapping[str, object] | None]
) -> Read | None:
    """Run the query of one row and return it, or None; raises `msgspec.ValidationError`."""
    row = await query
    return None if row is None else msgspec.convert(row, shape)


async def read_column(
    kind: type[Value], query: Awaitable[Sequence[Mapping[str, object]]]
) -> list[Value]:
    """Run a query of one column and return its values; raises `msgspec.ValidationError`."""
    values = [value for row in await query for value in row.values()]
    return msgspec.convert(values, list[kind])  # type: ignore[valid-type] # made when it runs
