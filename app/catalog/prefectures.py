"""The prefectures and cities of China that goods come from: a reference list."""

from datetime import date
from pathlib import Path
from typing import Final

import msgspec

from app.countries.country import check_texts
from app.kit.i18n import N_
from app.kit.refusal import BadInput
from app.reference import current
from app.reference.row import ReferenceList


class UnknownPrefecture(BadInput):
    """No prefecture has this code."""

    code = "catalog.unknown_prefecture"
    sentence = N_("There is no prefecture with the code %(code)s.")


class Prefecture(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A place that goods come from."""

    code: str
    names: dict[str, str]
    """What readers call it, with its province, by language tag."""

    def __post_init__(self) -> None:
        check_texts(self.names)


PREFECTURES: Final = ReferenceList(
    "prefectures",
    Prefecture,
    Path(__file__).parent / "data" / "prefectures.json",
    "the places of China that goods come from",
)


def get_prefecture(code: str, *, on: date) -> Prefecture:
    """Return the place that goods listed on the day may come from; raise `UnknownPrefecture`."""
    found = current.edition().on(PREFECTURES, on).get(code)
    if found is None:
        raise UnknownPrefecture(field="prefecture", code=code)
    return found


def list_prefectures(*, on: date) -> tuple[Prefecture, ...]:
    """Return the places that goods listed on the day may come from, in the order of the list."""
    return tuple(current.edition().on(PREFECTURES, on).values())


def prefecture_names(code: str, *, on: date) -> dict[str, str]:
    """Return a place's name by language tag; raise `UnknownPrefecture`.

    Goods of before keep their origin: a place that is no more is called what it was called last.
    """
    known = current.edition().on(PREFECTURES, on)
    if code in known:
        return known[code].names
    last = [
        each.thing.names
        for each in current.edition().rows(PREFECTURES)
        if each.row.key == code and each.thing is not None and each.row.valid_from <= on
    ]
    if not last:
        raise UnknownPrefecture(field="prefecture", code=code)
    return last[-1]
