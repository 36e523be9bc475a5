"""Loads in lists: every query."""

from typing import Final

from piccolo.querystring import QueryString

from app.kit.listing import Asked, KeyPage, Listing, Sort, containing
from app.warehouse.load import Load
from app.warehouse.repository.rows import LoadRecord, to_load
from app.warehouse.tables import Load as LoadRow

_LOADS: Final = Listing(
    shape=LoadRecord,
    table=LoadRow,
    columns=(
        "truck.number, truck.state, truck.truck_plate, truck.trailer_plate, truck.driver,"
        " truck.crossing, truck.destination, truck.id"
    ),
    source="load AS truck",
    id="truck.id",
    sorts={"newest": Sort("truck.id", int, is_descending=True)},
)
_WORDS: Final = (
    "(truck.number ILIKE {} OR truck.truck_plate ILIKE {} OR truck.trailer_plate ILIKE {}"
    " OR truck.driver ILIKE {})"
)


async def list_page(words: str, state: str, asked: Asked) -> KeyPage[Load]:
    """Read a page of loads, the newest first; raises `BadPlace` or `NoSuchSort`."""
    where = [QueryString("truck.state = {}", state)] if state else []
    if words:
        where.append(QueryString(_WORDS, *[containing(words)] * 4))
    page = await _LOADS.page(where, asked)
    return KeyPage(tuple(map(to_load, page.items)), page.previous, page.next)
