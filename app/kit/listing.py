"""Lists of any length, a page at a time by keys, and never by counting rows off.

A page begins behind the last row of the one before: by the value that the list is sorted by, and
by the id, which parts equals. So a deep page costs what the first one does, and rows that come
meanwhile move nothing. The place of a page is a text in its address (`place`).
"""

import base64
import binascii
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Final, Generic, TypeVar

import msgspec
from piccolo.querystring import QueryString
from piccolo.table import Table

from app.kit.i18n import N_
from app.kit.records import Record, read_column
from app.kit.refusal import BadInput

PAGE_SIZE: Final = 25
MOST_COUNTED: Final = 10_000
"""Rows that a page counts at most: beyond it a list only says that there are more."""
_PART: Final = 1000
"""Rows that a whole list is read by."""
_LARGEST_ID: Final = 2**31 - 1
_LARGEST_KEY: Final = 2**63 - 1

Item = TypeVar("Item")
Row = TypeVar("Row", bound=Record)
Key = int | str | date


class BadPlace(BadInput):
    """The address names no place of this list."""

    code = "list.bad_place"
    sentence = N_("This address leads to no page of the list. Begin at its first page.")


class NoSuchSort(BadInput):
    """The list has no such order."""

    code = "list.no_such_sort"
    sentence = N_("This list cannot be sorted like that. Choose one of those that the page offers.")


class ListForm(msgspec.Struct):
    """What the address of every list keeps; each list adds its filters."""

    q: Annotated[str, msgspec.Meta(max_length=100)]
    """Words searched for."""
    sort: Annotated[str, msgspec.Meta(max_length=20)]
    place: Annotated[str, msgspec.Meta(max_length=1000)]


@dataclass(frozen=True, slots=True)
class Sort:
    """By what a list is sorted: a column that is never null."""

    column: str
    kind: type[Key]
    is_descending: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """Which page of a list is asked for, by the texts of its address."""

    sort: str = ""
    """Empty: the list's first order."""
    place: str = ""
    """Empty: the first page."""


@dataclass(frozen=True, slots=True)
class KeyPage(Generic[Item]):
    """One page of a list, and the places of those beside it; empty where there is none."""

    items: tuple[Item, ...] = ()
    previous: str = ""
    next: str = ""


class Place(msgspec.Struct, frozen=True, array_like=True):
    """A place between two rows of a list, as its address has it."""

    sort: str
    key: int | str
    id: int
    is_backwards: bool

    def __str__(self) -> str:
        return base64.urlsafe_b64encode(msgspec.json.encode(self)).decode().rstrip("=")


def place_of(text: str) -> Place:
    """Return the place that an address names; raises `BadPlace`."""
    try:
        body = base64.urlsafe_b64decode(text.encode("ascii") + b"=" * (-len(text) % 4))
        return msgspec.json.decode(body, type=Place)
    except (binascii.Error, UnicodeError, msgspec.DecodeError):
        raise BadPlace(field="place") from None


def all_of(conditions: Iterable[QueryString]) -> QueryString:
    """Return the condition that all of these hold."""
    found = list(conditions)
    return QueryString(" AND ".join(["{}"] * len(found)), *found) if found else QueryString("true")


def containing(words: str) -> str:
    """Return the pattern for ILIKE of texts that contain the words as they are typed."""
    plain = words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{plain}%"


@dataclass(frozen=True, slots=True)
class Listing(Generic[Row]):
    """A list in the database: which rows, of which columns, in which orders."""

    shape: type[Row]
    table: type[Table]
    columns: str
    source: str
    """What stands after FROM."""
    id: str
    """The column that is unique, with the name of its table."""
    sorts: Mapping[str, Sort]
    """Every order by its name in the address, the usual one first."""

    async def page(self, where: Sequence[QueryString], asked: Asked) -> KeyPage[Row]:
        """Read a page of the rows that fit all conditions; raises `BadPlace` or `NoSuchSort`."""
        name, sort = self._sort(asked.sort)
        place = place_of(asked.place) if asked.place else None
        rows = await self._read(where, sort, _checked(place, name, sort), most=PAGE_SIZE + 1)
        if place is not None and place.is_backwards:
            if len(rows) <= PAGE_SIZE:
                return await self.page(where, Asked(asked.sort))
            return self._page(rows[PAGE_SIZE - 1 :: -1], name, has_previous=True, has_next=True)
        has_next = len(rows) > PAGE_SIZE
        return self._page(rows[:PAGE_SIZE], name, has_previous=place is not None, has_next=has_next)

    async def parts(
        self, where: Sequence[QueryString], asked: Asked
    ) -> AsyncIterator[tuple[Row, ...]]:
        """Read every row, part by part, from the first page on; raises `NoSuchSort`."""
        name, sort = self._sort(asked.sort)
        place: Place | None = None
        while rows := await self._read(where, sort, _checked(place, name, sort), most=_PART):
            yield self._items(rows)
            place = _place(rows[-1], name, is_backwards=False)

    def _sort(self, name: str) -> tuple[str, Sort]:
        chosen = name or next(iter(self.sorts))
        if chosen not in self.sorts:
            raise NoSuchSort(field="sort")
        return chosen, self.sorts[chosen]

    async def _read(
        self,
        where: Sequence[QueryString],
        sort: Sort,
        behind: tuple[Key, int, bool] | None,
        *,
        most: int,
    ) -> list[Mapping[str, object]]:
        is_descending = sort.is_descending
        conditions = list(where)
        if behind is not None:
            key, row_id, is_backwards = behind
            is_descending = sort.is_descending is not is_backwards
            sign = "<" if is_descending else ">"
            pair = f"({sort.column}, {self.id}) {sign} ({{}}, {{}})"
            conditions.append(QueryString(pair, key, row_id))
        way = "DESC" if is_descending else "ASC"
        query = (
            f"SELECT {self.columns}, {sort.column} AS sort_key, {self.id} AS row_id"  # noqa: S608 -- a repository's own columns
            f" FROM {self.source} WHERE {{}} ORDER BY {sort.column} {way}, {self.id} {way}"
            f" LIMIT {most}"
        )
        return list(await self.table.raw(query, all_of(conditions)))

    def _items(self, rows: Sequence[Mapping[str, object]]) -> tuple[Row, ...]:
        return tuple(msgspec.convert(rows, list[self.shape]))  # type: ignore[name-defined] # made when it runs

    def _page(
        self,
        rows: Sequence[Mapping[str, object]],
        sort: str,
        *,
        has_previous: bool,
        has_next: bool,
    ) -> KeyPage[Row]:
        return KeyPage(
            self._items(rows),
            str(_place(rows[0], sort, is_backwards=True)) if rows and has_previous else "",
            str(_place(rows[-1], sort, is_backwards=False)) if rows and has_next else "",
        )


async def count_up_to(
    table: type[Table], source: str, where: Sequence[QueryString], *, most: int = MOST_COUNTED
) -> int:
    """Count the rows for which all conditions hold; `most` + 1 means that there are more."""
    query = f"SELECT count(*) FROM (SELECT 1 FROM {source} WHERE {{}} LIMIT {most + 1}) AS found"  # noqa: S608 -- as above
    return (await read_column(int, table.raw(query, all_of(where))))[0]


class KeyRecord(Record):
    """What a row is found again by."""

    sort_key: object
    row_id: int


def _place(row: Mapping[str, object], sort: str, *, is_backwards: bool) -> Place:
    found = msgspec.convert(row, KeyRecord)
    key = found.sort_key if isinstance(found.sort_key, int) else str(found.sort_key)
    return Place(sort, key, found.row_id, is_backwards)


def _checked(place: Place | None, name: str, sort: Sort) -> tuple[Key, int, bool] | None:
    """Return what a page begins behind, of the types that the columns take; raises `BadPlace`."""
    if place is None:
        return None
    try:
        key: Key = msgspec.convert(place.key, sort.kind)
    except msgspec.ValidationError:
        raise BadPlace(field="place") from None
    is_kept = "\0" not in str(key) and (not isinstance(key, int) or abs(key) <= _LARGEST_KEY)
    if place.sort != name or not is_kept or not 0 <= place.id <= _LARGEST_ID:
        raise BadPlace(field="place")
    return key, place.id, place.is_backwards
