"""What the page of a list shows around its rows: addresses that keep every choice, and files."""

from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from litestar.response import Stream

from app.kit.export import Cell, blocks_of, to_workbook
from app.kit.formats import number
from app.kit.i18n import N_, say, translate, translate_plural
from app.kit.listing import MOST_COUNTED, Asked, Item, KeyPage, ListForm

WORKBOOK: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class ListView:
    """The frame of a list. An address is empty where it leads nowhere."""

    path: str
    first: str
    """The first page under the same choices; empty on it."""
    previous: str
    next: str
    text: str
    """How many rows there are, as far as they were counted."""
    export: str
    is_narrowed: bool
    """Whether any choice is made."""
    shows_filters: bool
    """Whether a choice beyond the words is made, so that its field must be seen."""


def asked(form: ListForm) -> Asked:
    """Return which page a list's address asks for."""
    return Asked(form.sort, form.place)


def list_view(
    path: str,
    values: Mapping[str, str],
    page: KeyPage[Item],
    *,
    count: int | None = None,
    export: str = "",
) -> ListView:
    """Return the frame of a list at a path; `export` is the last word of the workbook's address."""
    chosen = {name: text for name, text in values.items() if text and name != "place"}
    filters = chosen.keys() - {"q"}
    return ListView(
        path=path,
        first=_address(path, chosen) if values.get("place") else "",
        previous=_at(path, chosen, page.previous),
        next=_at(path, chosen, page.next),
        text="" if count is None else count_text(count),
        export=_address(f"{path}/{export}", chosen) if export and page.items else "",
        is_narrowed=bool(chosen),
        shows_filters=bool(filters),
    )


def _at(path: str, chosen: Mapping[str, str], place: str) -> str:
    return _address(path, {**chosen, "place": place}) if place else ""


def _address(path: str, values: Mapping[str, str]) -> str:
    return f"{path}?{urlencode(values)}" if values else path


def count_text(count: int) -> str:
    """Return how many rows a list has, as far as they were counted."""
    if count > MOST_COUNTED:
        return say(N_("more than %(most)s found"), {"most": number(MOST_COUNTED)})
    return translate_plural("%(num)s found", "%(num)s found", count) % {"num": number(count)}


async def workbook(
    heads: Sequence[str], parts: AsyncIterator[Iterable[Sequence[Cell]]], *, name: str, title: str
) -> Stream:
    """Return a whole list as a download; `title` is a message, `heads` are too."""
    texts = [translate(head) for head in heads]
    file = await to_workbook(texts, parts, title=translate(title))
    head = {"content-disposition": f'attachment; filename="{name}.xlsx"'}
    return Stream(blocks_of(file), media_type=WORKBOOK, headers=head)
