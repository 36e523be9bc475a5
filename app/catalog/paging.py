"""Long lists, a page at a time."""

from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from app.kit.i18n import N_
from app.kit.refusal import NotFound

Item = TypeVar("Item")

PAGE_SIZE: Final = 24


class NoSuchListPage(NotFound):
    """The list has fewer pages."""

    code = "catalog.list_page_not_found"
    sentence = N_("This list has no page %(number)s: the last one is %(last)s.")


@dataclass(frozen=True, slots=True)
class ListPage(Generic[Item]):
    """One page of a list: its items, its number from 1, and how many items the whole list has."""

    items: tuple[Item, ...]
    number: int
    total: int

    @property
    def last(self) -> int:
        """The number of the last page; an empty list has one page."""
        return last_page(self.total)


def last_page(total: int) -> int:
    """Return the number of the last page of `total` items, from 1."""
    return max(1, -(-total // PAGE_SIZE))


def offset_of(number: int, *, total: int) -> int:
    """Return how many items stand before the page; raises `NoSuchListPage`."""
    if not 1 <= number <= last_page(total):
        raise NoSuchListPage(number=number, last=last_page(total))
    return (number - 1) * PAGE_SIZE
