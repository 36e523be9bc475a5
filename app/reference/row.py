"""Rows of reference lists, and the lists that packages declare."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Generic, TypeAlias, TypeVar

import msgspec

from app.kit.i18n import N_
from app.kit.refusal import BadInput, NotFound, Refusal


class NoRow(Refusal):
    """A list has no row of a key on a day. There are no defaults."""

    code = "reference.no_row"
    sentence = N_("The list “%(list)s” has no row “%(key)s” that holds on %(day)s.")


class UnknownReference(NotFound):
    """There is no reference list of that name."""

    code = "reference.unknown_reference"
    sentence = N_("There is no list “%(name)s”. The lists are %(known)s.")


class BadRow(BadInput):
    """A row of a file does not fit its list."""

    code = "reference.bad_row"
    sentence = N_("Row %(row)s of the list “%(name)s”, column %(column)s: %(reason)s")


class BadFile(BadInput):
    """A file is neither of the forms that a list is read from."""

    code = "reference.bad_file"
    sentence = N_("%(path)s is not a list: %(reason)s")


Shape = TypeVar("Shape", bound=msgspec.Struct)


@dataclass(frozen=True, slots=True)
class ReferenceLine:
    """A stored row: what is valid for a key between two days, and its source."""

    list: str
    key: str
    valid_from: date
    valid_to: date | None
    """The last day; None while no end is known."""
    data: Mapping[str, object] | None
    """What is valid, by column; None when nothing is any more."""
    source: str
    is_confirmed: bool
    """Whether the source itself was consulted."""
    is_shipped: bool = True
    """Whether it was shipped; an administrator's rows take precedence over shipped ones."""
    id: int = field(default=0, compare=False)
    """Higher for later rows; 0 before it is saved."""

    def holds(self, on: date) -> bool:
        """Return whether the day lies within the row's days."""
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)

    @property
    def rank(self) -> tuple[bool, int]:
        """Return the precedence of the row among those of one key and day: the highest wins."""
        return not self.is_shipped, self.id


@dataclass(frozen=True, slots=True)
class ReferenceList(Generic[Shape]):
    """A list by name, with the shape of a row, the key column, and the shipped file."""

    name: str
    shape: type[Shape]
    shipped: Path
    """A CSV or JSON file, or a folder of JSON files."""
    title: str
    """What the list holds, in English."""
    key: str = "code"

    @property
    def is_flat(self) -> bool:
        """Return whether every column is a scalar, so that the list may be a CSV."""
        return all(_is_plain(kind) for kind in self._kinds.values())

    @property
    def flags(self) -> frozenset[str]:
        """Return the Boolean columns."""
        boolean = msgspec.inspect.BoolType
        return frozenset(name for name, kind in self._kinds.items() if isinstance(kind, boolean))

    @property
    def _kinds(self) -> dict[str, msgspec.inspect.Type]:
        (info,) = msgspec.inspect.multi_type_info([self.shape])
        fields = info.fields if isinstance(info, msgspec.inspect.StructType) else ()
        return {each.encode_name: each.type for each in fields}

    def read(self, data: Mapping[str, object], *, strict: bool = True) -> Shape:
        """Return the row converted to the shape; raise `msgspec.ValidationError`."""
        return msgspec.convert(data, self.shape, strict=strict)


def _is_plain(kind: msgspec.inspect.Type) -> bool:
    plain = (
        msgspec.inspect.StrType,
        msgspec.inspect.IntType,
        msgspec.inspect.BoolType,
        msgspec.inspect.DecimalType,
        msgspec.inspect.DateType,
        msgspec.inspect.TimeType,
        msgspec.inspect.EnumType,
    )
    return isinstance(kind, plain)


@dataclass(frozen=True, slots=True)
class ReadRow(Generic[Shape]):
    """A row with its data converted, and the days it is valid."""

    row: ReferenceLine
    thing: Shape | None
    """None when nothing is valid any more."""


AnyList: TypeAlias = ReferenceList[Any]
"""A list of whatever shape."""
